import { dayIn } from "#app/lib/time.ts";
import type { PointExplanation, PointReason } from "#db/vocabulary.ts";

/** What a deed is worth. */
export const POINTS: Record<PointReason, number> = { "accepted-answer": 15, "helpful-vote": 3 };

/** The most that the deeds of one day count for one person. */
export const DAILY_CAP = 60;

/** Days begin and end in this zone, for everybody alike. */
export const POINTS_ZONE = "Asia/Tokyo";

/** The day whose cap something at this moment falls under, `YYYY-MM-DD`. */
export function dayOfPoints(moment: Date): string {
  return dayIn(POINTS_ZONE, moment);
}

/** An answer that was accepted, or a vote for one, as it stands now. */
export type Deed = {
  personId: number;
  reason: PointReason;
  answerId: number;
  questionId: number;
  giverId: number;
  askerId: number;
  /** Organisations at the time of asking, answering, and accepting or voting; null: the vendor. */
  askerOrganisationId: number | null;
  answererOrganisationId: number | null;
  giverOrganisationId: number | null;
  /** Giver and answerer are a voting ring that nobody has dismissed. */
  inRing: boolean;
  at: Date;
  day: string;
};

/** Why a deed counts what it counts. */
type Verdict = Exclude<PointExplanation, "taken-back" | "corrected">;

/** Why a deed gives nothing, whatever the day has given so far. */
export function barOf(deed: Deed): Exclude<Verdict, "earned" | "capped"> | undefined {
  const { personId, answererOrganisationId: own } = deed;
  if (deed.giverId === personId || deed.askerId === personId) return "own-question";
  if (deed.giverOrganisationId === own) return "same-organisation";
  // Staff who accept in the asker's place do not make a colleague's help count.
  if (deed.reason === "accepted-answer" && deed.askerOrganisationId === own) {
    return "same-organisation";
  }
  return deed.reason === "helpful-vote" && deed.inRing ? "ring" : undefined;
}

export type Counted = { deed: Deed; counts: number; verdict: Verdict };

/**
 * What each of one person's deeds counts: those of a day fill its cap in a fixed order – the worth
 * more first, then the earlier – so that the outcome depends on the deeds alone and not on the order
 * in which the portal heard of them.
 */
export function countDeeds(deeds: Deed[]): Counted[] {
  const left = new Map<string, number>();
  return deeds.toSorted(byPrecedence).map((deed) => {
    const bar = barOf(deed);
    if (bar) return { deed, counts: 0, verdict: bar };
    const room = left.get(deed.day) ?? DAILY_CAP;
    const counts = Math.min(POINTS[deed.reason], room);
    left.set(deed.day, room - counts);
    return { deed, counts, verdict: counts < POINTS[deed.reason] ? "capped" : "earned" };
  });
}

function byPrecedence(a: Deed, b: Deed): number {
  return (
    POINTS[b.reason] - POINTS[a.reason] ||
    a.at.getTime() - b.at.getTime() ||
    a.answerId - b.answerId ||
    a.giverId - b.giverId
  );
}

/** What the ledger says of one deed so far. */
export type Standing = {
  reason: PointReason;
  answerId: number;
  questionId: number;
  giverId: number | null;
  day: string;
  counts: number;
  last: PointExplanation;
};

export type Change = {
  reason: PointReason;
  answerId: number;
  questionId: number;
  giverId: number | null;
  day: string;
  amount: number;
  explanation: PointExplanation;
  detail: { value: number; counts: number };
};

/**
 * The rows that are missing in one person's ledger so that it says what the deeds count, in the
 * order of the deeds. Empty when the ledger is right.
 */
export function missingRows(counted: Counted[], standings: Standing[]): Change[] {
  const known = new Map(standings.map((standing) => [keyOf(standing), standing]));
  const rows: Change[] = [];
  for (const { deed, counts, verdict } of counted) {
    const standing = known.get(keyOf(deed));
    known.delete(keyOf(deed));
    const explanation = explain(standing, counts, verdict);
    if (explanation) rows.push(change(deed, counts - (standing?.counts ?? 0), counts, explanation));
  }
  for (const gone of known.values()) {
    if (gone.counts !== 0) rows.push(change(gone, -gone.counts, 0, "taken-back"));
  }
  return rows;
}

function explain(
  standing: Standing | undefined,
  counts: number,
  verdict: Verdict,
): PointExplanation | undefined {
  if (!standing) return verdict;
  if (counts === standing.counts) {
    return counts > 0 || standing.last === verdict ? undefined : verdict;
  }
  // More than before without being new: what stood in the way is gone.
  if (counts > standing.counts) return standing.last === "taken-back" ? verdict : "corrected";
  return verdict === "earned" ? "corrected" : verdict;
}

function change(
  of: Pick<Standing, "reason" | "answerId" | "questionId" | "giverId" | "day">,
  amount: number,
  counts: number,
  explanation: PointExplanation,
): Change {
  const { reason, answerId, questionId, giverId, day } = of;
  const detail = { value: POINTS[reason], counts };
  return { reason, answerId, questionId, giverId, day, amount, explanation, detail };
}

function keyOf(deed: Pick<Standing, "reason" | "answerId" | "giverId" | "day">): string {
  return `${deed.reason} ${deed.answerId} ${deed.giverId} ${deed.day}`;
}
