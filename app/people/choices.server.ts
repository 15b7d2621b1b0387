import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import type { ColourScheme, Locale } from "#db/vocabulary.ts";

/** Keeps language and colours with the person, so that they follow to every device. */
export async function rememberChoices(
  db: DbOrTx,
  choice: { personId: number; locale?: Locale; colourScheme?: ColourScheme; now: Date },
): Promise<void> {
  const { personId, now, ...changes } = choice;
  await db
    .update(people)
    .set({ ...changes, updatedAt: now })
    .where(eq(people.id, personId));
}
