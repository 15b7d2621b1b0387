import { Link } from "@remix-run/react";
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

/** Where the next events stand once there are any. */
export function EventsPlace() {
  const { t } = useTranslation("home");
  return (
    <Section title={t("events.title")}>
      <p className="text-muted">{t("events.text")}</p>
    </Section>
  );
}
