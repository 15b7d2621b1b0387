import { and, asc, eq, gte } from "drizzle-orm";
import { after, DAY, dayIn } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { helperAbsences, helperSettings } from "#db/schema/routing.ts";
import type { Locale } from "#db/vocabulary.ts";
import { DEFAULT_LOAD_CAP } from "./routing.ts";

const ABSENCES_MAX = 50;

export type HelpingSettings = { loadCap: number; languages: Locale[] };

/** How much and in which languages a person helps, and when they are away from today on. */
export async function findHelping(
  db: DbOrTx,
  { personId, locale, now }: { personId: number; locale: Locale; now: Date },
) {
  const [settings] = await db
    .select()
    .from(helperSettings)
    .where(eq(helperSettings.personId, personId));
  const absences = await db
    .select({
      id: helperAbsences.id,
      fromDay: helperAbsences.fromDay,
      toDay: helperAbsences.toDay,
    })
    .from(helperAbsences)
    .where(
      and(
        eq(helperAbsences.personId, personId),
        gte(helperAbsences.toDay, dayIn("UTC", after(now, -DAY))),
      ),
    )
    .orderBy(asc(helperAbsences.fromDay), asc(helperAbsences.id));
  const languages: Locale[] = settings
    ? (["ja", "en"] as const).filter((language) =>
        language === "ja" ? settings.answersJa : settings.answersEn,
      )
    : [locale];
  return { loadCap: settings?.loadCap ?? DEFAULT_LOAD_CAP, languages, absences };
}

export async function saveHelping(
  db: DbOrTx,
  { personId, loadCap, languages, now }: HelpingSettings & { personId: number; now: Date },
): Promise<void> {
  const values = {
    loadCap,
    answersJa: languages.includes("ja"),
    answersEn: languages.includes("en"),
    updatedAt: now,
  };
  await db
    .insert(helperSettings)
    .values({ personId, ...values })
    .onConflictDoUpdate({ target: helperSettings.personId, set: values });
}

/** Adds days on which the person is not asked, both ends included (`YYYY-MM-DD`). */
export async function addAbsence(
  db: DbOrTx,
  {
    personId,
    fromDay,
    toDay,
    now,
  }: { personId: number; fromDay: string; toDay: string; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "too-many" }> {
  return db.transaction(async (tx) => {
    const known = await tx
      .select({ id: helperAbsences.id })
      .from(helperAbsences)
      .where(eq(helperAbsences.personId, personId))
      .for("update");
    if (known.length >= ABSENCES_MAX) return { ok: false, reason: "too-many" };
    await tx.insert(helperAbsences).values({ personId, fromDay, toDay, createdAt: now });
    return { ok: true };
  });
}

/** Takes an absence of the person away; somebody else's, or an unknown one, stays. */
export async function removeAbsence(
  db: DbOrTx,
  { personId, absenceId }: { personId: number; absenceId: number },
): Promise<boolean> {
  const removed = await db
    .delete(helperAbsences)
    .where(and(eq(helperAbsences.id, absenceId), eq(helperAbsences.personId, personId)))
    .returning({ id: helperAbsences.id });
  return removed.length > 0;
}
