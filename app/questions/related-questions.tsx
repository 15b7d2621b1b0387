import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";

export type RelatedQuestion = { id: number; title: string; answerCount: number };

/** Questions like this one: beside it on a wide screen, below it on a phone. */
export function RelatedQuestions({ questions }: { questions: RelatedQuestion[] }) {
  const { t } = useTranslation("questions");
  if (questions.length === 0) return null;
  return (
    <aside className="no-print px-4 pb-8 sm:px-6 lg:px-0 lg:pt-28 lg:pr-6">
      <h2 className="mb-2 font-bold">{t("page.related")}</h2>
      <ul className="grid gap-2 text-sm">
        {questions.map((question) => (
          <li key={question.id}>
            <Link to={`/questions/${question.id}`} className="text-link">
              {question.title}
            </Link>{" "}
            <span className="whitespace-nowrap text-muted">
              {t("similar.answers", { count: question.answerCount })}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
