import type { SeedAnswer, SeedComment, SeedPerson, SeedQuestion } from "./content/types.ts";
import { fraction } from "./fraction.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Something that happened in a thread; `by` is the key of a person. */
export type ThreadEvent = { at: Date; by: string } & (
  | { kind: "asked" | "edited" | "information-requested" | "marked-duplicate" | "closed" }
  | { kind: "answered" | "answer-edited" | "accepted" | "verified"; answer: SeedAnswer }
  | { kind: "commented"; comment: SeedComment; answer?: SeedAnswer }
);

export type Thread = { question: SeedQuestion; askedAt: Date; events: ThreadEvent[] };

/**
 * A question of the demo community as the sequence of what happened, oldest first and nothing
 * later than `now`. Where the content leaves open when something happened, or who of the vendor's
 * `staff` did it, the same is chosen every time.
 */
export function threadOf(
  question: SeedQuestion,
  { now, staff }: { now: Date; staff: SeedPerson[] },
): Thread {
  const askedAt = new Date(
    now.getTime() - question.daysAgo * DAY - fraction(question.key, "second") * MINUTE,
  );
  const at = (minutes: number) =>
    new Date(Math.min(askedAt.getTime() + minutes * MINUTE, now.getTime() - MINUTE));
  const events: ThreadEvent[] = [{ kind: "asked", at: askedAt, by: question.by }];
  for (const comment of question.comments ?? []) {
    events.push({ kind: "commented", at: at(comment.minutesAfter), by: comment.by, comment });
  }
  for (const answer of question.answers) {
    events.push(...eventsOfAnswer(question, answer, at, staffFor(question, staff, answer.by)));
  }
  const end = Math.max(...events.map((event) => event.at.getTime() - askedAt.getTime())) / MINUTE;
  const handler = staffFor(question, staff, question.by);
  if (question.scope === "organisation") {
    events.push({ kind: "edited", at: at(15), by: handler });
  }
  if (question.needsInfo) {
    events.push({ kind: "information-requested", at: at(end + 40), by: question.needsInfo.by });
  }
  if (question.duplicateOf) {
    events.push({ kind: "marked-duplicate", at: at(end + 25), by: handler });
  }
  if (question.closed) {
    events.push({ kind: "closed", at: at(end + 18 * 60), by: question.closed.by });
  }
  events.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { question, askedAt, events };
}

function eventsOfAnswer(
  question: SeedQuestion,
  answer: SeedAnswer,
  at: (minutes: number) => Date,
  verifier: string,
): ThreadEvent[] {
  const { by, comments = [], minutesAfter } = answer;
  const events: ThreadEvent[] = [{ kind: "answered", at: at(minutesAfter), by, answer }];
  for (const comment of comments) {
    events.push({
      kind: "commented",
      at: at(comment.minutesAfter),
      by: comment.by,
      comment,
      answer,
    });
  }
  const discussed = Math.max(minutesAfter, ...comments.map((comment) => comment.minutesAfter));
  if (answer.accepted) {
    const minutes = answer.acceptedMinutesAfter ?? minutesAfter + 60;
    events.push({ kind: "accepted", at: at(minutes), by: question.by, answer });
  }
  if (answer.editedTo) {
    events.push({ kind: "answer-edited", at: at(discussed + 25), by, answer });
  }
  if (answer.verified) {
    // After the last edit: an edit by its author would have taken the verification away.
    const pause = 30 + 20 * 60 * fraction(question.key, by, "verified");
    events.push({ kind: "verified", at: at(discussed + 25 + pause), by: verifier, answer });
  }
  return events;
}

/** Who of the staff looks after a question: somebody of its area, but never `except`. */
function staffFor(question: SeedQuestion, staff: SeedPerson[], except: string): string {
  const others = staff.filter(({ key }) => key !== except);
  const skilled = others.filter(({ skills }) => skills.includes(question.area));
  const choice = skilled.length > 0 ? skilled : others;
  const chosen = choice[Math.floor(fraction(question.key, "staff") * choice.length)];
  if (!chosen) throw new Error("The demo community has no staff");
  return chosen.key;
}
