import { and, desc, eq, inArray, lt, or, type SQL } from "drizzle-orm";
import { decodeCursor, pageOf } from "#app/lib/cursor.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { invitations } from "#db/schema/auth.ts";
import { events } from "#db/schema/events.ts";
import { examItems, exams } from "#db/schema/exams.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { auditLog } from "#db/schema/portal.ts";
import { productAreas } from "#db/schema/product-areas.ts";

export type AuditEntry = {
  id: number;
  at: Date;
  actor: { handle: string; name: string } | null;
  action: string;
  /** `to` is a page of the workspace, where there is one. */
  target: { text: string; to?: string };
  detail: Record<string, unknown>;
  address: string;
};

type Query = { limit: number; cursor?: string | null };

/** The log, newest first; for admins. */
export async function listAudit(
  db: DbOrTx,
  query: Query,
): Promise<{ entries: AuditEntry[]; next?: string }> {
  return readLog(db, undefined, query);
}

/** What was done to, and by, a person: who works with them sees their history. */
export async function listAuditOfPerson(
  db: DbOrTx,
  { personId, ...query }: Query & { personId: number },
): Promise<{ entries: AuditEntry[]; next?: string }> {
  const isTarget = and(eq(auditLog.targetKind, "person"), eq(auditLog.targetId, String(personId)));
  return readLog(db, or(isTarget, eq(auditLog.actorId, personId)), query);
}

/** What was done to one thing. */
export async function listAuditOf(
  db: DbOrTx,
  { targetKind, targetId, ...query }: Query & { targetKind: string; targetId: number },
): Promise<{ entries: AuditEntry[]; next?: string }> {
  const isTarget = and(
    eq(auditLog.targetKind, targetKind),
    eq(auditLog.targetId, String(targetId)),
  );
  return readLog(db, isTarget, query);
}

/** Who last did one of the actions to a thing. */
export async function findLastChange(
  db: DbOrTx,
  { targetKind, targetId, actions }: { targetKind: string; targetId: number; actions: string[] },
): Promise<{ actorName: string | null; at: Date } | undefined> {
  const [row] = await db
    .select({ actorName: people.name, at: auditLog.at })
    .from(auditLog)
    .leftJoin(people, eq(people.id, auditLog.actorId))
    .where(
      and(
        eq(auditLog.targetKind, targetKind),
        eq(auditLog.targetId, String(targetId)),
        inArray(auditLog.action, actions),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1);
  return row;
}

async function readLog(
  db: DbOrTx,
  condition: SQL | undefined,
  { limit, cursor }: Query,
): Promise<{ entries: AuditEntry[]; next?: string }> {
  const from = decodeCursor(cursor, ["number"]);
  const rows = await db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      action: auditLog.action,
      targetKind: auditLog.targetKind,
      targetId: auditLog.targetId,
      detail: auditLog.detail,
      address: auditLog.address,
      actor: { handle: people.handle, name: people.name },
    })
    .from(auditLog)
    .leftJoin(people, eq(people.id, auditLog.actorId))
    .where(and(condition, from && lt(auditLog.id, Number(from[0]))))
    .orderBy(desc(auditLog.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (last) => [last.id]);
  const targets = await namesOfTargets(db, page.rows);
  return {
    entries: page.rows.map(({ targetKind, targetId, ...row }) => ({
      ...row,
      target: targets.get(`${targetKind}:${targetId}`) ?? {
        text: [targetKind, targetId].filter(Boolean).join(" "),
      },
    })),
    next: page.next,
  };
}

/** The names of what a page of the log tells of, one query per kind of thing. */
async function namesOfTargets(
  db: DbOrTx,
  rows: { targetKind: string; targetId: string }[],
): Promise<Map<string, AuditEntry["target"]>> {
  const names = new Map<string, AuditEntry["target"]>();
  const idsOf = (kind: string) => [
    ...new Set(
      rows
        .filter((row) => row.targetKind === kind && /^\d{1,15}$/.test(row.targetId))
        .map((row) => Number(row.targetId)),
    ),
  ];
  const add = (kind: string, id: number, text: string, to?: string) =>
    names.set(`${kind}:${id}`, { text, to });

  const persons = idsOf("person");
  if (persons.length > 0) {
    const found = await db
      .select({ id: people.id, handle: people.handle, name: people.name })
      .from(people)
      .where(inArray(people.id, persons));
    for (const row of found) add("person", row.id, row.name, `/staff/people/${row.handle}`);
  }
  const companies = idsOf("organisation");
  if (companies.length > 0) {
    const found = await db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.id, companies));
    for (const row of found) {
      add("organisation", row.id, row.name, `/staff/organisations/${row.id}`);
    }
  }
  const invited = idsOf("invitation");
  if (invited.length > 0) {
    const found = await db
      .select({ id: invitations.id, email: invitations.email })
      .from(invitations)
      .where(inArray(invitations.id, invited));
    for (const row of found) add("invitation", row.id, row.email, "/staff/invitations");
  }
  const areas = idsOf("area");
  if (areas.length > 0) {
    const found = await db
      .select({ id: productAreas.id, name: productAreas.nameJa })
      .from(productAreas)
      .where(inArray(productAreas.id, areas));
    for (const row of found) add("area", row.id, row.name, `/staff/areas/${row.id}`);
  }
  const items = idsOf("exam-item");
  if (items.length > 0) {
    const found = await db
      .select({ id: examItems.id, code: examItems.code })
      .from(examItems)
      .where(inArray(examItems.id, items));
    for (const row of found) add("exam-item", row.id, row.code, `/staff/exam-items/${row.id}`);
  }
  const examined = idsOf("exam");
  if (examined.length > 0) {
    const found = await db
      .select({ id: exams.id, name: exams.nameJa })
      .from(exams)
      .where(inArray(exams.id, examined));
    for (const row of found) add("exam", row.id, row.name, `/staff/exams/${row.id}`);
  }
  const held = idsOf("event");
  if (held.length > 0) {
    const found = await db
      .select({ id: events.id, title: events.title })
      .from(events)
      .where(inArray(events.id, held));
    for (const row of found) add("event", row.id, row.title, `/events/${row.id}`);
  }
  names.set("exam-items:", { text: "CSV", to: "/staff/exam-items" });
  for (const id of idsOf("mail")) add("mail", id, `#${id}`, `/staff/outbox/${id}`);
  return names;
}
