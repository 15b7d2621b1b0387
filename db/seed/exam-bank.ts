import { asc, eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { examItemOptions, examItems, exams } from "#db/schema/exams.ts";
import { people } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { examItems as content } from "./content/exam-items.ts";
import type { SeedExamItem } from "./content/types.ts";
import { fraction } from "./fraction.ts";
import { continueKeys, insertRows } from "./insert-rows.ts";
import { renderBodies } from "./rendered-bodies.ts";

const DAY = 24 * 60 * 60_000;

/** Code of the item that was reworded once, and how it began. */
const REWORDED = {
  code: "site-03",
  stem: "トップページの表示を速くする方法を選んでください。",
  explanation: "「すべて選ぶ」ことが伝わらないため、言い直した。",
};

/** An item as it lies in the bank, with what only the demo knows about it. */
export type BankItem = SeedExamItem & {
  id: number;
  areaId: number;
  /** In the order of the bank. */
  options: string[];
  optionRows: { id: number; position: number; isCorrect: boolean }[];
};

/** The exams of the demo community by what they are for. */
export type SeededExams = { certificationId: number; renewalId: number; bank: BankItem[] };

/**
 * Writes the question bank of the demo community and its two exams. People and product areas are
 * there already; certifications, which ask for the exams, come afterwards.
 */
export async function seedExams(tx: DbOrTx, { now }: { now: Date }): Promise<SeededExams> {
  const [author] = await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.role, "staff"))
    .orderBy(asc(people.id))
    .limit(1);
  if (!author) throw new Error("The demo community has no staff");
  // A little before the programme began.
  const madeAt = new Date(now.getTime() - 340 * DAY);
  const bank = await insertBank(tx, { authorId: author.id, madeAt });
  return { ...(await insertExams(tx, madeAt)), bank };
}

async function insertBank(
  tx: DbOrTx,
  { authorId, madeAt }: { authorId: number; madeAt: Date },
): Promise<BankItem[]> {
  const areas = await tx
    .select({ id: productAreas.id, slug: productAreas.slug })
    .from(productAreas);
  const areaIds = new Map(areas.map(({ id, slug }) => [slug, id]));
  const sources = content.flatMap(({ stem, options }) => [stem, ...options]);
  const bodies = await renderBodies([...sources, REWORDED.stem], new Map(), () => {});
  const html = (source: string) => bodies.get(source)?.bodyHtml ?? "";
  let optionId = 0;
  const bank = content.map((item, index): BankItem => {
    const options = mixed(item);
    return {
      ...item,
      id: index + 1,
      areaId: areaIds.get(item.area) ?? 0,
      options: options.map(({ text }) => text),
      optionRows: options.map(({ isCorrect }, place) => {
        optionId += 1;
        return { id: optionId, position: place + 1, isCorrect };
      }),
    };
  });
  const row = (item: BankItem) => ({
    id: item.id,
    code: item.code,
    revision: item.code === REWORDED.code ? 2 : 1,
    productAreaId: item.areaId,
    kind: item.kind,
    stemSource: item.stem,
    stemHtml: html(item.stem),
    explanation: item.explanation,
    createdBy: authorId,
    createdAt: madeAt,
  });
  const optionsOf = (item: BankItem) =>
    item.optionRows.map((option, index) => {
      const textSource = item.options[index] ?? "";
      return { ...option, itemId: item.id, textSource, textHtml: html(textSource) };
    });
  await insertRows(tx, examItems, bank.map(row));
  await insertRows(tx, examItemOptions, bank.flatMap(optionsOf));
  const reworded = bank.find(({ code }) => code === REWORDED.code);
  if (reworded) {
    const id = bank.length + 1;
    const { stem, explanation } = REWORDED;
    const former = { ...reworded, id, stem, explanation };
    const createdAt = new Date(madeAt.getTime() - 5 * DAY);
    await insertRows(tx, examItems, [
      { ...row(former), revision: 1, createdAt, retiredAt: madeAt },
    ]);
    await insertRows(
      tx,
      examItemOptions,
      optionsOf(former).map((option, index) => ({ ...option, id: optionId + index + 1 })),
    );
  }
  await continueKeys(tx, examItems);
  await continueKeys(tx, examItemOptions);
  return bank;
}

/** Options as they stand in the bank: nobody always writes the right one in the same place. */
function mixed({ code, kind, options, right }: SeedExamItem) {
  const rows = options.map((text, index) => ({ text, isCorrect: right.includes(index + 1) }));
  if (kind === "order") return rows;
  return rows.toSorted((a, b) => fraction(code, a.text) - fraction(code, b.text));
}

async function insertExams(tx: DbOrTx, at: Date) {
  const common = { passPercent: 70, createdAt: at, updatedAt: at };
  await insertRows(tx, exams, [
    {
      id: 1,
      slug: "supporter-exam",
      nameJa: "認定サポーター試験",
      nameEn: "Certified supporter exam",
      itemCount: 20,
      timeLimitMinutes: 40,
      coolingOffDays: 7,
      maxAttempts: 3,
      ...common,
    },
    {
      id: 2,
      slug: "supporter-renewal",
      nameJa: "認定サポーター更新試験",
      nameEn: "Certified supporter renewal exam",
      itemCount: 8,
      timeLimitMinutes: 15,
      coolingOffDays: 3,
      maxAttempts: 3,
      ...common,
    },
  ]);
  await continueKeys(tx, exams);
  return { certificationId: 1, renewalId: 2 };
}
