import { and, eq, inArray } from "drizzle-orm";
import { renderMarkdown } from "#app/lib/markdown/render.ts";
import { people } from "#db/schema/people.ts";
import { importedRecords } from "#db/schema/portal.ts";
import { htmlToMarkdown } from "./html-to-markdown.server.ts";
import { type ImportRun, takeKeys } from "./import-run.server.ts";
import { importedHandle, placeholderName } from "./person-handles.ts";
import type { DumpAuthor } from "./stackexchange-rows.ts";
import { findStagedUsers, type StagedUser } from "./staging.server.ts";

const MAX_BIO_LENGTH = 2_000;

export type SeenAuthor = {
  author: DumpAuthor;
  /** When they wrote this: a placeholder person exists since then. */
  at: Date;
};

/**
 * Gives every author a person: the one of an earlier import, else a new one made from Users.xml,
 * else a placeholder with the name the post shows. They have no e-mail address and cannot log in.
 *
 * @returns the person's key by the author's key
 */
export async function ensurePeople(
  run: ImportRun,
  seen: SeenAuthor[],
): Promise<Map<string, number>> {
  const wanted = new Map<string, SeenAuthor>();
  for (const one of seen) {
    const known = wanted.get(one.author.key);
    const at = known && known.at < one.at ? known.at : one.at;
    const name = known?.author.name ?? one.author.name;
    wanted.set(one.author.key, { author: { key: one.author.key, name }, at });
  }
  const ids = await findImportedPeople(run, [...wanted.keys()]);
  const missing = [...wanted.values()].filter(({ author }) => !ids.has(author.key));
  if (missing.length === 0) return ids;

  const keys = missing.map(({ author }) => author.key);
  const users = await findStagedUsers(run.tx, keys);
  const handles = await freeHandles(run, keys);
  const fresh = await takeKeys(run.tx, "people", missing.length);
  const rows: (typeof people.$inferInsert & { id: number })[] = [];
  for (const [index, { author, at }] of missing.entries()) {
    const user = users.get(author.key);
    const id = fresh[index] as number;
    ids.set(author.key, id);
    rows.push({
      id,
      handle: handles[index] as string,
      name: user?.name || author.name || placeholderName(author.key),
      bio: user ? await bioOf(user, run.site) : "",
      locale: "en",
      createdAt: user?.createdAt ?? at,
      updatedAt: run.now,
    });
  }
  await run.tx.insert(people).overridingSystemValue().values(rows);
  await run.tx.insert(importedRecords).values(
    missing.map(({ author }) => ({
      source: run.source,
      kind: "person" as const,
      externalId: author.key,
      personId: ids.get(author.key),
      importedAt: run.now,
    })),
  );
  run.report.imported.people += missing.length;
  return ids;
}

async function findImportedPeople(
  { tx, source }: ImportRun,
  keys: string[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .select({ key: importedRecords.externalId, personId: importedRecords.personId })
    .from(importedRecords)
    .where(
      and(
        eq(importedRecords.source, source),
        eq(importedRecords.kind, "person"),
        inArray(importedRecords.externalId, keys),
      ),
    );
  return new Map(rows.map(({ key, personId }) => [key, personId as number]));
}

/** Another site of the same short name, or a member, may hold a handle already. */
async function freeHandles({ tx, site }: ImportRun, keys: string[]): Promise<string[]> {
  const handles = new Map<string, string>();
  for (let attempt = 1; handles.size < keys.length; attempt++) {
    const open = keys.filter((key) => !handles.has(key));
    const candidates = open.map((key) => importedHandle(site, key, attempt));
    const rows = await tx
      .select({ handle: people.handle })
      .from(people)
      .where(inArray(people.handle, candidates));
    const taken = new Set(rows.map(({ handle }) => handle));
    for (const key of open) {
      const handle = importedHandle(site, key, attempt);
      if (!taken.has(handle)) handles.set(key, handle);
    }
  }
  return keys.map((key) => handles.get(key) as string);
}

/** The plain text of "about me"; what cannot be converted is left out, it stops no import. */
async function bioOf({ aboutHtml }: StagedUser, site: string): Promise<string> {
  const converted = htmlToMarkdown(aboutHtml, { host: site });
  if (!converted.ok) return "";
  const rendered = await renderMarkdown(converted.markdown);
  return rendered.ok ? [...rendered.text].slice(0, MAX_BIO_LENGTH).join("") : "";
}
