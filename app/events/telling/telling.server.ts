import { notify, type TopicNews } from "#app/notifications/notifications.server.ts";
import type { Topic, TopicKind } from "#app/notifications/topics.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { Locale } from "#db/vocabulary.ts";
import { eventEntry } from "../calendar/entry.server.ts";
import type { EventRow } from "../event-desk.server.ts";
import {
  countPartChanges,
  listFollowers,
  listInvited,
  listOrganisers,
  listSpeakers,
  listThoseWhoSee,
  listTold,
} from "./audience.server.ts";
import { type EventNews, tellOfEvent } from "./event-news.server.ts";
import { tellOfRegistration } from "./registration-news.server.ts";
import { detailOf, type Told, topicOf } from "./told.server.ts";

// Everything that people are told of events, in one place for those who tell it.
export { type EventNews, tellOfEvent, tellOfRegistration };

/**
 * Tells of an event that is public from now on: its speakers and the invited that they are, and the
 * followers of its areas for whom it exists that there is one.
 */
export async function tellOfPublication(
  tx: DbOrTx,
  { event, actorId, now }: { event: EventRow; actorId: number | null; now: Date },
): Promise<void> {
  const onceKey = "published";
  const toldSpeakers = await listTold(tx, event, ["speaker-named", "talk-accepted"]);
  const speakers = (await listSpeakers(tx, event)).filter((id) => !toldSpeakers.has(id));
  const named = { kind: "speaker-named", recipients: speakers } as const;
  await tellPeople(tx, { ...named, event, actorId, onceKey, now });
  const toldInvited = await listTold(tx, event, ["event-invited"]);
  for (const { id, invitedBy, message } of await listInvited(tx, event)) {
    if (toldInvited.has(id)) continue;
    const invited = { kind: "event-invited", recipients: [id], message } as const;
    await tellPeople(tx, { ...invited, event, actorId: invitedBy, onceKey, now });
  }
  const informed = await listTold(tx, event, ["speaker-named", "talk-accepted", "event-invited"]);
  const followers = (await listFollowers(tx, event)).filter((id) => !informed.has(id));
  const published = { kind: "event-published", recipients: followers } as const;
  await tellPeople(tx, { ...published, event, actorId, onceKey, now });
}

/** Tells those who look after the event of something that waits for them. */
export async function tellOrganisers(
  tx: DbOrTx,
  {
    kind,
    event,
    actorId,
    onceKey,
    now,
  }: Told & { kind: "registration-requested" | "talk-proposed" },
): Promise<void> {
  await notify(tx, {
    kind,
    about: topicOf(kind, event),
    detail: {},
    recipients: await listOrganisers(tx, event),
    actorId,
    onceKey,
    now,
  });
}

export type EventKindForPeople = Exclude<
  TopicKind & (`event-${string}` | `speaker-${string}` | `talk-${string}`),
  EventNews["kind"] | "talk-proposed"
>;

export type PeopleNews = Told & {
  kind: EventKindForPeople;
  recipients: readonly number[];
  message?: string;
  /** Where it leads to, when that is not the kind's own place. */
  about?: Topic;
};

/**
 * Tells people something about an event. Whoever it does not exist for (yet) is left out: speakers
 * and the invited hear of it when it is published. Speakers get the entry for their calendar.
 */
export async function tellPeople(
  tx: DbOrTx,
  { kind, event, recipients, message, actorId, onceKey, now, about }: PeopleNews,
): Promise<void> {
  const seers = await listThoseWhoSee(tx, event, recipients);
  const isSpeaking = kind === "speaker-named" || kind === "talk-accepted";
  if (isSpeaking && !event.publishedAt) return;
  const changes = isSpeaking ? await countPartChanges(tx, event, seers) : undefined;
  await notify(tx, {
    kind,
    about: about ?? topicOf(kind, event),
    detail: detailOf(kind, { when: event.startsAt, message }),
    recipients: seers,
    actorId,
    ...(changes && {
      calendar: ({ id, locale }: { id: number; locale: Locale }) =>
        eventEntry(event, { locale, part: { isIn: true, changes: changes.get(id) } }),
    }),
    onceKey,
    now,
  } as TopicNews);
}
