import { after, HOUR } from "#app/lib/time.ts";
import { answerQuestion } from "#app/questions/answering.server.ts";
import { requestInformation } from "#app/questions/resolution.server.ts";
import { handOver, listSuccessors } from "#app/questions/routing/handing-over.server.ts";
import {
  declineOffer,
  returnQuestion,
  takeQuestion,
} from "#app/questions/routing/taking.server.ts";
import { voteForAnswer } from "#app/questions/voting.server.ts";
import { between, chance, formKey, pick } from "./chance.ts";
import { momentBefore } from "./fortnight.ts";
import type { InPlay } from "./in-play.ts";
import { type Deed, once, type Run } from "./run.ts";
import type { Inhabitant } from "./world.ts";

type Doing = { what: string; perform: Deed["perform"] };

/** A deed about a question by somebody, at a moment of its own before the tick. */
export function deedOf(tick: Date, question: InPlay, by: Inhabitant, doing: Doing): Deed {
  const key = `${doing.what} ${question.number} ${by.handle}`;
  return { ...doing, key, at: momentBefore(tick, key, tick.toISOString()) };
}

/** What a helper does about an offer; most take their time, and some never say anything. */
export function answerOffer(run: Run, tick: Date, question: InPlay, helper: Inhabitant): Deed[] {
  const { number, id: questionId } = question;
  const words = [number, helper.handle];
  const attention = pick([0.05, 0.4, 0.7, 0.9, 0.9], "attention", helper.handle);
  const isHard = chance("hard", number) < 0.12;
  if (chance("looks", ...words, tick.toISOString()) >= (isHard ? 0.02 : attention)) return [];
  const verdict = chance("offer", ...words, tick.toISOString());
  const act = { viewer: helper.viewer, questionId };
  const deed = (doing: Doing) => [deedOf(tick, question, helper, doing)];
  const asksBack = verdict >= 0.55 && verdict < 0.6;
  if (asksBack && once(run, `asked back ${words}`)) return deed(asking(run, question, helper));
  if (verdict < 0.4 || asksBack) {
    return deed({ what: "take", perform: (now) => takeQuestion(run.db, { ...act, now }) });
  }
  if (verdict >= 0.55) return [];
  const reason = "手が離せません";
  return deed({
    what: "decline",
    perform: (now) => declineOffer(run.db, { ...act, reason, now }),
  });
}

/** Asks the asker for what is missing. */
export function asking({ db }: Run, { id: questionId }: InPlay, { viewer }: Inhabitant): Doing {
  const message = "画面の版を教えてください";
  return {
    what: "request information",
    perform: (now) => requestInformation(db, { viewer, questionId, message, now }),
  };
}

/** What somebody does who took a question: most answer, some give it back, some forget it. */
export function keepPromise(run: Run, tick: Date, question: InPlay, taker: Inhabitant): Deed[] {
  const { number, id: questionId } = question;
  if (chance("works", number, taker.handle, tick.toISOString()) >= 0.6) return [];
  const verdict = chance("taken", number, taker.handle);
  const act = { viewer: taker.viewer, questionId };
  const deed = (doing: Doing) => [deedOf(tick, question, taker, doing)];
  if (verdict < 0.85) return deed(answering(run, question, taker));
  if (verdict < 0.93) {
    return deed({
      what: "return",
      perform: (now) => returnQuestion(run.db, { ...act, reason: "分かりません", now }),
    });
  }
  if (verdict >= 0.96) return [];
  return deed({
    what: "hand over",
    async perform(now) {
      const [successor] = await listSuccessors(run.db, { ...act, now });
      if (!successor) return { ok: false };
      return handOver(run.db, { ...act, to: successor.id, note: "お願いします", now });
    },
  });
}

/** Answers; some members find that helpful during the next days. */
export function answering(run: Run, question: InPlay, author: Inhabitant): Doing {
  const { number, id: questionId } = question;
  const words = ["answer", number, author.handle];
  const reviewOn = chance("reviewed", ...words) < 0.05 ? "2026-05-02" : null;
  const content = {
    body: `設定を見直してください: ${number}`,
    trueForVersion: null,
    reviewOn,
  };
  return {
    what: "answer",
    async perform(now) {
      const submissionKey = formKey(...words);
      const given = { viewer: author.viewer, questionId, content, submissionKey, now };
      const outcome = await answerQuestion(run.db, given);
      if (outcome.ok) run.agenda.push(...votes(run, words, outcome.answerId, now));
      return outcome;
    },
  };
}

function votes(run: Run, answer: (string | number)[], answerId: number, now: Date): Deed[] {
  return [1, 2].flatMap((turn) => {
    const words = [...answer, turn];
    if (chance("votes", ...words) >= 0.35) return [];
    const voter = pick([...run.world.members, ...run.world.helpers], "voter", ...words);
    const at = after(now, between(1, 50, "vote after", ...words) * HOUR);
    const { viewer } = voter;
    const perform = async (at: Date) =>
      voter.isOut
        ? { ok: false }
        : voteForAnswer(run.db, { viewer, answerId, helpful: true, now: at });
    return [{ at, what: "vote", key: `vote ${words} ${voter.handle}`, perform }];
  });
}
