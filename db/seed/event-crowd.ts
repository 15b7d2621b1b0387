import { createHash, createHmac } from "node:crypto";
import { draw } from "#app/events/admission/draw.ts";
import type { DrawRecord } from "#db/schema/events.ts";
import type { RegistrationState } from "#db/vocabulary.ts";
import type { SeedEvent, SeedTicket } from "./content/event-types.ts";
import { neverCame } from "./content/events.ts";
import { organisations, people } from "./content/index.ts";
import { fraction } from "./fraction.ts";

type Organisation = (typeof organisations)[number];

/** Somebody who can apply: with the facts that tickets ask for. */
export type Candidate = {
  key: string;
  id: number;
  organisationId: number;
  organisation: Organisation;
  isSupporter: boolean;
  joinedAt: Date;
};

/** Everybody of the customers; `facts` are what the database knows of them by now. */
export function candidatesOf(
  members: ReadonlyMap<string, { id: number; organisationId: number | null }>,
  facts: ReadonlyMap<number, { isSupporter: boolean; joinedAt: Date }>,
): Candidate[] {
  return people.flatMap(({ key, organisation: name }) => {
    const member = members.get(key);
    const organisation = organisations.find((one) => one.key === name);
    const known = member && facts.get(member.id);
    if (!member?.organisationId || !organisation || !known) return [];
    const { id, organisationId } = member;
    return [{ key, id, organisationId, organisation, ...known }];
  });
}

const STATES = ["confirmed", "offered", "waitlisted", "applied", "declined", "cancelled"] as const;
export type Placed = { candidate: Candidate; state: (typeof STATES)[number] };

/**
 * Who is in which state for a ticket: those the content names, then others for whom it is meant, no
 * more of one company than its cap lets take places.
 *
 * @param gone people who have a registration for the event already; those placed here are added
 */
export function placeCrowd(
  event: SeedEvent,
  ticket: SeedTicket,
  candidates: readonly Candidate[],
  gone: Set<number>,
): Placed[] {
  const eligible = candidates
    .filter((candidate) => isMeant(event, ticket, candidate) && !gone.has(candidate.id))
    .toSorted((a, b) => fraction(event.key, a.key) - fraction(event.key, b.key));
  const placed: Placed[] = [];
  const taken = new Map<number, number>();
  const cap = ticket.organisationCap ?? Number.POSITIVE_INFINITY;
  for (const state of STATES) {
    const named = ticket.with?.[state as keyof NonNullable<SeedTicket["with"]>] ?? [];
    const order = [
      ...named.flatMap((key) => candidates.find((one) => one.key === key) ?? []),
      ...eligible.filter(({ key }) => !isNamed(ticket, key)),
    ];
    let missing = ticket[state] ?? 0;
    for (const candidate of order) {
      if (missing === 0) break;
      if (gone.has(candidate.id)) continue;
      const own = taken.get(candidate.organisationId) ?? 0;
      const takes = state === "confirmed" || state === "offered";
      if (takes && own >= cap) continue;
      if (takes) taken.set(candidate.organisationId, own + 1);
      gone.add(candidate.id);
      placed.push({ candidate, state });
      missing -= 1;
    }
  }
  return placed;
}

function isNamed(ticket: SeedTicket, key: string): boolean {
  return Object.values(ticket.with ?? {}).some((keys) => keys.includes(key));
}

function isMeant(event: SeedEvent, ticket: SeedTicket, candidate: Candidate) {
  const { organisation, isSupporter } = candidate;
  const { key, phase, tier } = organisation;
  if (ticket.without?.includes(candidate.key)) return false;
  if (event.inDays < 0 && neverCame.includes(key)) return false;
  if ((ticket.supportersOnly || event.scope === "supporters") && !isSupporter) return false;
  if (ticket.phases && !ticket.phases.includes(phase)) return false;
  return !ticket.tiers || ticket.tiers.includes(tier);
}

/** A seed that is the same in every demo community, and what is published of it beforehand. */
export function drawSeedOf(key: string): { seed: string; commitment: string } {
  const seed = createHash("sha256").update(`draw of ${key}`).digest("hex");
  return { seed, commitment: createHash("sha256").update(seed).digest("hex") };
}

/** Holds the draw of a ticket among those who applied; gives its record. */
export async function holdSeedDraw(
  ticket: SeedTicket,
  seed: string,
  entrants: { number: number; organisationId: number }[],
): Promise<DrawRecord> {
  const groups = [...new Set(entrants.map(({ organisationId }) => organisationId))];
  const entry = {
    places: ticket.capacity,
    groupCap: ticket.organisationCap ?? null,
    groups: groups.map((_, index) => ({ group: index + 1, taken: 0 })),
    entrants: entrants.map(({ number, organisationId }) => ({
      number,
      group: groups.indexOf(organisationId) + 1,
    })),
  };
  const key = Buffer.from(seed, "hex");
  const outcome = await draw(entry, (number) =>
    createHmac("sha256", key).update(String(number)).digest("hex"),
  );
  return { ...entry, ...outcome };
}

/** What is told last of a registration in that state. */
export const LAST_WORD = {
  applied: "applied",
  waitlisted: "waitlisted",
  offered: "offered",
  confirmed: "confirmed",
  cancelled: "cancelled",
  declined: "turned-down",
} as const satisfies Record<RegistrationState, string>;
