import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { after, DAY, dayIn } from "#app/lib/time.ts";
import { isSupporter } from "#app/people/supporters.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { credentials } from "#db/schema/credentials.ts";
import { people, personSkills, suspensions } from "#db/schema/people.ts";
import { helperSettings } from "#db/schema/routing.ts";
import type { Locale, OfferState } from "#db/vocabulary.ts";
import { type AudienceQuestion, listThoseWhoSee } from "../audience.server.ts";
import { DEFAULT_LOAD_CAP } from "./routing.ts";

export type RoutedQuestion = AudienceQuestion & { locale: Locale };

export type RoutableHelper = { id: number; name: string; load: number; cap: number };

/** Why somebody who knows the product area is not asked. */
export type Unfit =
  | "already-asked"
  | "said-no"
  | "other-language"
  | "away"
  | "load-cap"
  | "cannot-see";

export type Candidates = {
  /** The best first: least loaded, then longest without an offer. */
  fit: RoutableHelper[];
  unfit: Partial<Record<Unfit, number>>;
};

/**
 * Locks everybody a question may be offered to, and the given people, until the transaction ends:
 * nobody else changes their load meanwhile. Always one statement, in the order of keys, so that two
 * questions never wait for each other.
 */
export async function lockHelpers(
  tx: DbOrTx,
  { productAreaId, alsoIds = [] }: { productAreaId: number; alsoIds?: number[] },
): Promise<void> {
  const skilled = tx
    .select({ id: personSkills.personId })
    .from(personSkills)
    .where(eq(personSkills.productAreaId, productAreaId));
  await tx
    .select({ id: credentials.id })
    .from(credentials)
    .where(
      and(
        isNull(credentials.endedAt),
        or(
          inArray(credentials.personId, skilled),
          alsoIds.length > 0 ? inArray(credentials.personId, alsoIds) : undefined,
        ),
      ),
    )
    .orderBy(credentials.id)
    .for("no key update");
}

/**
 * Whom a question can be offered to now, and how many of those who know its product area cannot be
 * asked for which reason. Asked are holders of a live credential.
 */
export async function listRoutableHelpers(
  tx: DbOrTx,
  { question, now }: { question: RoutedQuestion; now: Date },
): Promise<Candidates> {
  const rows = await listSkilled(tx, question, now);
  const seeing = new Set(
    await listThoseWhoSee(
      tx,
      question,
      rows.map(({ id }) => id),
    ),
  );
  const candidates: Candidates = { fit: [], unfit: {} };
  for (const row of rows) {
    const unfit = unfitBecause(row, { question, now, sees: seeing.has(row.id) });
    if (unfit) candidates.unfit[unfit] = (candidates.unfit[unfit] ?? 0) + 1;
    else candidates.fit.push({ id: row.id, name: row.name, load: row.load, cap: row.cap });
  }
  return candidates;
}

type SkilledRow = Awaited<ReturnType<typeof listSkilled>>[number];

function unfitBecause(
  row: SkilledRow,
  { question, now, sees }: { question: RoutedQuestion; now: Date; sees: boolean },
): Unfit | undefined {
  if (!sees) return "cannot-see";
  if (row.offer === "offered" || row.offer === "taken") return "already-asked";
  if (row.offer === "passed" || row.offer === "declined") return "said-no";
  if (!speaks(row, question.locale)) return "other-language";
  const today = dayIn(row.timeZone, now);
  if (row.absences.some(({ from, to }) => from <= today && today <= to)) return "away";
  return row.load >= row.cap ? "load-cap" : undefined;
}

/** Without a choice of their own, people answer in the language they read the portal in. */
function speaks(
  { answersJa, answersEn, locale }: Pick<SkilledRow, "answersJa" | "answersEn" | "locale">,
  wanted: Locale,
): boolean {
  return (wanted === "ja" ? answersJa : answersEn) ?? locale === wanted;
}

/** Live helpers who know the question's area, in the order in which they are asked. */
async function listSkilled(tx: DbOrTx, question: RoutedQuestion, now: Date) {
  const yesterday = dayIn("UTC", after(now, -2 * DAY));
  const load = sql<number>`(select count(*)::int from routing_offers o
    where o.person_id = ${people.id} and o.state in ('offered', 'taken'))`;
  const lastOffer = sql`(select max(o.offered_at) from routing_offers o where o.person_id = ${people.id})`;
  return tx
    .select({
      id: people.id,
      name: people.name,
      locale: people.locale,
      timeZone: people.timeZone,
      answersJa: helperSettings.answersJa,
      answersEn: helperSettings.answersEn,
      cap: sql<number>`coalesce(${helperSettings.loadCap}, ${DEFAULT_LOAD_CAP}::int)`,
      load,
      offer: sql<OfferState | null>`(select o.state from routing_offers o
        where o.question_id = ${question.id} and o.person_id = ${people.id})`,
      absences: sql<{ from: string; to: string }[]>`coalesce(
        (select json_agg(json_build_object('from', a.from_day, 'to', a.to_day))
          from helper_absences a where a.person_id = ${people.id} and a.to_day >= ${yesterday}::date),
        '[]')`,
    })
    .from(personSkills)
    .innerJoin(people, eq(people.id, personSkills.personId))
    .leftJoin(helperSettings, eq(helperSettings.personId, people.id))
    .leftJoin(suspensions, and(eq(suspensions.personId, people.id), isNull(suspensions.liftedAt)))
    .where(
      and(
        eq(personSkills.productAreaId, question.productAreaId),
        isSupporter(),
        ne(people.id, question.authorId),
        eq(people.role, "member"),
        // Whoever came by an import cannot log in.
        isNotNull(people.email),
        isNull(suspensions.id),
      ),
    )
    .orderBy(load, sql`${lastOffer} nulls first`, people.id);
}
