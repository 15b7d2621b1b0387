import { createHash } from "node:crypto";
import { minutesOf } from "#app/calendar/times-of-day.ts";
import { openSlots } from "#app/pair-sessions/slots.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import {
  pairAvailabilities,
  pairHosts,
  pairSessionHistory,
  pairSessionRecords,
  pairSessions,
} from "#db/schema/pair-sessions.ts";
import type { Community, Member } from "./community.ts";
import { people as peopleContent } from "./content/index.ts";
import type { SeedPairHost, SeedPairSession } from "./content/pair-sessions.ts";
import { pairHosts as hosts, pairSessions as sessions } from "./content/pair-sessions.ts";
import { continueKeys, insertRows, type Row } from "./insert-rows.ts";
import { found } from "./thread-rows.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const READ_AFTER = 3 * DAY;
const TOLD_FOR = 30 * DAY;

type Given = { community: Community; now: Date };

/**
 * Who can be booked for a quarter of an hour and when, what came out of the sessions so far, and
 * those to come; one of them is of the demo member with the demo supporter.
 */
export async function seedPairSessions(tx: DbOrTx, { community, now }: Given): Promise<void> {
  const offers = hosts.map((host) => offerOf(host, community));
  await insertRows(
    tx,
    pairHosts,
    offers.map(({ host, member }) => ({
      personId: member.id,
      offer: host.offer,
      meetingUrl: `https://meet.example/${member.handle}`,
      noticeHours: host.noticeHours,
      updatedAt: new Date(now.getTime() - 90 * DAY),
    })),
  );
  await insertRows(
    tx,
    pairAvailabilities,
    offers.flatMap(({ spans }) => spans).map((span, index) => ({ ...span, id: index + 1 })),
  );
  const rows = rowsOf(offers, { community, now });
  await insertRows(tx, pairSessions, rows.sessions);
  await insertRows(tx, pairSessionHistory, rows.history);
  await insertRows(tx, pairSessionRecords, rows.records);
  await insertRows(tx, notifications, rows.news);
  for (const table of [pairAvailabilities, pairSessions]) await continueKeys(tx, table);
}

type Offer = {
  host: SeedPairHost;
  member: Member;
  timeZone: string;
  spans: Row<typeof pairAvailabilities>[];
  busy: Date[];
};

function offerOf(host: SeedPairHost, { members }: Community): Offer {
  const member = found(members, host.key);
  const timeZone = peopleContent.find(({ key }) => key === host.key)?.timeZone ?? "Asia/Tokyo";
  const spans = host.hours.flatMap(({ weekdays, from, to }) =>
    weekdays.map((weekday) => ({
      hostId: member.id,
      weekday,
      fromMinute: minutesOf(from) ?? 0,
      toMinute: minutesOf(to) ?? 0,
      timeZone,
    })),
  );
  return { host, member, timeZone, spans, busy: [] };
}

/** A free moment within the host's hours: soon after a moment in the past, or the next but one. */
function momentFor(offer: Offer, { past }: SeedPairSession, now: Date): Date {
  const { host, spans, timeZone, busy } = offer;
  const from = past ? new Date(now.getTime() - past.days * DAY) : now;
  const slots = openSlots(
    {
      spans: spans as Parameters<typeof openSlots>[0]["spans"],
      noticeHours: past ? 0 : host.noticeHours,
      absences: [],
      ownTimeZone: timeZone,
      busy,
    },
    { now: from },
  );
  const moment = slots[2];
  if (!moment) throw new Error(`${host.key} has no free time`);
  busy.push(moment);
  return moment;
}

function rowsOf(offers: Offer[], { community, now }: Given) {
  const rows = {
    sessions: [] as Row<typeof pairSessions>[],
    history: [] as (Row<typeof pairSessionHistory> & { at: Date })[],
    records: [] as Row<typeof pairSessionRecords>[],
    news: [] as (Row<typeof notifications> & { createdAt: Date })[],
  };
  for (const [index, session] of sessions.entries()) {
    const offer = offers.find(({ host }) => host.key === session.host);
    if (!offer) throw new Error(`${session.host} offers nothing`);
    const id = index + 1;
    const { member: host } = offer;
    const guest = found(community.members, session.guest);
    const startsAt = momentFor(offer, session, now);
    const bookedAt = new Date(Math.min(startsAt.getTime() - 4 * DAY, now.getTime() - 5 * HOUR));
    rows.sessions.push({
      id,
      uid: `${createHash("sha256").update(session.topic).digest("hex").slice(0, 32)}@portal.example`,
      hostId: host.id,
      guestId: guest.id,
      organisationId: guest.organisationId,
      productAreaId: found(community.areaIds, session.area),
      topic: session.topic,
      meetingUrl: `https://meet.example/${host.handle}`,
      startsAt,
      bookedAt,
      remindedAt: session.past ? new Date(startsAt.getTime() - HOUR) : null,
    });
    const line = { sessionId: id };
    const to = startsAt.toISOString();
    rows.history.push({
      ...line,
      event: "booked",
      actorId: guest.id,
      detail: { to },
      at: bookedAt,
    });
    const about = { topic: `pair-session:${id}`, title: session.topic.split("\n")[0], startsAt };
    const told = (personId: number, actorId: number, createdAt: Date) => ({
      personId,
      actorId,
      topic: about.topic,
      title: about.title,
      path: `/pair-sessions/${id}`,
      detail: { when: to },
      createdAt,
      readAt:
        now.getTime() - createdAt.getTime() > READ_AFTER
          ? new Date(createdAt.getTime() + 2 * HOUR)
          : null,
    });
    if (session.past) {
      const { days: _days, ...words } = session.past;
      const writtenAt = new Date(startsAt.getTime() + 2 * HOUR);
      rows.records.push({ ...line, ...words, writtenBy: host.id, writtenAt });
      rows.history.push({ ...line, event: "recorded", actorId: host.id, at: writtenAt });
      if (now.getTime() - writtenAt.getTime() < TOLD_FOR) {
        rows.news.push({ kind: "pair-session-recorded", ...told(guest.id, host.id, writtenAt) });
      }
    } else {
      rows.news.push({ kind: "pair-session-booked", ...told(host.id, guest.id, bookedAt) });
    }
  }
  rows.history.sort((a, b) => a.at.getTime() - b.at.getTime());
  rows.news.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return rows;
}
