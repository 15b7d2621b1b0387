import { asc, desc, eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/audit/audit.server.ts";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import { isStaff } from "#app/auth/viewer.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { eventSeries, events } from "#db/schema/events.ts";
import { violatedConstraint } from "#db/violations.ts";
import { stateOf } from "../events.ts";
import { visibleEvents } from "../visibility.server.ts";

type Act = { actorId: number; address?: string; now: Date };
type Series = { name: string; description: string };

/** Begins a series; its name is its alone. */
export async function createSeries(
  db: Db,
  { series, ...act }: Act & { series: Series },
): Promise<{ ok: true; seriesId: number } | { ok: false; reason: "name-taken" }> {
  return unlessTaken(() =>
    db.transaction(async (tx) => {
      const [row] = await tx
        .insert(eventSeries)
        .values({ ...series, createdBy: act.actorId, createdAt: act.now })
        .returning({ id: eventSeries.id });
      if (!row) throw new Error("The series was not stored");
      await audit(tx, act, "event-series.created", row.id, series.name);
      return { ok: true as const, seriesId: row.id };
    }),
  );
}

export async function editSeries(
  db: Db,
  { seriesId, series, ...act }: Act & { seriesId: number; series: Series },
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "name-taken" }> {
  return unlessTaken(() =>
    db.transaction(async (tx) => {
      const [row] = await tx
        .update(eventSeries)
        .set(series)
        .where(eq(eventSeries.id, seriesId))
        .returning({ id: eventSeries.id });
      if (!row) return { ok: false as const, reason: "not-found" as const };
      await audit(tx, act, "event-series.changed", seriesId, series.name);
      return { ok: true as const };
    }),
  );
}

async function unlessTaken<Outcome>(change: () => Promise<Outcome>) {
  try {
    return await change();
  } catch (error) {
    if (violatedConstraint(error) !== "event_series_name_unique") throw error;
    return { ok: false as const, reason: "name-taken" as const };
  }
}

async function audit(tx: DbOrTx, act: Act, action: string, seriesId: number, name: string) {
  const { actorId, address, now } = act;
  const target = { targetKind: "event-series", targetId: seriesId };
  await recordAudit(tx, { ...target, actorId, action, detail: { name }, address, at: now });
}

/** Every series by name, for staff and for the form of an event. */
export async function listSeries(db: DbOrTx) {
  return db
    .select({
      id: eventSeries.id,
      name: eventSeries.name,
      description: eventSeries.description,
      events: sql<number>`(select count(*)::int from events e where e.series_id = event_series.id)`,
    })
    .from(eventSeries)
    .orderBy(asc(sql`lower(${eventSeries.name})`), asc(eventSeries.id));
}

const EVENTS_SHOWN = 60;

/**
 * A series with those of its events that the viewer may see, the latest first. It exists for whoever
 * sees one of them, and for staff.
 */
export async function findSeries(
  db: DbOrTx,
  { viewer, seriesId, now }: { viewer: MaybeViewer; seriesId: number; now: Date },
) {
  const [series] = await db.select().from(eventSeries).where(eq(eventSeries.id, seriesId));
  if (!series) return undefined;
  const rows = await db
    .select({
      id: events.id,
      kind: events.kind,
      place: events.place,
      title: events.title,
      summary: events.summary,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      timeZone: events.timeZone,
      publishedAt: events.publishedAt,
      postponedAt: events.postponedAt,
      cancelledAt: events.cancelledAt,
    })
    .from(events)
    .where(sql`${events.seriesId} = ${seriesId} and ${visibleEvents(viewer)}`)
    .orderBy(desc(events.startsAt), desc(events.id))
    .limit(EVENTS_SHOWN);
  if (rows.length === 0 && !isStaff(viewer)) return undefined;
  const { id, name, description } = series;
  return {
    id,
    name,
    description,
    events: rows.map(({ publishedAt, postponedAt, cancelledAt, ...row }) => ({
      ...row,
      state: stateOf({ publishedAt, postponedAt, cancelledAt, endsAt: row.endsAt }, now),
    })),
  };
}
