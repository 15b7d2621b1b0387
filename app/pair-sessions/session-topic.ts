import type { Topic } from "#app/notifications/topics.ts";
import { headlineOf } from "./pair-sessions.ts";

/** A session as something people are told about: by what it is about, in the words of its guest. */
export function sessionTopic({ id, topic }: { id: number; topic: string }): Topic {
  return {
    thread: `pair-session:${id}`,
    title: () => headlineOf(topic),
    path: `/pair-sessions/${id}`,
  };
}
