import { sql } from "drizzle-orm";
import { searchVectorOf } from "#app/questions/search-terms.server.ts";
import { searchVectorText, tellingTerms } from "#app/questions/search-terms.ts";
import { listSimilarQuestions } from "#app/questions/similar-questions.server.ts";
import { rarestTerms } from "#app/questions/term-shares.server.ts";
import type { Db } from "#db/client.server.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createArea, createPerson } from "#test/support/factories.ts";

const NOW = new Date("2026-03-02T00:00:00Z");

/** Questions with nothing but a title and a text, as many as the list has. */
async function ask(db: Db, list: { title: string; text?: string; scope?: string }[]) {
  const author = await createPerson(db);
  const area = await createArea(db);
  for (const { title, text = "", scope = "public" } of list) {
    await db.execute(sql`
      insert into questions (title, body_source, body_html, body_text, renderer_version, author_id,
        product_area_id, scope, created_at, last_activity_at, search_vector)
      values (${title}, ${text}, '', ${text}, 1, ${author.id}, ${area.id}, ${scope},
        ${NOW.toISOString()}, ${NOW.toISOString()}, ${searchVectorOf({ title, text })})`);
  }
}

const titles = (rows: { title: string }[]) => rows.map(({ title }) => title);

describe("questions like a title", () => {
  const community = [
    { title: "SSOを有効にするとログイン画面に戻ってくる" },
    { title: "スマートフォンのアプリだけSSOでログインできない" },
    { title: "請求書に登録番号が記載されていない月があります" },
    {
      title: "操作を引き継ぐ人がいません",
      text: "退職した人がオーナーのままで、権限を変更できません。",
    },
    { title: "Which time zone do the dates in the API have?" },
    { title: "社外秘：請求書の登録番号", scope: "customers" },
  ];

  test("the closest come first, what is alike by grammar only does not come", async ({ db }) => {
    await ask(db, community);
    const found = await listSimilarQuestions(db, {
      viewer: undefined,
      title: "SSOを使うとログイン画面から進めない",
    });
    expect(titles(found)).toEqual([community[0]?.title, community[1]?.title]);
    const english = { viewer: undefined, title: "How do I find the invoices in the portal?" };
    expect(await listSimilarQuestions(db, english)).toEqual([]);
  });

  test("a question is found by its text when its title says it in other words", async ({ db }) => {
    await ask(db, community);
    const found = await listSimilarQuestions(db, {
      viewer: undefined,
      title: "退職した人の権限",
    });
    expect(titles(found)).toEqual([community[3]?.title]);
  });

  test("what the viewer may not see and the question itself are left out", async ({ db }) => {
    await ask(db, community);
    const search = { viewer: undefined, title: "請求書に登録番号がない" };
    const found = await listSimilarQuestions(db, search);
    expect(titles(found)).toEqual([community[2]?.title]);
    expect(await listSimilarQuestions(db, { ...search, exceptId: found[0]?.id })).toEqual([]);
  });

  test("among thousands, few are looked at and the right ones found", async () => {
    const connection = await freshDatabase();
    const { db } = connection;
    try {
      await ask(db, community);
      await db.execute(sql`
        insert into questions (title, body_source, body_html, body_text, renderer_version, author_id,
          product_area_id, scope, created_at, last_activity_at, search_vector)
        select format('登録番号 %s の設定について', n), '', '', '', 1, author_id, product_area_id,
          'public', created_at + n * interval '1 minute', created_at,
          format('''登録'':1A ''録番'':2A ''番号'':3A ''の設'':4A ''設定'':5A ''%s'':6A', n)::tsvector
        from generate_series(1, 4000) n, (select * from questions order by id limit 1) q`);
      await db.execute(sql`analyze questions`);
      const title = "請求書の登録番号の設定";
      const found = await listSimilarQuestions(db, { viewer: undefined, title });
      expect(found[0]?.title).toBe(community[2]?.title);
    } finally {
      await connection.close();
    }
  });
});

test("the terms that few questions hold are taken, and at least one", () => {
  const shares: Record<string, number> = { 設定: 0.5, 請求: 0.02, 番号: 0.04, 書に: 0.3 };
  const share = (term: string) => shares[term] ?? 0.001;
  const terms = ["設定", "請求", "番号", "書に"];
  expect(rarestTerms(terms, { share, rows: 1000, most: 100 })).toEqual(["請求", "番号"]);
  expect(rarestTerms(["設定", "書に"], { share, rows: 1000, most: 100 })).toEqual(["書に"]);
});

test("grammar tells nothing, unless there is nothing else", () => {
  expect(tellingTerms("How to export the CSV")).toEqual(["export", "csv"]);
  expect(tellingTerms("これは何ですか")).toEqual(["は何", "何で"]);
  expect(tellingTerms("how to")).toEqual(["how", "to"]);
});

describe("the search vector", () => {
  test("terms have places; those of the title weigh more", async ({ db }) => {
    const post = { title: "権限 CSV", text: "CSV取込" };
    expect(searchVectorText(post)).toBe("'権限':1A 'csv':2A 'csv':3 '取込':4");
    const [row] = await db.execute<{ vector: string; ranked: boolean }>(sql`
      select ${searchVectorOf(post)} as vector,
        ts_rank(${searchVectorOf(post)}, '権限'::tsquery)
          > ts_rank(${searchVectorOf(post)}, '取込'::tsquery) as ranked`);
    expect(row?.vector).toBe("'csv':2A,3 '取込':4 '権限':1A");
    expect(row?.ranked).toBe(true);
  });

  test("a text of more terms than there are places", async ({ db }) => {
    const text = Array.from({ length: 9_000 }, (_, n) => n.toString(36)).join(" ");
    const vector = searchVectorOf({ title: "長い", text: `${text} ${"語".repeat(20_000)}` });
    const [row] = await db.execute<{ terms: number }>(sql`select length(${vector}) as terms`);
    expect(row?.terms).toBeGreaterThan(5_000);
  });
});
