import { createHash } from "node:crypto";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { eventHistory, ticketTypes } from "#db/schema/events.ts";
import { notifications } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import {
  eventInvitations,
  registrationAnswers,
  registrationHistory,
  registrations,
} from "#db/schema/registrations.ts";
import type { SeedEvent, SeedTicket } from "./content/event-types.ts";
import { applicantWords } from "./content/events.ts";
import {
  type Candidate,
  candidatesOf,
  drawSeedOf,
  holdSeedDraw,
  LAST_WORD,
  type Placed,
  placeCrowd,
} from "./event-crowd.ts";
import type { Given, PlannedEvent } from "./events.ts";
import { fraction } from "./fraction.ts";
import { continueKeys, insertRows, type Row } from "./insert-rows.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Crockford's base 32, as codes are written. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

type Registration = Row<typeof registrations> & { id: number; appliedAt: Date };

type Rows = {
  tickets: (Row<typeof ticketTypes> & { id: number })[];
  registrations: Registration[];
  answers: Row<typeof registrationAnswers>[];
  history: (Row<typeof registrationHistory> & { at: Date })[];
  draws: Row<typeof eventHistory>[];
  invitations: (Row<typeof eventInvitations> & { invitedAt: Date })[];
  news: (Row<typeof notifications> & { createdAt: Date })[];
};

/** Tickets, and who applied for them with what outcome. */
export async function seedRegistrations(
  tx: DbOrTx,
  { community, now }: Given,
  planned: PlannedEvent[],
): Promise<void> {
  const known = await tx
    .select({ id: people.id, isSupporter: isSupporter(), joinedAt: people.createdAt })
    .from(people);
  const facts = new Map(known.map(({ id, ...fact }) => [id, fact]));
  const everybody = candidatesOf(community.members, facts);
  const rows: Rows = {
    tickets: [],
    registrations: [],
    answers: [],
    history: [],
    draws: [],
    invitations: [],
    news: [],
  };
  for (const event of planned) {
    const gone = new Set<number>();
    const candidates = everybody.filter(({ joinedAt }) => joinedAt < lastCall(event, now));
    for (const [index, ticket] of event.content.tickets.entries()) {
      await addTicket(rows, { event, ticket, position: index + 1, candidates, gone, now });
    }
  }
  await insertRows(tx, ticketTypes, rows.tickets);
  await insertRows(tx, registrations, rows.registrations);
  await insertRows(tx, registrationAnswers, rows.answers);
  await insertRows(
    tx,
    registrationHistory,
    inTime(rows.history, ({ at }) => at),
  );
  await insertRows(tx, eventHistory, rows.draws);
  await insertRows(
    tx,
    eventInvitations,
    inTime(rows.invitations, (row) => row.invitedAt),
  );
  await insertRows(tx, notifications, rows.news);
  for (const table of [ticketTypes, registrations]) await continueKeys(tx, table);
}

/** When the last ones applied. */
function lastCall({ startsAt }: PlannedEvent, now: Date): Date {
  return new Date(Math.min(now.getTime() - 2 * HOUR, startsAt.getTime() - DAY));
}

type Setting = {
  event: PlannedEvent;
  ticket: SeedTicket;
  position: number;
  candidates: Candidate[];
  gone: Set<number>;
  now: Date;
};

async function addTicket(rows: Rows, setting: Setting): Promise<void> {
  const { event, ticket, position, candidates, gone, now } = setting;
  const id = rows.tickets.length + 1;
  const placed = placeCrowd(event.content, ticket, candidates, gone);
  const first = rows.registrations.length + 1;
  const drawAt =
    ticket.drawInDays === undefined ? null : new Date(now.getTime() + ticket.drawInDays * DAY);
  const { seed, commitment } = drawSeedOf(event.content.key);
  const isDrawn = drawAt !== null && drawAt < now;
  const record = isDrawn
    ? await holdSeedDraw(
        ticket,
        seed,
        placed.flatMap(({ candidate: { organisationId } }, index) => ({
          number: first + index,
          organisationId,
        })),
      )
    : null;
  const {
    confirmed,
    offered,
    waitlisted,
    applied,
    cancelled,
    declined,
    with: _with,
    without: _without,
    ...columns
  } = ticket;
  const { drawInDays: _drawInDays, ...plain } = columns;
  rows.tickets.push({
    ...plain,
    id,
    eventId: event.id,
    position,
    lastQueueNumber: placed.length,
    ...(drawAt ? { drawAt, drawCommitment: commitment, drawSeed: seed } : {}),
    ...(record ? { drawnAt: drawAt, drawRecord: record } : {}),
  });
  for (const [index, one] of placed.entries()) {
    const number = first + index;
    const drawn = record?.drawn.includes(number);
    const state = drawn === undefined ? one.state : drawn ? "confirmed" : "waitlisted";
    const line = record ? record.waiting.indexOf(number) + 1 : index + 1;
    addRegistration(rows, { ...one, state }, { ...setting, ticketId: id, line });
  }
  if (!record) numberLine(rows.registrations.slice(first - 1));
  if (record && drawAt) {
    const detail = {
      ticket: ticket.name,
      drawn: record.drawn.length,
      waiting: record.waiting.length,
    };
    rows.draws.push({ eventId: event.id, kind: "drawn", actorId: null, detail, at: drawAt });
  }
}

