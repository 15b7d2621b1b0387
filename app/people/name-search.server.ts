import { or, type SQL, sql } from "drizzle-orm";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { normaliseReading } from "./people.ts";

const MAX_QUERY = 100;

/** What was typed into a search field as it is compared; empty when there is nothing to look for. */
export function searchWord(input: string | null | undefined): string {
  return [...(input ?? "").normalize("NFKC").toLowerCase()]
    .filter((character) => !/[\s\p{Cc}]/u.test(character))
    .slice(0, MAX_QUERY)
    .join("");
}

const spaceless = (column: unknown) => sql`translate(lower(${column}), ' 　', '')`;

/** Whether a column contains the word, blanks and letter case aside. */
export function contains(column: unknown, word: string): SQL {
  return sql`position(${word} in ${spaceless(column)}) > 0`;
}

/** People whose name, reading or handle contains the word; 「やまだ」 and 「ヤマダ」 are the same. */
export function matchesPerson(word: string): SQL {
  return or(
    contains(people.name, word),
    contains(people.reading, normaliseReading(word)),
    contains(people.handle, word),
  ) as SQL;
}

export function matchesOrganisation(word: string): SQL {
  return contains(organisations.name, word);
}

/** Order of names in lists: by reading, by name where none is known; the same on every database. */
export const nameOrder = sql<string>`coalesce(nullif(${people.reading}, ''), lower(${people.name})) collate "C"`;

/** People after a row in that order, for keyset pages. */
export function afterName([name, id]: (string | number)[]): SQL {
  return sql`(${nameOrder}, ${people.id}) > (${name}, ${id})`;
}
