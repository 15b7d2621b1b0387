import type { DrawRecord } from "#db/schema/events.ts";

export type Entry = Pick<DrawRecord, "places" | "groupCap" | "groups" | "entrants">;

/** Names the algorithm in published records, with its parameters. */
export const DRAW_ALGORITHM = "HMAC-SHA256(seed, number), ascending";

/**
 * Holds a draw. Each entrant gets a ticket: HMAC-SHA256 (RFC 2104) with the 32 bytes of the seed as
 * key over the entrant's number written in decimal ASCII, in lower-case hexadecimal. Entrants are
 * taken in ascending order of tickets while there are places; one whose group has no place left
 * under the cap is passed over. All others wait, in that same order. The same seed and entries give
 * the same result in any language that has HMAC.
 *
 * @param hmac gives the ticket of a number under the seed
 */
export async function draw(
  { places, groupCap, groups, entrants }: Entry,
  hmac: (number: number) => string | Promise<string>,
): Promise<Pick<DrawRecord, "drawn" | "waiting">> {
  const tickets = await Promise.all(
    entrants.map(async ({ number, group }) => ({ number, group, ticket: await hmac(number) })),
  );
  tickets.sort((a, b) =>
    a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : a.number - b.number,
  );
  const taken = new Map(groups.map((one) => [one.group, one.taken]));
  const drawn: number[] = [];
  const waiting: number[] = [];
  for (const { number, group } of tickets) {
    const ofGroup = group === null ? 0 : (taken.get(group) ?? 0);
    const fits =
      drawn.length < places && (group === null || groupCap === null || ofGroup < groupCap);
    if (fits && group !== null) taken.set(group, ofGroup + 1);
    (fits ? drawn : waiting).push(number);
  }
  return { drawn, waiting };
}
