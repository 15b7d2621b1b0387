import { type SQL, sql } from "drizzle-orm";
import { searchVectorText } from "./search-terms.ts";

/** What `questions.search_vector` holds: terms of the title (weight A) and of the text (weight D). */
export function searchVectorOf(post: { title: string; text: string }): SQL<string> {
  return sql<string>`${searchVectorText(post)}::tsvector`;
}
