import { Form, useNavigate, useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { AnswerConflict } from "./answer-conflict.tsx";
import { readAnswer, type SentAnswer } from "./answer-form.ts";
import type { SavedAnswer } from "./answering.server.ts";
import type { SatQuestion } from "./attempt-page.server.ts";
import { attemptPath, OVERVIEW, pathAfter, questionPath } from "./attempt-paths.ts";
import { ChoiceFields } from "./choice-fields.tsx";
import { sameAnswer } from "./grading.ts";
import { OrderFields } from "./order-fields.tsx";
import { SaveStatus } from "./save-status.tsx";
import { useAutosave } from "./use-autosave.ts";
import { Written } from "./written.tsx";

/** What came of a form that was sent and not taken. */
export type Refused = {
  sent: Pick<SentAnswer, "answer" | "marked">;
  conflict?: SavedAnswer;
  problem?: "places" | "answer";
};

/**
 * One question of an attempt. Each answer is saved as it is chosen; without scripts the buttons save
 * it, and lead on.
 */
export function QuestionForm({
  attemptId,
  itemCount,
  question,
  refused,
}: {
  attemptId: number;
  itemCount: number;
  question: SatQuestion;
  refused?: Refused;
}) {
  const { t } = useTranslation("exams");
  const { position, kind, options } = question;
  const shape = { kind, optionIds: options.map(({ id }) => id) };
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const submit = useSubmit();
  const [conflict, setConflict] = useState(refused?.conflict);
  const [problem, setProblem] = useState(refused?.problem);
  const [shown, setShown] = useState({
    answer: refused ? refused.sent.answer : question.answer,
    marked: refused ? refused.sent.marked : question.marked,
    /** Raised when fields are to show something else than they did. */
    round: 0,
  });
  const here = questionPath(attemptId, position);
  const autosave = useAutosave({
    attemptId,
    position,
    revision: conflict?.revision ?? question.revision,
    onConflict: setConflict,
    onEnded: () => navigate(attemptPath(attemptId)),
  });

  const read = () => readAnswer(shape, new FormData(form.current ?? undefined));
  const save = () => {
    const { ok, sent } = read();
    if (!ok || conflict) return;
    setProblem(undefined);
    setShown((before) => ({ ...before, answer: sent.answer, marked: sent.marked }));
    autosave.save(fieldsOf(form.current));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when scripts take over
  useEffect(() => {
    if (refused) return;
    const kept = autosave.kept.find(position);
    if (kept) {
      const { sent } = readAnswer(shape, formDataOf(kept));
      setShown({ answer: sent.answer, marked: sent.marked, round: 1 });
      autosave.save(kept, sent.revision);
      return;
    }
    // Chosen while the page was still on its way.
    const { ok, sent } = read();
    const answer = sent.answer.length > 0 ? sent.answer : null;
    if (ok && !(sameAnswer(answer, question.answer) && sent.marked === question.marked)) save();
  }, []);

  const leave = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const to = button instanceof HTMLButtonElement ? button.value : "";
    if (!read().ok) {
      setProblem("places");
      return;
    }
    setConflict(undefined);
    const outcome = await autosave.save(fieldsOf(form.current));
    if (outcome === "saved") navigate(pathAfter(attemptId, to));
    // The server says in words what it does not take, or asks to log in again.
    if (outcome === "failed") {
      const fields = fieldsOf(form.current);
      fields.set("to", to);
      submit(fields, { method: "post", action: here });
    }
  };

  return (
    <Form
      ref={form}
      method="post"
      action={here}
      onChange={save}
      onSubmit={leave}
      // A reloaded page shows what is saved, not what this tab showed before: it would be saved again.
      autoComplete="off"
      className="grid gap-5"
    >
      <input type="hidden" name="revision" value={conflict?.revision ?? question.revision} />
      {conflict && (
        <AnswerConflict
          question={question}
          saved={conflict.answer}
          here={shown.answer}
          reload={here}
          stay={String(position)}
        />
      )}
      {problem && (
        <p role="alert" className="font-semibold text-danger">
          {t(`sit.refused.${problem}`)}
        </p>
      )}
      <Written html={question.stemHtml} lang={question.locale} id="question" />
      <fieldset aria-describedby="question" key={shown.round}>
        <legend className="mb-2 text-sm font-semibold">{t(`instruction.${kind}`)}</legend>
        {kind === "order" ? (
          <OrderFields question={question} answer={shown.answer} onMove={save} />
        ) : (
          <ChoiceFields question={question} answer={shown.answer} />
        )}
      </fieldset>
      <label className="flex min-h-11 w-fit items-center gap-3">
        <input
          key={shown.round}
          type="checkbox"
          name="marked"
          defaultChecked={shown.marked}
          className="size-5 accent-brand"
        />
        {t("sit.mark")}
      </label>
      <SaveStatus state={autosave.state} />
      {!conflict && <Steps position={position} itemCount={itemCount} />}
    </Form>
  );
}

function Steps({ position, itemCount }: { position: number; itemCount: number }) {
  const { t } = useTranslation("exams");
  const isLast = position === itemCount;
  return (
    <div className="flex flex-wrap gap-3 border-t border-line pt-4">
      {!isLast && (
        <Button variant="primary" name="to" value={String(position + 1)}>
          {t("sit.next")}
        </Button>
      )}
      <Button variant={isLast ? "primary" : "quiet"} name="to" value={OVERVIEW}>
        {t("sit.toOverview")}
      </Button>
      {position > 1 && (
        <Button variant="bare" name="to" value={String(position - 1)}>
          {t("sit.previous")}
        </Button>
      )}
    </div>
  );
}

function fieldsOf(form: HTMLFormElement | null): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form ?? undefined)) {
    if (typeof value === "string") fields.append(name, value);
  }
  return fields;
}

function formDataOf(fields: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
