import { acceptAnswer } from "#app/questions/acceptance.server.ts";
import { addComment } from "#app/questions/commenting.server.ts";
import { deleteQuestion } from "#app/questions/deletion.server.ts";
import { chance, formKey, pick } from "./chance.ts";
import { deedOf } from "./helper-deeds.ts";
import type { InPlay } from "./in-play.ts";
import { type Deed, once, type Run } from "./run.ts";

/** What an asker does about a question of theirs, as it stands. */
export function followUp(run: Run, tick: Date, question: InPlay): Deed[] {
  const { number, asker, state, answers } = question;
  const mood = chance("asker looks", number, tick.toISOString());
  if (state === "needs-info") return mood < 0.15 ? explain(run, tick, question) : [];
  if (answers.length > 0) return mood < 0.12 ? judge(run, tick, question) : [];
  if (mood >= 0.15 || chance("finds out", number) >= 0.03) return [];
  const { db } = run;
  const act = { viewer: asker.viewer, questionId: question.id };
  return [
    deedOf(tick, question, asker, {
      what: "take the question back",
      perform: (now) => deleteQuestion(db, { ...act, now }),
    }),
  ];
}

/** Tells what was asked for; some never do and have to be reminded. */
function explain(run: Run, tick: Date, question: InPlay): Deed[] {
  const { number, asker, id: questionId } = question;
  if (chance("never explains", number) < 0.25) return [];
  const act = { viewer: asker.viewer, questionId, body: `5.2 です（${number}）` };
  const submissionKey = formKey("explanation", number, tick.toISOString());
  const perform: Deed["perform"] = (now) => addComment(run.db, { ...act, submissionKey, now });
  return [deedOf(tick, question, asker, { what: "explain", perform })];
}

/** Accepts an answer, or forgets to; some say thanks besides. */
function judge(run: Run, tick: Date, question: InPlay): Deed[] {
  const { number, asker, id: questionId, answers } = question;
  const { viewer } = asker;
  const deeds: Deed[] = [];
  if (chance("thanks", number) < 0.15 && once(run, `thanks ${number}`)) {
    const handle = answers[0]?.author.handle;
    const body = chance("mentions", number) < 0.5 ? `@${handle} ありがとう` : "ありがとう";
    const act = { viewer, questionId, body, submissionKey: formKey("thanks", number) };
    const perform: Deed["perform"] = (now) => addComment(run.db, { ...act, now });
    deeds.push(deedOf(tick, question, asker, { what: "comment", perform }));
  }
  if (chance("accepts", number) < 0.6) {
    const answer = pick(answers, "accepted", number);
    const act = { viewer, answerId: answer.id };
    const perform: Deed["perform"] = (now) => acceptAnswer(run.db, { ...act, now });
    deeds.push(deedOf(tick, question, asker, { what: "accept", perform }));
  }
  return deeds;
}
