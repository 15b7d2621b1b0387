import { asc, isNull } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { exams } from "#db/schema/exams.ts";
import type { Locale } from "#db/vocabulary.ts";

/** The exams that a certification may ask for, as choices of a form. */
export async function listExamChoices(db: DbOrTx, locale: Locale) {
  const rows = await db
    .select({ id: exams.id, nameJa: exams.nameJa, nameEn: exams.nameEn })
    .from(exams)
    .where(isNull(exams.retiredAt))
    .orderBy(asc(exams.id));
  return rows.map(({ id, nameJa, nameEn }) => ({
    value: String(id),
    label: locale === "en" ? nameEn : nameJa,
  }));
}
