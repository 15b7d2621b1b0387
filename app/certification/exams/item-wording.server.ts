import { and, eq, exists, inArray, or } from "drizzle-orm";
import { renderMarkdown } from "#app/lib/markdown/render.ts";
import { referencedFileIds } from "#app/lib/markdown/scan.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { examItemImages, examItemOptions, examItems } from "#db/schema/exams.ts";
import { files } from "#db/schema/files.ts";
import type { ItemDraft } from "./items.ts";

/** The rendered texts of an item, ready to be stored. */
export type Wording = {
  draft: ItemDraft;
  stemHtml: string;
  optionHtml: string[];
};

export type WordingRefusal = {
  ok: false;
  /** `too-complex`: Markdown that takes too long; `shows-nothing`: it leaves nothing to read. */
  reason: "too-complex" | "shows-nothing";
  field: "stem" | "options";
};

/** Renders the Markdown of an item. */
export async function prepareWording(
  draft: ItemDraft,
): Promise<{ ok: true; wording: Wording } | WordingRefusal> {
  const texts = [draft.stem, ...draft.options.map(({ text }) => text)];
  const rendered = await Promise.all(texts.map((text) => renderMarkdown(text)));
  const htmls: string[] = [];
  for (const [index, result] of rendered.entries()) {
    const field = index === 0 ? "stem" : "options";
    if (!result.ok) return { ok: false, reason: "too-complex", field };
    if (result.text.trim() === "" && !result.html.includes("<img")) {
      return { ok: false, reason: "shows-nothing", field };
    }
    htmls.push(result.html);
  }
  const [stemHtml = "", ...optionHtml] = htmls;
  return { ok: true, wording: { draft, stemHtml, optionHtml } };
}

/** Stores one wording under a code and revision; whoever calls has made room for it. */
export async function insertWording(
  tx: DbOrTx,
  {
    wording: { draft, stemHtml, optionHtml },
    code,
    revision,
    actorId,
    now,
  }: { wording: Wording; code: string; revision: number; actorId: number; now: Date },
): Promise<number> {
  const { areaId: productAreaId, kind, locale, stem: stemSource, options, explanation } = draft;
  const [item] = await tx
    .insert(examItems)
    .values({
      code,
      revision,
      productAreaId,
      kind,
      locale,
      stemSource,
      stemHtml,
      explanation,
      createdBy: actorId,
      createdAt: now,
    })
    .returning({ id: examItems.id });
  if (!item) throw new Error("The item was not stored");
  await tx.insert(examItemOptions).values(
    options.map(({ text, isCorrect }, index) => ({
      itemId: item.id,
      position: index + 1,
      textSource: text,
      textHtml: optionHtml[index] ?? "",
      isCorrect,
    })),
  );
  const fileIds = [stemSource, ...options.map(({ text }) => text)].flatMap(referencedFileIds);
  await attachImages(tx, { itemId: item.id, actorId, fileIds });
  return item.id;
}

/**
 * Lets those who see the item see its images: those that the editor uploaded, and those that the
 * bank shows already. Somebody else's image stays as private as it was.
 */
async function attachImages(
  tx: DbOrTx,
  { itemId, actorId, fileIds }: { itemId: number; actorId: number; fileIds: string[] },
): Promise<void> {
  if (fileIds.length === 0) return;
  const isInBank = exists(
    tx
      .select({ id: examItemImages.fileId })
      .from(examItemImages)
      .where(eq(examItemImages.fileId, files.id)),
  );
  const images = await tx
    .select({ fileId: files.id })
    .from(files)
    .where(
      and(
        inArray(files.id, fileIds),
        eq(files.kind, "image"),
        or(eq(files.ownerId, actorId), isInBank),
      ),
    );
  if (images.length === 0) return;
  await tx.insert(examItemImages).values(images.map(({ fileId }) => ({ itemId, fileId })));
}
