import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { Guest } from "./guest-list.server.ts";

/** What an applicant said to the questions of the event. */
export function GuestAnswers({ answers }: { answers: Guest["answers"] }) {
  return (
    <dl className="grid gap-1 text-sm">
      {answers.map(({ questionId, label, answer }) => (
        <div key={questionId}>
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="whitespace-pre-line">{answer}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same behind a heading that opens. */
export function FoldedAnswers({ answers }: { answers: Guest["answers"] }) {
  const { t } = useTranslation("organising");
  if (answers.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm text-brand underline md:min-h-8">
        {t("guests.answers")}
      </summary>
      <GuestAnswers answers={answers} />
    </details>
  );
}
