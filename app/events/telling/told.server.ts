import type { Topic, TopicKind } from "#app/notifications/topics.ts";
import type { EventRow } from "../event-desk.server.ts";
import { eventTopic } from "../event-topic.ts";

/** What all news of an event have. */
export type Told = {
  event: EventRow;
  /** Never told about their own deed; empty when time or the draw did it. */
  actorId: number | null;
  /** Names what happened, such as the id of its row in a history: it is told once. */
  onceKey: string;
  now: Date;
};

/** The page of an event that a kind leads to. */
const PAGES: Partial<Record<TopicKind, string>> = {
  "event-materials": "/materials",
  "event-survey": "/survey",
  "registration-requested": "/guests",
  "talk-proposed": "/proposals",
};

/** An event as what a kind tells of, leading to where that is. */
export function topicOf(kind: TopicKind, event: EventRow): Topic {
  const topic = eventTopic(event);
  return { ...topic, path: `${topic.path}${PAGES[kind] ?? ""}` as const };
}

/** Kinds whose `when` is the beginning of the event. */
export const SAYS_BEGINNING = [
  "event-published",
  "event-invited",
  "event-changed",
  "registration-confirmed",
  "registration-for-you",
  "speaker-named",
  "talk-accepted",
] as const satisfies TopicKind[];
const SAYS_WHEN: ReadonlySet<TopicKind> = new Set([
  ...SAYS_BEGINNING,
  "event-reminder",
  "registration-offered",
]);

/** The values that the texts of a kind fill in. */
export function detailOf(kind: TopicKind, { when, message }: { when: Date; message?: string }) {
  return { ...(SAYS_WHEN.has(kind) && { when }), ...(message && { message }) };
}
