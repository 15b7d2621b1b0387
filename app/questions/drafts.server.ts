import { and, eq, lt } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { drafts } from "#db/schema/question-activity.ts";

const LONGEST = 60_000;
const PLACE =
  /^(question|room-question:\d{1,15}|answer:\d{1,15}|question-edit:\d{1,15}|answer-edit:\d{1,15})$/;

/** Whether a text names a form that keeps drafts. */
export function isDraftPlace(text: string): boolean {
  return PLACE.test(text);
}

/** What was typed into a form and not sent yet; `place` names the form. */
export async function findDraft(
  db: DbOrTx,
  { personId, place }: { personId: number; place: string },
): Promise<{ fields: Record<string, string>; savedAt: Date } | undefined> {
  const [draft] = await db
    .select({ fields: drafts.fields, savedAt: drafts.savedAt })
    .from(drafts)
    .where(and(eq(drafts.personId, personId), eq(drafts.place, place)));
  return draft;
}

/** Keeps the newest text of a form; a form emptied by its writer keeps nothing. */
export async function saveDraft(
  db: DbOrTx,
  draft: { personId: number; place: string; fields: Record<string, string>; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "too-long" }> {
  const { now, ...given } = draft;
  // PostgreSQL refuses NUL.
  const fields = Object.entries(given.fields).map(([name, text]) => [
    name,
    text.replaceAll("\0", ""),
  ]);
  const values = { ...given, fields: Object.fromEntries(fields) as Record<string, string> };
  if (JSON.stringify(values.fields).length > LONGEST) return { ok: false, reason: "too-long" };
  if (Object.values(values.fields).every((text) => text.trim() === "")) {
    await discardDraft(db, values);
    return { ok: true };
  }
  await db
    .insert(drafts)
    .values({ ...values, savedAt: now })
    .onConflictDoUpdate({
      target: [drafts.personId, drafts.place],
      set: { fields: values.fields, savedAt: now },
    });
  return { ok: true };
}

export async function discardDraft(
  db: DbOrTx,
  { personId, place }: { personId: number; place: string },
): Promise<void> {
  await db.delete(drafts).where(and(eq(drafts.personId, personId), eq(drafts.place, place)));
}

/** Forgets drafts nobody has touched since `before`. */
export async function purgeDrafts(db: DbOrTx, { before }: { before: Date }): Promise<void> {
  await db.delete(drafts).where(lt(drafts.savedAt, before));
}
