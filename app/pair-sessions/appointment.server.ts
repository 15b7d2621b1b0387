import { translator } from "#app/i18n/i18n.server.ts";
import { portalUrl } from "#app/lib/current-config.server.ts";
import type { CalendarEntry } from "#db/schema/notifications.ts";
import type { Locale } from "#db/vocabulary.ts";
import { endOf } from "./pair-sessions.ts";
import type { PairSession } from "./session-desk.server.ts";
import { sessionTopic } from "./session-topic.ts";

/**
 * A session as it stands in the calendar of one of the two, in their language: it is named after
 * the other one.
 *
 * @param session.sequence as it is after the change that the entry tells of
 */
export function appointmentOf(
  session: PairSession,
  { withName, locale }: { withName: string; locale: Locale },
): CalendarEntry {
  const t = translator(locale, "pair-sessions");
  const url = portalUrl(sessionTopic(session).path);
  const { uid, sequence, startsAt, cancelledAt, topic, meetingUrl } = session;
  return {
    uid,
    sequence,
    isCancelled: cancelledAt !== null,
    start: startsAt.toISOString(),
    end: endOf(startsAt).toISOString(),
    summary: t("calendar.summary", { name: withName }),
    description: [
      topic,
      "",
      ...(meetingUrl ? [t("calendar.join", { url: meetingUrl })] : []),
      t("calendar.page", { url }),
    ].join("\n"),
    location: meetingUrl,
    url,
  };
}
