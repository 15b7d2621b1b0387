import { useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { instead } from "./check-in-button.tsx";

/** The field that narrows the list down as one types; a form where there are no scripts. */
export function DeskSearch({
  typed,
  total,
  isWhole,
  onType,
}: {
  typed: string;
  total: number;
  /** The whole list is on this device. */
  isWhole: boolean;
  onType: (typed: string) => void;
}) {
  const { t } = useTranslation("check-in");
  const input = useRef<HTMLInputElement>(null);
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  // What was typed before scripts arrived is searched for as well.
  useEffect(() => {
    if (input.current && input.current.value !== "") onType(input.current.value);
  }, [onType]);
  return (
    <search>
      <form method="get" className="mb-3 grid gap-1" onSubmit={instead(() => {})}>
        <label htmlFor="desk-search" className="text-sm font-semibold">
          {t("search.label")}
        </label>
        <div className="flex gap-2">
          <input
            ref={input}
            id="desk-search"
            name="q"
            type="search"
            value={typed}
            onChange={(event) => onType(event.currentTarget.value)}
            maxLength={100}
            autoComplete="off"
            aria-describedby="desk-search-hint"
            className="control min-w-0 flex-1"
          />
          <noscript>
            <Button>{t("search.submit")}</Button>
          </noscript>
        </div>
        <p id="desk-search-hint" className="text-sm text-muted">
          {t("search.hint")}
        </p>
        <p role="status" className="text-sm">
          {!isWhole && isScripted
            ? t("search.loading")
            : total === 0 && typed !== ""
              ? t("search.none", { typed })
              : t(typed === "" ? "search.all" : "search.found", { count: total })}
        </p>
      </form>
    </search>
  );
}
