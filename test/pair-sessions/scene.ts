import { eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { bookPairSession } from "#app/pair-sessions/booking.server.ts";
import type { Db } from "#db/client.server.ts";
import { credentials } from "#db/schema/credentials.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import { pairAvailabilities, pairHosts } from "#db/schema/pair-sessions.ts";
import type { people } from "#db/schema/people.ts";
import { createCertification, issueTestCredential } from "#test/support/certification.ts";
import { createOrganisation, createPerson, NOW, viewerOf } from "#test/support/factories.ts";

export const MEETING = "https://meet.example/room-1";
/** Tuesday, 2 June 2026, 10:00 in Tokyo: the first slot of the hosts made here. */
export const TEN = new Date("2026-06-02T01:00:00Z");
export const HALF_PAST_TEN = new Date("2026-06-02T01:30:00Z");

type Values = Partial<typeof people.$inferInsert>;

/** A member of a company of their own, as viewer. */
export async function guestOf(db: Db, values: Values = {}): Promise<Viewer> {
  const organisation = await createOrganisation(db);
  const person = await createPerson(db, { organisationId: organisation.id, ...values });
  return viewerOf(person, organisation);
}

/** A supporter who can be booked on Tuesdays and Thursdays from 10 to 12 in Tokyo. */
export async function hostOf(
  db: Db,
  { timeZone = "Asia/Tokyo", ...values }: Values = {},
): Promise<Viewer> {
  const guest = await guestOf(db, { timeZone, ...values });
  await issueTestCredential(db, { holder: guest, of: await createCertification(db) });
  await offer(db, guest.id, timeZone);
  return { ...guest, isSupporter: true };
}

/** Lets somebody offer the hours of `hostOf`. */
export async function offer(db: Db, personId: number, timeZone = "Asia/Tokyo"): Promise<void> {
  await db.insert(pairHosts).values({
    personId,
    meetingUrl: MEETING,
    offer: "見積書の設定を一緒に見られます。",
    noticeHours: 1,
    updatedAt: NOW,
  });
  await db.insert(pairAvailabilities).values(
    [2, 4].map((weekday) => ({
      hostId: personId,
      weekday,
      fromMinute: 600,
      toMinute: 720,
      timeZone,
    })),
  );
}

/** Books as a form would; gives the session's id. */
export async function book(
  db: Db,
  viewer: Viewer,
  host: { id: number },
  { startsAt = TEN, topic = "差し込み項目が反映されない画面", now = NOW } = {},
): Promise<number> {
  const booked = await bookPairSession(db, {
    viewer,
    hostId: host.id,
    startsAt,
    topic,
    productAreaId: null,
    now,
  });
  if (!booked.ok) throw new Error(booked.reason);
  return booked.sessionId;
}

/** Mails in the outbox, oldest first. */
export function outbox(db: Db) {
  return db.select().from(outgoingMails).orderBy(outgoingMails.id);
}

/** Ends the credentials of a supporter, as time does. */
export async function endCredentials(db: Db, personId: number): Promise<void> {
  await db
    .update(credentials)
    .set({ endedAt: NOW, ending: "lapsed" })
    .where(eq(credentials.personId, personId));
}