function addRegistration(
  rows: Rows,
  { candidate, state: planned }: Placed,
  { event, ticketId, line, now }: Setting & { ticketId: number; line: number },
): void {
  const { content, id: eventId, publishedAt, madeBy } = event;
  const id = rows.registrations.length + 1;
  const opened = Math.max((publishedAt ?? now).getTime(), candidate.joinedAt.getTime());
  const chance = chanceOf(planned, fraction("applied", content.key, candidate.key));
  const appliedAt = new Date(opened + chance * (lastCall(event, now).getTime() - opened));
  const stopped = content.cancelled !== undefined;
  const state = stopped ? "cancelled" : planned;
  const changedAt = new Date(Math.min(appliedAt.getTime() + 20 * HOUR, now.getTime() - HOUR));
  const endedAt = stopped ? new Date(now.getTime() - 3 * DAY) : changedAt;
  const isOver = state === "cancelled" || state === "declined";
  const offerEndsAt = new Date(now.getTime() + 18 * HOUR);
  rows.registrations.push({
    id,
    eventId,
    ticketTypeId: ticketId,
    personId: candidate.id,
    organisationId: candidate.organisationId,
    appliedBy: candidate.id,
    appliedAt,
    state,
    code: codeOf(content.key, candidate.key),
    ...(state === "waitlisted" ? { queueNumber: line } : {}),
    ...(state === "offered" ? { offerEndsAt } : {}),
    ...(state === "confirmed" ? { confirmedAt: appliedAt } : {}),
    ...(isOver
      ? {
          endedAt,
          ending: stopped ? "event-cancelled" : state === "declined" ? "turned-down" : "cancelled",
        }
      : {}),
    ...(state === "declined"
      ? { note: "今回は近い悩みの4社で組みました。次の回をご案内します。" }
      : {}),
  });
  rows.history.push({ registrationId: id, kind: "applied", actorId: candidate.id, at: appliedAt });
  if (state !== "applied") {
    const kind = stopped ? "event-cancelled" : LAST_WORD[state];
    const actorId = state === "declined" ? madeBy.id : kind === "cancelled" ? candidate.id : null;
    const at = isOver
      ? endedAt
      : state === "offered"
        ? new Date(now.getTime() - 6 * HOUR)
        : appliedAt;
    rows.history.push({ registrationId: id, kind, actorId, at });
  }
  addAnswers(rows, { id, event, candidate });
  if (content.invitedOnly) {
    const invitedAt = new Date(appliedAt.getTime() - HOUR);
    rows.invitations.push({ eventId, personId: candidate.id, invitedBy: madeBy.id, invitedAt });
  }
  if (state === "offered") {
    rows.news.push({
      personId: candidate.id,
      kind: "registration-offered",
      topic: `event:${eventId}`,
      title: content.title,
      path: `/events/${eventId}`,
      detail: { when: offerEndsAt.toISOString() },
      createdAt: new Date(now.getTime() - 6 * HOUR),
    });
  }
}

/** The line is in the order of applying. */
function numberLine(ofTicket: Registration[]): void {
  const waiting = ofTicket.filter(({ state }) => state === "waitlisted");
  waiting.sort((a, b) => a.appliedAt.getTime() - b.appliedAt.getTime());
  for (const [index, registration] of waiting.entries()) registration.queueNumber = index + 1;
}

/** When in the time of applying: whoever waits came after those who found places. */
function chanceOf(state: Placed["state"], chance: number): number {
  if (state === "confirmed") return chance * 0.6;
  return state === "offered" ? 0.6 : state === "waitlisted" ? 0.62 + chance * 0.38 : chance;
}

function addAnswers(
  rows: Rows,
  { id, event, candidate }: { id: number; event: PlannedEvent; candidate: Candidate },
): void {
  const { content, questionIds } = event;
  for (const [index, question] of (content.questions ?? []).entries()) {
    const answer = answerTo(question, `${content.key} ${index}`, candidate.key);
    const questionId = questionIds[index];
    if (answer && questionId) rows.answers.push({ registrationId: id, questionId, answer });
  }
}

type SeedQuestion = NonNullable<SeedEvent["questions"]>[number];

function answerTo({ kind, choices = [], required }: SeedQuestion, event: string, who: string) {
  const words = kind === "text" ? applicantWords : choices;
  if (!required && fraction("silent", event, who) < 0.4) return undefined;
  return words[Math.floor(fraction("answer", event, who) * words.length)];
}

/** A code that is the same in every demo community. */
function codeOf(event: string, person: string): string {
  const bytes = createHash("sha256").update(`code ${event} ${person}`).digest();
  return Array.from(bytes.subarray(0, 8), (byte) => ALPHABET[byte % 32]).join("");
}

function inTime<T>(rows: T[], at: (row: T) => Date): T[] {
  return rows.toSorted((a, b) => at(a).getTime() - at(b).getTime());
}
