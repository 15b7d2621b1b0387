import type { DbOrTx } from "#db/client.server.ts";
import type { ShownQuestion } from "./attempt-page.server.ts";
import { drawItems, shuffledOptions } from "./drawing.ts";
import type { Exam } from "./exam-reading.server.ts";
import { listWordings, type StoredItem } from "./item-reading.server.ts";
import { listPool, unforeseeable } from "./starting.server.ts";

/** A wording as one attempt would show it, without what is right. */
export function shownAtRandom({ kind, locale, stemHtml, options }: StoredItem): ShownQuestion {
  const ids = options.map(({ id }) => id);
  const order = shuffledOptions(kind, ids, unforeseeable);
  return {
    kind,
    locale,
    stemHtml,
    options: order.flatMap((id) => {
      const option = options.find((one) => one.id === id);
      return option ? [{ id, html: option.html }] : [];
    }),
  };
}

export type DrawnExample = { id: number; code: string; areaId: number; question: ShownQuestion };

/**
 * What an attempt might draw, for staff; nothing is recorded. Undefined when the bank has too few
 * items.
 */
export async function drawExample(
  db: DbOrTx,
  exam: Pick<Exam, "id" | "locale" | "itemCount">,
): Promise<DrawnExample[] | undefined> {
  const pool = await listPool(db, { examId: exam.id, locale: exam.locale });
  const drawn = drawItems(pool, { count: exam.itemCount, random: unforeseeable });
  if (!drawn) return undefined;
  const items = await listWordings(
    db,
    drawn.map(({ id }) => id),
  );
  return items.map((item) => ({
    id: item.id,
    code: item.code,
    areaId: item.areaId,
    question: shownAtRandom(item),
  }));
}
