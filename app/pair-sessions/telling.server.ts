import { mailOwnAppointment } from "#app/notifications/letters.server.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import type { Locale } from "#db/vocabulary.ts";
import { appointmentOf } from "./appointment.server.ts";
import type { PairSession, Party } from "./session-desk.server.ts";
import { sessionTopic } from "./session-topic.ts";

type Change = {
  event: "booked" | "moved" | "cancelled";
  /** As it is after the change. */
  session: PairSession;
  host: Party;
  guest: Party;
  actorId: number;
  message?: string;
  onceKey: string;
  now: Date;
};

/**
 * Tells the other one what the actor did, in the portal and by a mail that brings it into their
 * calendar; the actor gets the mail for the calendar alone. One mail to each, as each wants it.
 */
export async function tellOfChange(
  tx: DbOrTx,
  { event, session, host, guest, actorId, message, onceKey, now }: Change,
): Promise<void> {
  const kind = `pair-session-${event}` as const;
  const about = sessionTopic(session);
  const [actor, other] = actorId === host.id ? [host, guest] : [guest, host];
  const calendar = ({ id, locale }: { id: number; locale: Locale }) =>
    appointmentOf(session, { withName: id === host.id ? guest.name : host.name, locale });
  const when = session.startsAt;
  await notify(tx, {
    kind,
    about,
    detail: { when, message },
    recipients: [other.id],
    actorId: actor.id,
    calendar,
    onceKey,
    now,
  });
  await mailOwnAppointment(tx, {
    kind,
    about,
    detail: { when, with: other.name },
    personId: actor.id,
    calendar,
    onceKey,
    now,
  });
}
