import { sql } from "drizzle-orm";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { PHASES, type Phase, TIERS, type Tier } from "#db/vocabulary.ts";
import { openEvent } from "../event-desk.server.ts";
import { npsOf, SMALL_GROUP } from "./surveys.ts";

/** An invitation with what was said; who said it is filled in for staff alone. */
export type ResultRow = {
  id: number;
  name: string | null;
  handle: string | null;
  organisation: string | null;
  organisationId: number | null;
  tier: Tier | null;
  phase: Phase | null;
  satisfaction: number | null;
  recommendation: number | null;
  nextStep: string;
  comment: string;
  answeredAt: Date | null;
};

/** Adds up to one figure of the page. */
export function summaryOf(
  rows: Pick<ResultRow, "satisfaction" | "recommendation" | "answeredAt">[],
) {
  const answered = rows.filter(({ answeredAt }) => answeredAt !== null);
  const counted = (values: (number | null)[], from: number, to: number) =>
    Array.from(
      { length: to - from + 1 },
      (_, index) => values.filter((value) => value === from + index).length,
    );
  const satisfactions = answered.map(({ satisfaction }) => satisfaction);
  const rated = satisfactions.filter((value) => value !== null);
  const recommendations = counted(
    answered.map(({ recommendation }) => recommendation),
    0,
    10,
  );
  return {
    asked: rows.length,
    answered: answered.length,
    /** How many chose 1 to 5. */
    satisfactions: counted(satisfactions, 1, 5),
    rated: rated.length,
    meanSatisfaction:
      rated.length === 0 ? null : rated.reduce((sum, value) => sum + value, 0) / rated.length,
    /** How many chose 0 to 10. */
    recommendations,
    nps: npsOf(recommendations),
  };
}

export type SurveySummary = ReturnType<typeof summaryOf>;

/**
 * What those who came said, for those who run the event. Staff see who said it; organisers who are
 * members see neither names nor companies nor tiers nor groups of fewer than five answers, in an
 * order that tells nothing.
 */
export async function findSurveyResults(
  db: DbOrTx,
  { viewer, eventId }: { viewer: Viewer; eventId: number },
) {
  const opened = await openEvent(db, { viewer, eventId, lock: "read" });
  if (!opened.ok) return opened;
  const namesShown = isStaff(viewer);
  const rows = await listRows(db, eventId);
  const groups = [
    ...TIERS.map((tier) => ({ by: "tier" as const, value: tier })),
    ...PHASES.map((phase) => ({ by: "phase" as const, value: phase })),
  ].flatMap(({ by, value }) => {
    const summary = summaryOf(rows.filter((row) => row[by] === value));
    // A tier is what a company is worth to the vendor: no matter of other customers.
    const isShown = namesShown
      ? summary.asked > 0
      : by === "phase" && summary.answered >= SMALL_GROUP;
    return isShown ? [{ by, value, summary }] : [];
  });
  return {
    ok: true as const,
    event: opened.event,
    namesShown,
    summary: summaryOf(rows),
    groups,
    answers: rows.filter(({ answeredAt }) => answeredAt !== null).map(namesShown ? asIs : unnamed),
  };
}

const asIs = (row: ResultRow): ResultRow => row;

/** Nothing that leads to a person; the exact moment of an answer would. */
function unnamed(row: ResultRow, index: number): ResultRow {
  return {
    ...row,
    id: index + 1,
    name: null,
    handle: null,
    organisation: null,
    organisationId: null,
    tier: null,
    phase: null,
    answeredAt: null,
  };
}

async function listRows(db: DbOrTx, eventId: number): Promise<ResultRow[]> {
  // The company is the one of the day: what somebody says is about the meeting they came to.
  const rows = await db.execute<
    Omit<ResultRow, "answeredAt" | "id" | "organisationId"> & {
      id: string;
      organisationId: string | null;
      answeredAt: string | null;
    }
  >(sql`
    select i.id, p.name, p.handle, o.name as organisation, o.id as "organisationId", o.tier,
      o.phase, i.satisfaction, i.recommendation, i.next_step as "nextStep", i.comment,
      i.answered_at as "answeredAt"
    from survey_invitations i
    join people p on p.id = i.person_id
    left join attendances a on a.event_id = i.event_id and a.person_id = i.person_id
      and a.undone_at is null
    left join organisations o on o.id = coalesce(a.organisation_id, p.organisation_id)
    where i.event_id = ${eventId}
    order by md5(i.id::text || '-' || i.event_id::text), i.id`);
  return [...rows].map((row) => ({
    ...row,
    id: Number(row.id),
    organisationId: row.organisationId === null ? null : Number(row.organisationId),
    answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
  }));
}
