import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { after, SECOND } from "#app/lib/time.ts";
import { matchesPerson, nameOrder, searchWord } from "#app/people/name-search.server.ts";
import { seesOrganisationOf } from "#app/people/people.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { registrations } from "#db/schema/registrations.ts";
import type { EventRow } from "../event-desk.server.ts";
import { deskState } from "./check-in.ts";
import { figuresOf, rowsOf, search, searchable } from "./desk-list.ts";
import { findByCode, listCame, listChanges, listGuests } from "./desk-reading.server.ts";

/** What happened shortly before a reading may have been committed after it. */
const OVERLAP = 30 * SECOND;
const FOUND_MAX = 10;

/**
 * What the page at the door is made with: the figures of all, and the first rows of what was searched
 * for (`q`), or the one that a scanned `code` names. The whole list follows by script.
 */
export async function openDesk(
  db: DbOrTx,
  {
    viewer,
    event,
    asked,
    now,
  }: { viewer: Viewer; event: EventRow; asked: URLSearchParams; now: Date },
) {
  const of = { viewer, eventId: event.id };
  const text = (name: string) => (asked.get(name) ?? "").slice(0, 100);
  const code = asked.get("code");
  const q = code === null ? text("q") : "";
  const person = text("person");
  const [guests, came, spotted, found] = await Promise.all([
    listGuests(db, of),
    listCame(db, of),
    code === null ? undefined : findByCode(db, { eventId: event.id, code: code.slice(0, 40) }),
    person === "" ? [] : listWalkIns(db, { ...of, typed: person }),
  ]);
  const rows = rowsOf(guests, came);
  const { shown, total } =
    spotted === undefined
      ? search(searchable(rows), q)
      : { shown: rows.filter(({ personId }) => personId === spotted), total: 1 };
  const ids = new Set(shown.map(({ id }) => id));
  const closed = deskState(event, now);
  return {
    event: { id: event.id, timeZone: event.timeZone, checkInCode: event.checkInCode },
    closed: closed === "open" ? null : closed,
    first: {
      guests: guests.filter(({ personId }) => ids.has(`p${personId}`)),
      came: came.filter(({ id, personId }) =>
        ids.has(personId === null ? `a${id}` : `p${personId}`),
      ),
      figures: figuresOf(guests, came),
    },
    total,
    q,
    spot: code === null ? undefined : (spotted ?? null),
    walkIn: {
      typed: person,
      found,
      guest: { name: text("guest"), affiliation: text("affiliation") },
    },
    typedCode: text("typed"),
  };
}

/** The list for phones: whole, or what changed since `next` of an earlier answer. */
export async function readDesk(
  db: DbOrTx,
  {
    viewer,
    eventId,
    since,
    now,
  }: { viewer: Viewer; eventId: number; since: string | null; now: Date },
) {
  const of = { viewer, eventId };
  const next = after(now, -OVERLAP).toISOString();
  const from = new Date(since ?? "");
  if (!Number.isNaN(from.getTime()))
    return { ...(await listChanges(db, { ...of, since: from })), next };
  const [guests, came] = await Promise.all([listGuests(db, of), listCame(db, of)]);
  return { guests, came, next };
}

/** People who may come as walk-ins: those with a live registration or check-in are on the list. */
async function listWalkIns(
  db: DbOrTx,
  { viewer, eventId, typed }: { viewer: Viewer; eventId: number; typed: string },
) {
  const word = searchWord(typed);
  if (word === "") return [];
  const rows = await db
    .select({
      personId: people.id,
      name: people.name,
      reading: people.reading,
      showsOrganisation: people.showsOrganisation,
      organisationId: people.organisationId,
      organisation: organisations.name,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        matchesPerson(word),
        notExists(
          db
            .select({ one: sql`1` })
            .from(registrations)
            .where(
              and(
                eq(registrations.eventId, eventId),
                eq(registrations.personId, people.id),
                isNull(registrations.endedAt),
              ),
            ),
        ),
        notExists(
          db
            .select({ one: sql`1` })
            .from(attendances)
            .where(
              and(
                eq(attendances.eventId, eventId),
                eq(attendances.personId, people.id),
                isNull(attendances.undoneAt),
              ),
            ),
        ),
      ),
    )
    .orderBy(nameOrder, people.id)
    .limit(FOUND_MAX);
  return rows.map(({ showsOrganisation, organisationId, organisation, ...row }) => ({
    ...row,
    organisation: seesOrganisationOf(viewer, { showsOrganisation, organisationId })
      ? (organisation ?? "")
      : "",
  }));
}
