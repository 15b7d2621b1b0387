import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";

/** How common terms are among the questions; all between 0 and 1, never 0. */
export type TermShares = {
  /** Questions there are, about. */
  rows: number;
  /** Share of the titles that hold a term. */
  inTitles(term: string): number;
  /** Share of the questions that hold it in title or text. */
  inTexts(term: string): number;
};

/** Milliseconds; PostgreSQL itself renews its statistics now and then only. */
const FRESH_FOR = 10 * 60_000;
const cache = new WeakMap<DbOrTx, { shares: TermShares; at: number }>();

type Statistics = { column: string; terms: string[]; shares: number[]; rows: number };

/**
 * How common terms are, from the statistics that PostgreSQL keeps for planning: they cost nothing
 * to make and one row to read. A term that they do not list is rarer than those they do.
 */
export async function findTermShares(db: DbOrTx): Promise<TermShares> {
  const known = cache.get(db);
  if (known && performance.now() - known.at < FRESH_FOR) return known.shares;
  const found = await db.execute<Statistics>(sql`
    select s.attname as column, s.most_common_elems::text::text[] as terms,
      s.most_common_elem_freqs::float8[] as shares, c.reltuples::float8 as rows
    from pg_stats s
    join pg_class c on c.oid = 'questions'::regclass
    where s.schemaname = c.relnamespace::regnamespace::text and s.tablename = 'questions'
      and s.attname in ('title_vector', 'search_vector') and s.most_common_elems is not null`);
  const rows = Math.max(1, found[0]?.rows ?? 1);
  const lookUp = (column: string) => {
    const statistics = found.find((row) => row.column === column);
    // Behind the shares of the terms PostgreSQL notes the least and the greatest of them.
    const shares = new Map(statistics?.terms.map((term, n) => [term, statistics.shares[n] ?? 1]));
    const unlisted = Math.min(0.5, Math.max(0.5 / rows, Math.min(...shares.values(), 1) / 2));
    return (term: string) => Math.min(0.99, shares.get(term) ?? unlisted);
  };
  const shares = { rows, inTitles: lookUp("title_vector"), inTexts: lookUp("search_vector") };
  cache.set(db, { shares, at: performance.now() });
  return shares;
}

/**
 * The rarest of some terms, as many as `most` rows hold between them at the most, and in any case
 * the rarest one.
 */
export function rarestTerms(
  terms: string[],
  { share, rows, most }: { share: (term: string) => number; rows: number; most: number },
): string[] {
  let held = 0;
  return terms
    .toSorted((a, b) => share(a) - share(b))
    .filter((term, index) => {
      held += share(term) * rows;
      return index === 0 || held <= most;
    });
}
