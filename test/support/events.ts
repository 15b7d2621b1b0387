import { createHash, randomBytes, randomUUID } from "node:crypto";
import { newCode } from "#app/events/admission/codes.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { eventOrganisers, events, organiserPermissions, ticketTypes } from "#db/schema/events.ts";
import { eventInvitations, registrations } from "#db/schema/registrations.ts";
import type { RegistrationState } from "#db/vocabulary.ts";
import { createPerson, NOW } from "./factories.ts";

type Row<T extends { $inferInsert: object }> = Partial<T["$inferInsert"]>;

const DAY = 86_400_000;
const HOUR = 3_600_000;
let serial = 0;

/** An event in two weeks, published unless `published` is false; two hours long, on site. */
export async function createEvent(
  db: DbOrTx,
  {
    published = true,
    organiser,
    ...values
  }: Row<typeof events> & { published?: boolean; organiser?: { id: number } } = {},
) {
  const n = ++serial;
  const createdBy = values.createdBy ?? (await createPerson(db, { role: "staff" })).id;
  const startsAt = values.startsAt ?? new Date(NOW.getTime() + 14 * DAY);
  const [row] = await db
    .insert(events)
    .values({
      uid: `${randomUUID()}@portal.example`,
      kind: "user-group",
      place: "on-site",
      scope: "customers",
      title: `第${n}回ユーザー会`,
      summary: "みんなで集まります。",
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * HOUR),
      venueName: "本社ホール",
      checkInCode: newCode(6),
      createdBy,
      createdAt: NOW,
      updatedAt: NOW,
      searchVector: "",
      ...(published ? { publishedAt: NOW, publishedBy: createdBy } : {}),
      ...values,
    })
    .returning();
  if (!row) throw new Error("no event");
  if (organiser) {
    const named = { personId: organiser.id };
    await db
      .insert(eventOrganisers)
      .values({ eventId: row.id, ...named, addedBy: createdBy, addedAt: NOW });
    await db
      .insert(organiserPermissions)
      .values({ ...named, grantedBy: createdBy, grantedAt: NOW })
      .onConflictDoNothing();
  }
  return row;
}

/** 20 places, first come first served. */
export async function createTicketType(
  db: DbOrTx,
  values: Row<typeof ticketTypes> & { eventId: number },
) {
  const seed = randomBytes(32).toString("hex");
  const lottery =
    values.admission === "lottery"
      ? {
          drawSeed: seed,
          drawCommitment: createHash("sha256").update(seed).digest("hex"),
          drawAt: new Date(NOW.getTime() + 7 * DAY),
        }
      : {};
  const [row] = await db
    .insert(ticketTypes)
    .values({
      position: 1,
      name: "一般",
      place: "on-site",
      capacity: 20,
      admission: "first-come",
      ...lottery,
      ...values,
    })
    .returning();
  if (!row) throw new Error("no ticket");
  return row;
}

/** A registration as it would be after the engine made it; ended ones get an end. */
export async function createRegistration(
  db: DbOrTx,
  {
    event,
    ticket,
    person,
    state = "confirmed",
    ...values
  }: Row<typeof registrations> & {
    event: { id: number };
    ticket: { id: number };
    person: { id: number; organisationId?: number | null };
    state?: RegistrationState;
  },
) {
  const ended =
    state === "cancelled"
      ? ({ endedAt: NOW, ending: "cancelled" } as const)
      : state === "declined"
        ? ({ endedAt: NOW, ending: "turned-down" } as const)
        : {};
  const [row] = await db
    .insert(registrations)
    .values({
      eventId: event.id,
      ticketTypeId: ticket.id,
      personId: person.id,
      organisationId: person.organisationId ?? null,
      appliedBy: person.id,
      appliedAt: NOW,
      state,
      code: newCode(),
      ...(state === "confirmed" ? { confirmedAt: NOW } : {}),
      ...(state === "waitlisted" ? { queueNumber: ++serial + 1_000 } : {}),
      ...(state === "offered" ? { offerEndsAt: new Date(NOW.getTime() + DAY) } : {}),
      ...ended,
      ...values,
    })
    .returning();
  if (!row) throw new Error("no registration");
  return row;
}

export async function inviteTo(
  db: DbOrTx,
  { event, person }: { event: { id: number; createdBy: number }; person: { id: number } },
): Promise<number> {
  const [row] = await db
    .insert(eventInvitations)
    .values({
      eventId: event.id,
      personId: person.id,
      invitedBy: event.createdBy,
      invitedAt: NOW,
    })
    .returning({ id: eventInvitations.id });
  return row?.id ?? 0;
}
