import { and, eq, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
import { after, MINUTE } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { sendJob } from "#db/job-queue.ts";
import {
  type CalendarEntry,
  notificationPreferences,
  notificationSchedules,
  notifications,
} from "#db/schema/notifications.ts";
import { people, suspensions } from "#db/schema/people.ts";
import type { Locale, MailOutcome } from "#db/vocabulary.ts";
import { type StoredDetail, storedDetail } from "./detail.ts";
import { defaultPreference } from "./kinds.ts";
import { announceInboxes } from "./live-channel.server.ts";
import { mailDueAt } from "./mail-times.ts";
import { scheduleOf } from "./preferences.server.ts";
import type { QuestionKind, Topic, TopicDetails, TopicKind } from "./topics.ts";

/** Keeps a statement far below PostgreSQL's limit of 65,535 parameters. */
const BATCH = 1_000;

type Event = {
  /** Who did it; never told about their own deed. Left out when nobody did: time passed. */
  actorId?: number | null;
  /** People for whom what it is about exists: that rule is the caller's. */
  recipients: number[];
  now: Date;
};

/** Something that happened to a question. */
export type QuestionNews = Event & {
  kind: QuestionKind;
  questionId: number;
  answerId?: number;
  commentId?: number;
  /** Values that the texts of the kind fill in; `message` is quoted in mails. */
  detail?: StoredDetail;
  /**
   * Names the event: whoever was told under this key is not told again. Without one it is made of
   * kind, post and actor, so that the same person doing the same again tells nothing.
   */
  onceKey?: string;
};

type TopicNewsOf<K extends TopicKind> = Event & {
  kind: K;
  about: Topic;
  /** Values that the texts of the kind fill in. */
  detail: TopicDetails[K];
  /**
   * Tells the events of this kind apart that befall the same topic, such as the id of their row in
   * a history: whoever was told of one is not told again.
   */
  onceKey: string;
  /** The appointment that its mail brings into a reader's calendar, or takes out of it, if any. */
  calendar?: (reader: { id: number; locale: Locale }) => CalendarEntry | undefined;
  /** Told to people as staff: it is gone from inbox and mail for whoever is staff no more. */
  staffOnly?: boolean;
};

/** Something that happened to anything else. */
export type TopicNews = { [K in TopicKind]: TopicNewsOf<K> }[TopicKind];

export type NewNotification = QuestionNews | TopicNews;

/**
 * Tells people, in the transaction of what happened: in their inbox and by mail, as each of them
 * wants it. Left out are the actor, the suspended, and whoever was told of this event before, however
 * often a command or job repeats.
 */
export async function notify(tx: DbOrTx, event: NewNotification): Promise<void> {
  const told = await listReaders(tx, event);
  const inserted: { id: number; personId: number; inInbox: boolean; mailDueAt: Date | null }[] = [];
  for (let start = 0; start < told.length; start += BATCH) {
    const rows = told.slice(start, start + BATCH).map((reader) => rowFor(reader, event));
    inserted.push(
      ...(await tx
        .insert(notifications)
        .values(rows)
        .onConflictDoNothing({ target: [notifications.personId, notifications.onceKey] })
        .returning({
          id: notifications.id,
          personId: notifications.personId,
          inInbox: notifications.inInbox,
          mailDueAt: notifications.mailDueAt,
        })),
    );
  }
  await announceInboxes(
    tx,
    inserted.filter(({ inInbox }) => inInbox).map(({ personId }) => personId),
  );
  // The minute's run would find them too; this spares the wait. Each event asks under a key of its
  // own, because one shared by all would make their transactions wait for each other.
  const due = inserted.find(({ mailDueAt: at }) => at !== null && at < after(event.now, MINUTE));
  if (due) await sendJob(tx, "mail-notifications", {}, { key: String(due.id) });
}

/** The people to tell, with what they want for this kind of event. */
async function listReaders(
  tx: DbOrTx,
  { kind, actorId, recipients }: Pick<NewNotification, "kind" | "actorId" | "recipients">,
) {
  if (recipients.length === 0) return [];
  const suspended = tx
    .select({ one: sql`1` })
    .from(suspensions)
    .where(and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)));
  return tx
    .select({
      id: people.id,
      email: people.email,
      locale: people.locale,
      timeZone: people.timeZone,
      inInbox: notificationPreferences.inInbox,
      mail: notificationPreferences.mail,
      schedule: notificationSchedules,
    })
    .from(people)
    .leftJoin(notificationSchedules, eq(notificationSchedules.personId, people.id))
    .leftJoin(
      notificationPreferences,
      and(eq(notificationPreferences.personId, people.id), eq(notificationPreferences.kind, kind)),
    )
    .where(
      and(
        inArray(people.id, recipients),
        actorId ? ne(people.id, actorId) : undefined,
        notExists(suspended),
      ),
    )
    .orderBy(people.id);
}

type Reader = Awaited<ReturnType<typeof listReaders>>[number];

type NewRow = typeof notifications.$inferInsert;

function rowFor(reader: Reader, event: NewNotification): NewRow {
  const { kind, actorId, now } = event;
  const standard = defaultPreference(kind);
  const due = mailDueAt(now, {
    mail: reader.mail ?? standard.mail,
    schedule: scheduleOf(reader.schedule),
    timeZone: reader.timeZone,
  });
  const unsendable: MailOutcome | undefined = !due
    ? "not-wanted"
    : reader.email === null
      ? "no-address"
      : undefined;
  return {
    personId: reader.id,
    kind,
    actorId: actorId ?? null,
    ...("about" in event ? aboutTopic(reader, event) : aboutQuestion(event)),
    inInbox: reader.inInbox ?? standard.inInbox,
    createdAt: now,
    ...(unsendable
      ? { mailOutcome: unsendable, mailSettledAt: now }
      : { mailOutcome: "waiting" as const, mailDueAt: due }),
  };
}

type About = Pick<NewRow, "questionId" | "answerId" | "commentId" | "detail" | "onceKey"> &
  Pick<NewRow, "topic" | "title" | "path" | "staffOnly" | "calendar">;

function aboutQuestion(event: QuestionNews): About {
  const { kind, questionId, answerId, commentId, actorId, detail = {}, onceKey } = event;
  const derived = [kind, questionId, answerId ?? "", commentId ?? "", actorId ?? ""].join(":");
  return {
    questionId,
    answerId: answerId ?? null,
    commentId: commentId ?? null,
    detail,
    onceKey: onceKey ?? derived,
  };
}

function aboutTopic(
  reader: Reader,
  { kind, about, detail, onceKey, calendar, staffOnly = false }: TopicNews,
): About {
  return {
    topic: about.thread,
    title: about.title(reader.locale),
    path: about.path,
    detail: storedDetail(detail),
    calendar: calendar?.(reader),
    onceKey: [kind, about.thread, onceKey].join(":"),
    staffOnly,
  };
}
