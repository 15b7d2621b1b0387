/**
 * How an item has done in ended attempts.
 *
 * `p`: share of right answers (difficulty; high is easy). `r`: point-biserial correlation between
 * the item (0 or 1) and the rest score – the share of right answers among the other items of the
 * same attempt, so that an item is not compared with itself –, null while either does not vary.
 * `n`: attempts that both rest on.
 *
 * After L. Crocker, J. Algina: Introduction to Classical and Modern Test Theory (1986), chapter 14;
 * the correction for the item's own share after S. Henrysson, Psychometrika 28 (1963), 211–218.
 */
export type ItemFigures = { n: number; p: number | null; r: number | null };

/** Below so many attempts the figures say too little to judge an item by. */
export const JUDGED_FROM = 30;
export const HARDEST = 0.2;
export const EASIEST = 0.95;
export const WEAKEST = 0.1;

export const ITEM_FLAGS = ["too-hard", "too-easy", "not-telling"] as const;
export type ItemFlag = (typeof ITEM_FLAGS)[number];

/** What speaks against an item: almost nobody or everybody is right, or those who know are not. */
export function flagsOf({ n, p, r }: ItemFigures): ItemFlag[] {
  if (n < JUDGED_FROM) return [];
  const flags: ItemFlag[] = [];
  if (p !== null && p < HARDEST) flags.push("too-hard");
  if (p !== null && p > EASIEST) flags.push("too-easy");
  if (r !== null && r < WEAKEST) flags.push("not-telling");
  return flags;
}
