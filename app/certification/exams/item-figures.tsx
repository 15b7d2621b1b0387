import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { StoredItem } from "./item-reading.server.ts";
import type { AnswerFigures } from "./item-statistics.server.ts";
import { flagsOf, type ItemFigures, JUDGED_FROM } from "./item-statistics.ts";
import { Written } from "./written.tsx";

/** How an item has done: its figures with what they mean, and the answers by option. */
export function ItemFiguresView({
  item,
  figures,
  answers,
}: {
  item: StoredItem;
  figures: ItemFigures;
  answers: AnswerFigures;
}) {
  const { t } = useTranslation("exams");
  const { n, p, r } = figures;
  if (n === 0) return <p className="text-muted">{t("item.figures.none")}</p>;
  return (
    <div className="space-y-6">
      <Verdict figures={figures} />
      <dl className="grid gap-4 sm:grid-cols-3">
        <Figure
          name={t("item.figures.p")}
          value={p === null ? "" : `${Math.round(p * 100)}%`}
          hint={t("item.figures.p.hint")}
        />
        <Figure
          name={t("item.figures.r")}
          value={r === null ? t("item.figures.r.none") : r.toFixed(2)}
          hint={t("item.figures.r.hint")}
        />
        <Figure name={t("item.figures.n")} value={t("item.figures.n.value", { count: n })} />
      </dl>
      <AnswerTable item={item} answers={answers} />
    </div>
  );
}

function Verdict({ figures }: { figures: ItemFigures }) {
  const { t } = useTranslation("exams");
  const flags = flagsOf(figures);
  if (figures.n < JUDGED_FROM) {
    return <p className="text-muted">{t("item.figures.few", { from: JUDGED_FROM })}</p>;
  }
  if (flags.length === 0) return <p className="text-good">{t("item.figures.fine")}</p>;
  return (
    <ul className="grid gap-2 rounded-card border border-wait bg-wait-soft p-4">
      {flags.map((flag) => (
        <li key={flag}>
          <strong>{t(`flag.${flag}`)}</strong>
          <span className="block">{t(`flag.${flag}.text`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Figure({ name, value, hint }: { name: string; value: ReactNode; hint?: string }) {
  return (
    <div className="card p-4">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-lg font-bold tabular-nums">{value}</dd>
      {hint && <dd className="mt-1 text-xs text-muted">{hint}</dd>}
    </div>
  );
}

function AnswerTable({ item, answers }: { item: StoredItem; answers: AnswerFigures }) {
  const { t } = useTranslation("exams");
  const isOrder = item.kind === "order";
  const counts = new Map(answers.options.map((option) => [option.optionId, option]));
  const share = (count: number, of: number) =>
    of > 0 && (
      <span className="whitespace-nowrap">
        {t("item.answers.share", { answers: count, percent: Math.round((count * 100) / of) })}
      </span>
    );
  const rows = item.options.flatMap((option) => {
    const count = counts.get(option.id);
    return count ? [{ ...option, ...count }] : [];
  });
  return (
    <div>
      <h3 className="font-semibold">{t("item.answers")}</h3>
      {!isOrder && <p className="mb-3 text-sm text-muted">{t("item.answers.text")}</p>}
      <DataTable
        caption={t("item.answers.list")}
        rows={rows}
        columns={[
          {
            key: "option",
            label: t("item.answers.option"),
            cell: ({ html, isCorrect, position }) => (
              <div className="flex min-w-56 items-start gap-2">
                {isOrder && <span className="font-semibold">{position}.</span>}
                <Written html={html} lang={item.locale} />
                {isCorrect && <Badge tone="good">{t("item.key.right")}</Badge>}
              </div>
            ),
          },
          {
            key: "chosen",
            label: t(isOrder ? "item.answers.placed" : "item.answers.chosen"),
            align: "end",
            cell: ({ chosen }) => share(chosen, answers.n),
          },
          {
            key: "better",
            label: t("item.answers.better", { count: answers.better }),
            align: "end",
            cell: ({ chosenByBetter }) => share(chosenByBetter, answers.better),
          },
          {
            key: "others",
            label: t("item.answers.others", { count: answers.others }),
            align: "end",
            cell: ({ chosenByOthers }) => share(chosenByOthers, answers.others),
          },
        ]}
      />
      {answers.unanswered > 0 && (
        <p className="mt-2 text-sm">
          {t("item.answers.unanswered", { count: answers.unanswered })}
        </p>
      )}
    </div>
  );
}
