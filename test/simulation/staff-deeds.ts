import { after, HOUR } from "#app/lib/time.ts";
import { editQuestion, type QuestionContent } from "#app/questions/asking.server.ts";
import { closeQuestion } from "#app/questions/resolution.server.ts";
import { takeQuestion } from "#app/questions/routing/taking.server.ts";
import { chance, pick } from "./chance.ts";
import { isOfficeTime } from "./fortnight.ts";
import { asking, deedOf } from "./helper-deeds.ts";
import type { InPlay } from "./in-play.ts";
import { type Deed, once, type Run } from "./run.ts";

/** What the vendor's staff do about a question in their queue. */
export function workQueue(run: Run, tick: Date, question: InPlay): Deed[] {
  const { number, id: questionId } = question;
  const by = pick(run.world.staff, "on duty", number, tick.toISOString());
  if (!isOfficeTime(by.zone, tick)) return [];
  if (chance("queue", number, tick.toISOString()) >= 0.15) return [];
  const act = { viewer: by.viewer, questionId };
  const verdict = chance("staff", number);
  if (verdict < 0.06) {
    const perform: Deed["perform"] = (now) =>
      closeQuestion(run.db, { ...act, reason: "resolved-elsewhere", note: "", now });
    return [deedOf(tick, question, by, { what: "close", perform })];
  }
  if (verdict < 0.12 && once(run, `staff asked back ${number}`)) {
    return [deedOf(tick, question, by, asking(run, question, by))];
  }
  const perform: Deed["perform"] = (now) => takeQuestion(run.db, { ...act, now });
  return [deedOf(tick, question, by, { what: "take as staff", perform })];
}

/** Staff make a question visible to the asker's company only, some hours after it was asked. */
export function narrowing(
  { db, world }: Run,
  asked: {
    questionId: number;
    number: number;
    content: QuestionContent;
    hours: number;
    askedAt: Date;
  },
): Deed {
  const { questionId, number, askedAt, hours } = asked;
  const by = pick(world.staff, "narrows", number);
  const content: QuestionContent = { ...asked.content, scope: "organisation" };
  return {
    at: after(askedAt, hours * HOUR),
    what: "narrow",
    key: `narrow ${number}`,
    perform: (now) => editQuestion(db, { viewer: by.viewer, questionId, version: 1, content, now }),
  };
}
