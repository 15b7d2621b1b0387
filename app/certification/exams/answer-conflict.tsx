import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, buttonLook } from "#app/ui/button.tsx";
import type { SatQuestion } from "./attempt-page.server.ts";
import { Written } from "./written.tsx";

/** Both answers to a question that two tabs have answered, and the choice between them. */
export function AnswerConflict({
  question,
  saved,
  here,
  reload,
  stay,
}: {
  question: SatQuestion;
  saved: readonly number[] | null;
  here: readonly number[] | null;
  /** The page of the question, where the saved answer is shown. */
  reload: string;
  /** What the form's field `to` says to come back here. */
  stay: string;
}) {
  const { t } = useTranslation("exams");
  return (
    <div role="alert" className="rounded-card border border-wait bg-wait-soft p-4">
      <p className="font-semibold">{t("sit.conflict.title")}</p>
      <p className="mt-1">{t("sit.conflict.text")}</p>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <Answer title={t("sit.conflict.saved")} question={question} answer={saved} />
        <Answer title={t("sit.conflict.here")} question={question} answer={here} />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button name="to" value={stay}>
          {t("sit.conflict.keepHere")}
        </Button>
        <Link to={reload} reloadDocument className={buttonLook()}>
          {t("sit.conflict.keepSaved")}
        </Link>
      </div>
    </div>
  );
}

function Answer({
  title,
  question: { kind, locale, options },
  answer,
}: {
  title: string;
  question: SatQuestion;
  answer: readonly number[] | null;
}) {
  const { t } = useTranslation("exams");
  const chosen = (answer ?? []).flatMap((id) => options.find((option) => option.id === id) ?? []);
  const List = kind === "order" ? "ol" : "ul";
  return (
    <section className="min-w-0">
      <h2 className="text-sm font-semibold">{title}</h2>
      {chosen.length === 0 ? (
        <p>{t("sit.conflict.none")}</p>
      ) : (
        <List className={kind === "order" ? "list-decimal pl-6" : "list-disc pl-6"}>
          {chosen.map(({ id, html }) => (
            <li key={id}>
              <Written html={html} lang={locale} />
            </li>
          ))}
        </List>
      )}
    </section>
  );
}
