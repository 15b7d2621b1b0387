import { Link } from "@remix-run/react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import type { OfferState, QuestionState, RoutingStep } from "#db/vocabulary.ts";
import { RoutingButtons } from "./routing-buttons.tsx";
import { useDeadline } from "./use-deadline.ts";

export type ForMeData = {
  id: number;
  title: string;
  locale: string;
  excerpt: string;
  state: QuestionState;
  createdAt: Date | string;
  area: { nameJa: string; nameEn: string };
  author: PersonSummary;
  offer: OfferState;
  step: RoutingStep;
  nextAt: Date | string | null;
};

/** Questions that wait for the viewer, with the time left and what to do about them. */
export function ForMeList({ rows }: { rows: ForMeData[] }) {
  const { t } = useTranslation("routing");
  return (
    <CardList label={t("forMe.title")}>
      {rows.map((row) => (
        <ForMeItem key={row.id} row={row} />
      ))}
    </CardList>
  );
}

function ForMeItem({ row }: { row: ForMeData }) {
  const { t, i18n } = useTranslation("routing");
  const { left } = useDeadline();
  const { t: common } = useTranslation();
  const isTaker = row.offer === "taken";
  const company = row.author.organisationHidden
    ? common("person.organisationHidden")
    : row.author.organisationName;
  return (
    <CardRow>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Badge tone={isTaker ? "info" : "wait"}>
          {t(isTaker ? "forMe.taken" : "forMe.offered")}
        </Badge>
        <span className="font-semibold">
          {row.state === "needs-info" ? t("left.paused") : left(row.nextAt)}
        </span>
        <span className="text-xs text-muted">{areaName(row.area, i18n.language)}</span>
      </div>
      <h2 className="mt-1 font-semibold" lang={row.locale}>
        <Link to={`/questions/${row.id}`} className="hover:text-brand hover:underline">
          {row.title}
        </Link>
      </h2>
      <p className="line-clamp-2 text-sm text-muted" lang={row.locale}>
        {row.excerpt}
      </p>
      <p className="mt-1 mb-3 text-xs text-muted">
        {[row.author.name, company].filter(Boolean).join(" ・ ")}
        {" ・ "}
        <DateTime value={row.createdAt} />
      </p>
      <RoutingButtons
        questionId={row.id}
        from="for-me"
        isTaker={isTaker}
        isOffered={!isTaker}
        canTake={!isTaker}
        canHandOver
      />
    </CardRow>
  );
}
