import type { ExamItemKind } from "#db/vocabulary.ts";

/** A whole number from 0 up to, but not including, `below`. */
export type Random = (below: number) => number;

/** A copy in an order that the numbers decide, each order as likely as any other (Fisher–Yates). */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list];
  for (let end = result.length - 1; end > 0; end -= 1) {
    const other = random(end + 1);
    [result[end], result[other]] = [result[other] as T, result[end] as T];
  }
  return result;
}

/**
 * Draws `count` items from the pool, in equal parts from its areas: two areas differ by one item at
 * most, unless the smaller has no more to give. The order tells nothing of the areas.
 *
 * @returns undefined when the pool holds fewer than `count`
 */
export function drawItems<Item extends { areaId: number }>(
  pool: readonly Item[],
  { count, random }: { count: number; random: Random },
): Item[] | undefined {
  if (pool.length < count) return undefined;
  const areas = Map.groupBy(shuffled(pool, random), ({ areaId }) => areaId);
  const drawn: Item[] = [];
  while (drawn.length < count) {
    const open = [...areas.values()].filter((items) => items.length > 0);
    // Each round takes one item from every area; the last round from as many as are still needed.
    for (const items of shuffled(open, random).slice(0, count - drawn.length)) {
      drawn.push(items.pop() as Item);
    }
  }
  return shuffled(drawn, random);
}

/**
 * The options of an item in the order in which they are shown. Those that are to be put in order
 * never come in the right one already.
 *
 * @param optionIds in their order in the bank: for `order` the right one
 */
export function shuffledOptions(
  kind: ExamItemKind,
  optionIds: readonly number[],
  random: Random,
): number[] {
  const shown = shuffled(optionIds, random);
  const isRight = shown.every((id, index) => id === optionIds[index]);
  const [first, ...others] = shown;
  return kind === "order" && isRight && first !== undefined ? [...others, first] : shown;
}
