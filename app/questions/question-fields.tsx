import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { type Area, areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { type FieldState, RadioGroupField, SelectField, TextField } from "#app/ui/fields.tsx";
import { MarkdownField } from "#app/ui/markdown-field.tsx";
import type { Scope } from "#db/vocabulary.ts";
import { TITLE_MAX, TITLE_MIN } from "./questions.ts";

export type QuestionFieldStates = Record<"title" | "area" | "body" | "tags" | "scope", FieldState>;

/** Labels by field name, for the summary of errors. */
export function useQuestionLabels(): Record<keyof QuestionFieldStates, string> {
  const { t } = useTranslation("questions");
  return {
    title: t("field.title"),
    area: t("field.area"),
    body: t("field.body"),
    tags: t("field.tags"),
    scope: t("field.scope"),
  };
}

/** The fields of a question, for asking and for editing. */
export function QuestionFields({
  fields,
  areas,
  scopes,
  suggestSimilar = false,
}: {
  fields: QuestionFieldStates;
  areas: Area[];
  scopes: Scope[];
  suggestSimilar?: boolean;
}) {
  const { t, i18n } = useTranslation("questions");
  const { t: common } = useTranslation();
  const [title, setTitle] = useState(String(fields.title.initialValue ?? ""));
  return (
    <>
      <div>
        <TextField
          field={fields.title}
          label={t("field.title")}
          hint={t("field.title.hint")}
          required
          minLength={TITLE_MIN}
          maxLength={TITLE_MAX * 2}
          autoComplete="off"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {suggestSimilar && <SimilarQuestions title={title} />}
      </div>
      <SelectField
        field={fields.area}
        label={t("field.area")}
        required
        empty={common("form.choose")}
        choices={areas.map((area) => ({
          value: String(area.id),
          label: areaName(area, i18n.language),
        }))}
      />
      <MarkdownField
        field={fields.body}
        label={t("field.body")}
        required
        placeholder={t("field.body.placeholder")}
        rows={12}
      />
      <TextField
        field={fields.tags}
        label={t("field.tags")}
        hint={t("field.tags.hint")}
        optional
        autoComplete="off"
      />
      <RadioGroupField
        field={fields.scope}
        label={t("field.scope")}
        required
        choices={scopes.map((scope) => ({
          value: scope,
          label: common(`scope.${scope}`),
          hint: common(`scope.${scope}.hint`),
        }))}
      />
    </>
  );
}

type Similar = { id: number; title: string; state: string; answerCount: number };

/** Existing questions like the one being typed; a pause in typing asks for them. */
function SimilarQuestions({ title }: { title: string }) {
  const { t } = useTranslation("questions");
  const [similar, setSimilar] = useState<Similar[]>([]);
  useEffect(() => {
    if ([...title.trim()].length < 3) {
      setSimilar([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/questions/similar?title=${encodeURIComponent(title)}`, {
          signal: stop.signal,
        });
        if (response.ok) setSimilar((await response.json()) as Similar[]);
      } catch {
        // A suggestion that does not arrive is no loss.
      }
    }, 350);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [title]);
  return (
    <div aria-live="polite">
      {similar.length > 0 && (
        <section className="mt-3 rounded-card bg-brand-soft p-4">
          <h2 className="text-sm font-semibold">{t("similar.title")}</h2>
          <p className="text-sm text-muted">{t("similar.lead")}</p>
          <ul className="mt-2 grid gap-1">
            {similar.map((question) => (
              <li key={question.id} className="text-sm">
                <Link
                  to={`/questions/${question.id}`}
                  target="_blank"
                  rel="noopener"
                  className="text-link"
                >
                  {question.title}
                </Link>{" "}
                <span className="whitespace-nowrap text-muted">
                  {t("similar.answers", { count: question.answerCount })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
