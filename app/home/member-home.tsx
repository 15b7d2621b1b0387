import { Link } from "@remix-run/react";
import type { EventRowData } from "#app/events/listing/event-row.tsx";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { QuestionRow, type QuestionRowData } from "#app/questions/question-row.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardList } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { NextEvents, SolvedQuestions } from "./home-sections.tsx";

/** Home of a member: what waits for them first, then what is new. */
export function MemberHome({
  name,
  mine,
  inMyAreas,
  solved,
  events,
}: {
  name: string;
  mine: QuestionRowData[];
  inMyAreas: QuestionRowData[];
  solved: QuestionRowData[];
  events: EventRowData[];
}) {
  const { t } = useTranslation("home");
  const { t: common } = useTranslation();
  const all = (to: string) => (
    <Link to={to} className="text-link text-sm">
      {t("member.all")}
    </Link>
  );
  return (
    <Page
      title={t("member.title", { name })}
      actions={
        <ButtonLink to="/questions/new" variant="primary">
          {common("portal.ask")}
        </ButtonLink>
      }
    >
      <Section title={t("member.mine")} actions={all("/questions?mine=1")}>
        {mine.length > 0 ? (
          <QuestionRows label={t("member.mine")} questions={mine} />
        ) : (
          <EmptyState title={t("member.mine.empty.title")}>
            {t("member.mine.empty.text")}
          </EmptyState>
        )}
      </Section>
      <Section title={t("member.areas")} actions={all("/questions?state=unanswered")}>
        {inMyAreas.length > 0 ? (
          <QuestionRows label={t("member.areas")} questions={inMyAreas} />
        ) : (
          <EmptyState
            title={t("member.areas.empty.title")}
            action={<ButtonLink to="/settings/profile">{t("member.areas.choose")}</ButtonLink>}
          >
            {t("member.areas.empty.text")}
          </EmptyState>
        )}
      </Section>
      <SolvedQuestions questions={solved} />
      <NextEvents events={events} />
    </Page>
  );
}

function QuestionRows({ label, questions }: { label: string; questions: QuestionRowData[] }) {
  return (
    <CardList label={label}>
      {questions.map((question) => (
        <QuestionRow key={question.id} question={question} />
      ))}
    </CardList>
  );
}
