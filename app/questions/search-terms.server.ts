import { type SQL, sql } from "drizzle-orm";
import { searchTerms } from "./search-terms.ts";

/** What `questions.search_vector` holds: terms of the title (weight A) and of the text (weight D). */
export function searchVectorOf({ title, text }: { title: string; text: string }): SQL<string> {
  return sql<string>`setweight(array_to_tsvector(${sql.param(searchTerms(title))}::text[]), 'A') || setweight(array_to_tsvector(${sql.param(searchTerms(text))}::text[]), 'D')`;
}
