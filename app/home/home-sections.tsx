import { Link } from "@remix-run/react";
import { EventRow, type EventRowData } from "#app/events/listing/event-row.tsx";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { QuestionRow, type QuestionRowData } from "#app/questions/question-row.tsx";
import { CardList } from "#app/ui/card.tsx";
import { Section } from "#app/ui/page.tsx";

export function SolvedQuestions({ questions }: { questions: QuestionRowData[] }) {
  const { t } = useTranslation("home");
  return (
    <Section
      title={t("solved.title")}
      actions={
        <Link to="/questions?state=solved" className="text-link text-sm">
          {t("solved.all")}
        </Link>
      }
    >
      {questions.length > 0 ? (
        <CardList label={t("solved.title")}>
          {questions.map((question) => (
            <QuestionRow key={question.id} question={question} />
          ))}
        </CardList>
      ) : (
        <p className="text-muted">{t("solved.empty")}</p>
      )}
    </Section>
  );
}

/** The next events, one's own first; without any, where they will be found. */
export function NextEvents({ events }: { events: EventRowData[] }) {
  const { t } = useTranslation("events");
  const link = (to: string, words: string) => (
    <Link to={to} className="text-link text-sm">
      {words}
    </Link>
  );
  return (
    <Section
      title={t("next.title")}
      actions={
        events.length > 0
          ? link("/events", t("next.all"))
          : link("/events?when=past", t("next.past"))
      }
    >
      {events.length > 0 ? (
        <CardList label={t("next.title")}>
          {events.map((event) => (
            <EventRow key={event.id} event={event} heading="h3" />
          ))}
        </CardList>
      ) : (
        <p className="text-muted">{t("next.none")}</p>
      )}
    </Section>
  );
}
