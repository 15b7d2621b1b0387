import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { buttonLook } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { placeField } from "./answer-form.ts";
import type { ShownQuestion } from "./attempt-page.server.ts";
import { Written } from "./written.tsx";

type Option = ShownQuestion["options"][number];

const move = (ids: readonly number[], id: number, place: number) =>
  ids.filter((other) => other !== id).toSpliced(place, 0, id);

/** The order that chosen numbers mean so far; what has none fills the gaps as it is shown. */
function chosenOrder(shown: readonly number[], placeOf: (id: number) => string): number[] {
  const slots: (number | undefined)[] = shown.map(() => undefined);
  const rest = shown.filter((id) => {
    const slot = Number(placeOf(id)) - 1;
    if (!(slot in slots) || slots[slot] !== undefined) return true;
    slots[slot] = id;
    return false;
  });
  return slots.flatMap((id) => id ?? rest.shift() ?? []);
}

/**
 * Options that are put in order: by choosing a number for each, and, where scripts run, by buttons
 * that move one up or down. Moving one is answering; before that the order shown means nothing.
 *
 * @param answer the saved order; what it leaves out has no place yet
 */
export function OrderFields({
  question: { locale, options },
  answer,
  onMove,
  disabled,
}: {
  question: ShownQuestion;
  answer: readonly number[] | null;
  /** Called once the fields show an order that a button or a number has changed. */
  onMove?: () => void;
  disabled?: boolean;
}) {
  const { t } = useTranslation("exams");
  const shown = options.map(({ id }) => id);
  const [order, setOrder] = useState(() => [
    ...(answer ?? []),
    ...shown.filter((id) => !answer?.includes(id)),
  ]);
  // From the first move on the numbers follow the order; until then they are as in a plain form.
  const [moved, setMoved] = useState(false);
  const [scripted, setScripted] = useState(false);
  const [message, setMessage] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const refocus = useRef<string>();
  useEffect(() => setScripted(true), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what moves takes the focus along
  useEffect(() => {
    const selector = refocus.current;
    if (!selector) return;
    refocus.current = undefined;
    list.current?.querySelector<HTMLElement>(selector)?.focus();
    onMove?.();
  }, [order, moved]);

  const byId = new Map(options.map((option) => [option.id, option]));
  const put = (option: Option, place: number, control: string) => {
    if (place < 0 || place >= order.length) return;
    const chosen = (id: number) =>
      list.current?.querySelector<HTMLSelectElement>(`[data-option="${id}"] select`)?.value ?? "";
    refocus.current = `[data-option="${option.id}"] ${control}`;
    // Before there is an answer, numbers may have been chosen while scripts were on their way.
    const from = moved || answer ? order : chosenOrder(order, chosen);
    setOrder(move(from, option.id, place));
    setMoved(true);
    setMessage(t("sit.moved", { option: wordsOf(option), place: place + 1 }));
  };
  return (
    <>
      <p className="mb-2 text-sm text-muted">{t("sit.order.hint")}</p>
      <ol ref={list} className="grid gap-2">
        {order.flatMap((id, index) => {
          const option = byId.get(id);
          if (!option) return [];
          const words = wordsOf(option);
          const arrow = (by: -1 | 1) => ({
            type: "button" as const,
            className: classNames(buttonLook("bare", "small"), "px-2"),
            "aria-disabled": index + by < 0 || index + by >= order.length,
            "data-move": by,
            onClick: () => put(option, index + by, `[data-move="${by}"]`),
          });
          return [
            <li
              key={id}
              data-option={id}
              className="flex items-start gap-3 rounded-card border border-line bg-surface px-3 py-2"
            >
              <select
                key={moved ? "live" : "plain"}
                name={placeField(id)}
                aria-label={t("sit.place.of", { option: words })}
                disabled={disabled}
                className="control w-18 shrink-0 px-2 py-1.5"
                {...(moved
                  ? { value: index + 1 }
                  : { defaultValue: answer?.includes(id) ? index + 1 : "" })}
                onChange={({ target }) =>
                  put(option, Number(target.value || index + 1) - 1, "select")
                }
              >
                <option value="">{t("sit.place.none")}</option>
                {shown.map((other, place) => (
                  <option key={other} value={place + 1}>
                    {place + 1}
                  </option>
                ))}
              </select>
              <Written html={option.html} lang={locale} className="flex-1 self-center" />
              {scripted && !disabled && (
                <span className="flex shrink-0">
                  <button {...arrow(-1)}>
                    <ArrowUp size={18} aria-hidden="true" />
                    <span className="sr-only">{t("sit.up", { option: words })}</span>
                  </button>
                  <button {...arrow(1)}>
                    <ArrowDown size={18} aria-hidden="true" />
                    <span className="sr-only">{t("sit.down", { option: words })}</span>
                  </button>
                </span>
              )}
            </li>,
          ];
        })}
      </ol>
      <p aria-live="polite" className="sr-only">
        {message}
      </p>
    </>
  );
}

/** The words of an option, for labels: without its markup, and short. */
function wordsOf({ html }: Option): string {
  const text = html
    .replace(/<img[^>]*alt="([^"]*)"[^>]*>/g, " $1 ")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
  const letters = [...text];
  return letters.length > 40 ? `${letters.slice(0, 40).join("")}…` : text;
}
