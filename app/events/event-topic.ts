import type { Topic } from "#app/notifications/topics.ts";

/** An event as what people are told about. */
export function eventTopic({ id, title }: { id: number; title: string }): Topic {
  return { thread: `event:${id}`, title: () => title, path: `/events/${id}` };
}
