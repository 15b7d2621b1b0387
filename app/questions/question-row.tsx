import { Link } from "@remix-run/react";
import { Lock, ThumbsUp } from "lucide-react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import type { QuestionState, Scope } from "#db/vocabulary.ts";
import { QuestionStateBadge } from "./question-state-badge.tsx";

export type QuestionRowData = {
  id: number;
  title: string;
  excerpt: string;
  locale: string;
  state: QuestionState;
  scope: Scope;
  answerCount: number;
  helpfulCount: number;
  createdAt: Date | string;
  area: { slug: string; nameJa: string; nameEn: string };
  tags: string[];
  author: PersonSummary;
};

/** One question of a list: what, whose, where it stands. */
export function QuestionRow({ question }: { question: QuestionRowData }) {
  const { t, i18n } = useTranslation("questions");
  const { t: common } = useTranslation();
  const { author } = question;
  const company = author.organisationHidden
    ? common("person.organisationHidden")
    : author.organisationName;
  return (
    <CardRow>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <QuestionStateBadge state={question.state} />
        <span className="text-xs text-muted">{areaName(question.area, i18n.language)}</span>
        {question.scope !== "public" && (
          <span className="inline-flex items-center gap-1 text-xs text-muted">
            <Lock size={12} aria-hidden="true" />
            {common(`scope.${question.scope}`)}
          </span>
        )}
      </div>
      <h3 className="mt-1 text-base font-semibold" lang={question.locale}>
        <Link
          to={`/questions/${question.id}`}
          prefetch="intent"
          className="hover:text-brand hover:underline"
        >
          {question.title}
        </Link>
      </h3>
      <p className="line-clamp-2 text-sm text-muted" lang={question.locale}>
        {question.excerpt}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
        <span>
          {[author.name, company].filter(Boolean).join(" ・ ")}
          {" ・ "}
          <DateTime value={question.createdAt} />
        </span>
        <span className="font-semibold">
          {question.answerCount > 0
            ? t("row.answers", { count: question.answerCount })
            : t("row.noAnswer")}
        </span>
        {question.helpfulCount > 0 && (
          <span className="inline-flex items-center gap-1">
            <ThumbsUp size={12} aria-hidden="true" />
            {t("row.helpful", { count: question.helpfulCount })}
          </span>
        )}
        {question.tags.map((tag) => (
          <Link
            key={tag}
            to={`/questions?tag=${encodeURIComponent(tag)}`}
            className="rounded-full bg-sunken px-2.5 py-1 hover:text-brand"
          >
            {tag}
          </Link>
        ))}
      </div>
    </CardRow>
  );
}
