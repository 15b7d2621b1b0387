import { DAY, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { pairSessionRecords, pairSessions } from "#db/schema/pair-sessions.ts";
import { offer } from "#test/pair-sessions/scene.ts";

type Party = { id: number; handle: string; organisation: { id: number } | null };

const QUARTER = 900_000;

/** A host who can be booked, with a session of `guest` to come and one in the past. */
export async function pairSessionsOf(db: Db, { host, guest }: { host: Party; guest: Party }) {
  await offer(db, host.id);
  const quarter = new Date(Math.floor(Date.now() / QUARTER) * QUARTER);
  const insert = async (uid: string, startsAt: Date) => {
    const [row] = await db
      .insert(pairSessions)
      .values({
        uid,
        hostId: host.id,
        guestId: guest.id,
        organisationId: guest.organisation?.id,
        topic: "差し込み項目の設定",
        meetingUrl: "https://meet.example/walk",
        startsAt,
        bookedAt: later(quarter, -9 * DAY),
      })
      .returning({ id: pairSessions.id });
    return row?.id ?? 0;
  };
  const comingId = await insert("walk-coming", later(quarter, 3 * DAY));
  const pastId = await insert("walk-past", later(quarter, -3 * DAY));
  await db.insert(pairSessionRecords).values({
    sessionId: pastId,
    shown: "設定画面を一緒に開いた。",
    writtenBy: host.id,
    writtenAt: quarter,
  });
  const at = later(quarter, 5 * DAY).toISOString();
  return { comingId, pastId, hostHandle: host.handle, at };
}
