import { sql } from "drizzle-orm";
import type { MaybeViewer } from "#app/auth/viewer.ts";
import { listQuestions } from "#app/questions/question-list.server.ts";
import {
  cursorText,
  filterUrl,
  LIST_SORTS,
  PAGE_SIZE,
  parseFilter,
  type QuestionFilter,
} from "#app/questions/question-list.ts";
import { connect, type Db } from "#db/client.server.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { cast } from "./cast.ts";

/** Many questions in a moment, made of numbers: what matters here is only where they are listed. */
async function fill(db: Db, count: number, ids: { authors: number[]; areas: number[] }) {
  await db.execute(sql`
    insert into questions (title, body_source, body_html, body_text, renderer_version, author_id,
      product_area_id, scope, state, answer_count, helpful_count, created_at, last_activity_at,
      search_vector, deleted_at)
    select 'Question ' || n, 'x', '<p>x</p>', 'x', 1,
      (${sql.param(ids.authors)}::bigint[])[1 + n * 7 % ${ids.authors.length}],
      (${sql.param(ids.areas)}::bigint[])[1 + n * 5 % ${ids.areas.length}],
      case when n % 5 = 0 then 'customers' else 'public' end,
      (array['open','answered','solved','needs-info','duplicate','closed','hidden'])[1 + n * 3 % 7],
      case when n % 2 = 0 then 0 else 2 end, n * 11 % 4,
      ${NOW.toISOString()}::timestamptz + make_interval(mins => n * 13 % 9),
      ${NOW.toISOString()}::timestamptz + make_interval(mins => n * 17 % 6),
      array_to_tsvector(array['question', n::text]),
      case when n % 19 = 0 then now() end
    from generate_series(1, ${count}::int) n`);
  await db.execute(sql`insert into tags (name, created_at)
    select 'tag' || n, now() from generate_series(0, 39) n`);
  await db.execute(sql`insert into question_tags (question_id, tag_id)
    select q.id, t.id from questions q join tags t on t.name in ('tag' || q.id % 40, 'tag' || q.id % 7)`);
}

type Row = {
  id: number;
  state: string;
  scope: string;
  deleted: boolean;
  answers: number;
  author: number;
  area: string;
  tags: string[];
  newest: number;
  active: number;
  helpful: number;
};

async function allRows(db: Db): Promise<Row[]> {
  const rows = await db.execute<Record<string, unknown>>(sql`
    select q.*, a.slug, extract(epoch from q.created_at) as newest,
      extract(epoch from q.last_activity_at) as active,
      array(select t.name from question_tags x join tags t on t.id = x.tag_id
        where x.question_id = q.id) as names
    from questions q join product_areas a on a.id = q.product_area_id`);
  return rows.map((row) => ({
    id: Number(row.id),
    state: String(row.state),
    scope: String(row.scope),
    deleted: row.deleted_at !== null,
    answers: Number(row.answer_count),
    author: Number(row.author_id),
    area: String(row.slug),
    tags: row.names as string[],
    newest: Number(row.newest),
    active: Number(row.active),
    helpful: Number(row.helpful_count),
  }));
}

/** Turns all pages of a list. */
async function turnPages(db: Db, viewer: MaybeViewer, filter: QuestionFilter): Promise<number[]> {
  const ids: number[] = [];
  let after: QuestionFilter["after"];
  do {
    // Through the address, as the reader's browser does it.
    const address = filterUrl({ ...filter, after: undefined }, { after });
    const parsed = parseFilter(new URL(address, "http://x").searchParams);
    const { questions, next } = await listQuestions(db, { viewer, filter: parsed });
    expect(questions.length).toBeLessThanOrEqual(PAGE_SIZE);
    if (next) expect(questions).toHaveLength(PAGE_SIZE);
    ids.push(...questions.map(({ id }) => id));
    after = next;
  } while (after);
  return ids;
}

const STATES: Record<string, (row: Row) => boolean> = {
  open: ({ state }) => ["open", "answered", "needs-info"].includes(state),
  unanswered: ({ state, answers }) => ["open", "needs-info"].includes(state) && answers === 0,
  solved: ({ state }) => state === "solved",
  "needs-info": ({ state }) => state === "needs-info",
};

describe("a list turned page by page", () => {
  test("shows every visible question exactly once, in order, under every filter", async ({
    db,
  }) => {
    const people = await cast(db);
    const others = await cast(db);
    const authors = [people.asker.id, people.helper.id, others.asker.id];
    await fill(db, 190, { authors, areas: [people.area.id, others.area.id] });
    await db.execute(sql`insert into question_watches (question_id, person_id, watched_at, unwatched_at)
      select id, ${people.helper.id}, now(), case when id % 4 = 0 then now() end
      from questions where id % 2 = 0`);
    const rows = await allRows(db);
    const narrowed: [Partial<QuestionFilter>, (row: Row) => boolean][] = [
      [{}, () => true],
      ...Object.entries(STATES).map(
        ([state, keep]) =>
          [{ state: state as QuestionFilter["state"] }, keep] as [
            Partial<QuestionFilter>,
            (row: Row) => boolean,
          ],
      ),
      [{ area: people.area.slug }, ({ area }) => area === people.area.slug],
      [{ area: "no-such-area" }, () => false],
      [{ tag: "tag3" }, ({ tags }) => tags.includes("tag3")],
      [
        { tag: "tag3", area: people.area.slug, state: "open" },
        (row) =>
          row.tags.includes("tag3") && row.area === people.area.slug && STATES.open?.(row) === true,
      ],
    ];
    const mine: typeof narrowed = [
      [{ mine: true }, ({ author }) => author === people.helper.id],
      [{ watching: true }, ({ id }) => id % 2 === 0 && id % 4 !== 0],
    ];
    for (const sort of LIST_SORTS) {
      for (const viewer of [undefined, people.helper, people.staff]) {
        const visible = (row: Row) =>
          !row.deleted &&
          (viewer === people.staff || row.state !== "hidden") &&
          (viewer !== undefined || row.scope === "public");
        for (const [filter, keep] of viewer === people.helper ? [...narrowed, ...mine] : narrowed) {
          const wanted = rows
            .filter((row) => visible(row) && keep(row))
            .sort((a, b) => b[sort] - a[sort] || b.id - a.id)
            .map(({ id }) => id);
          expect(await turnPages(db, viewer, { sort, ...filter })).toEqual(wanted);
        }
      }
    }
  });

  test("goes on where it was when something new comes in between", async ({ db }) => {
    const people = await cast(db);
    await fill(db, 60, { authors: [people.asker.id], areas: [people.area.id] });
    const filter = { sort: "newest" } as const;
    const all = await turnPages(db, people.staff, filter);
    const first = await listQuestions(db, { viewer: people.staff, filter });
    await db.execute(sql`insert into questions (title, body_source, body_html, body_text,
      renderer_version, author_id, product_area_id, scope, created_at, last_activity_at, search_vector)
      values ('Newer', 'x', 'x', 'x', 1, ${people.asker.id}, ${people.area.id}, 'public',
        now() + interval '50 years', now(), '')`);
    const second = await listQuestions(db, {
      viewer: people.staff,
      filter: { ...filter, after: first.next },
    });
    expect(second.questions.map(({ id }) => id)).toEqual(all.slice(PAGE_SIZE, 2 * PAGE_SIZE));
  });
});

describe("an address of a list", () => {
  const parse = (query: string) => parseFilter(new URLSearchParams(query));

  test("that makes no sense is the whole list", () => {
    const nonsense = "state=x&sort=y&mine=yes&after=z&area=&tag=%20";
    expect(filterUrl(parse(nonsense))).toBe("/questions");
  });

  test("reads what it wrote", () => {
    const address =
      "/questions?state=solved&mine=1&watching=1&area=api&tag=%E6%A8%A9%E9%99%90&sort=helpful&after=3_12";
    const filter = parse(address.split("?")[1] ?? "");
    expect(filterUrl(filter, { after: filter.after })).toBe(address);
    expect(cursorText({ value: 3, id: 12 })).toBe("3_12");
  });

  const strange = [
    "-1_1",
    "999999999999999_1",
    "253402300799999_999999999999999",
    "0_0",
    "1e3_1",
    "1_1_1",
    "%00_1",
  ];
  test("with any cursor gives a list, never an error", async ({ db }) => {
    const people = await cast(db);
    await fill(db, 3, { authors: [people.asker.id], areas: [people.area.id] });
    for (const sort of LIST_SORTS) {
      for (const cursor of strange) {
        const filter = parse(`sort=${sort}&after=${cursor}&tag=%00a&area=%00`);
        await listQuestions(db, { viewer: undefined, filter });
      }
    }
  });
});

describe("with 5,000 questions", () => {
  test("every usual list is read from an index", async () => {
    const made = await freshDatabase(1);
    await made.close();
    const issued: { text: string; params: unknown[] }[] = [];
    const connection = connect(made.url, {
      maxConnections: 1,
      onQuery: (...[text, params]: unknown[]) =>
        issued.push({ text: String(text), params: params as unknown[] }),
    });
    try {
      const { db } = connection;
      const people = await cast(db);
      const areas = [people.area.id];
      for (let n = 0; n < 7; n += 1) areas.push((await cast(db)).area.id);
      const authors = Array.from({ length: 40 }, (_, n) => people.asker.id + (n % 8));
      await fill(db, 5_000, { authors, areas });
      // As in life: texts of a few hundred characters, and the later number is the later question.
      await db.execute(sql`update questions set body_text = repeat(md5(id::text), 16),
        body_html = repeat(md5(id::text), 18), body_source = repeat(md5(id::text), 16),
        created_at = created_at + make_interval(mins => id::int),
        last_activity_at = last_activity_at + make_interval(mins => id::int + id::int * 7 % 900)`);
      await db.execute(sql`vacuum full analyze questions`);
      await db.execute(sql`analyze`);
      const plans: Record<string, string> = {};
      const filters: [string, MaybeViewer, Partial<QuestionFilter>][] = [
        ["visitor", undefined, {}],
        ["member", people.stranger, {}],
        ["staff", people.staff, {}],
        ["active", undefined, { sort: "active" }],
        ["helpful", undefined, { sort: "helpful" }],
        ["deep page", undefined, { after: { value: NOW.getTime() + 9e6, id: 150 } }],
        ["area", people.stranger, { area: people.area.slug }],
        ["tag", people.stranger, { tag: "tag33" }],
        ["mine", people.asker, { mine: true }],
        ["solved", people.stranger, { state: "solved" }],
        ["unanswered", people.stranger, { state: "unanswered" }],
      ];
      for (const [name, viewer, filter] of filters) {
        issued.length = 0;
        await listQuestions(db, { viewer, filter: { sort: "newest", ...filter } });
        const query = issued.at(-1);
        const client = (db as unknown as { $client: import("postgres").Sql }).$client;
        const rows = await client.unsafe(`explain ${query?.text}`, query?.params as never[]);
        plans[name] = rows.map((row) => row["QUERY PLAN"]).join("\n");
      }
      const scanned = Object.entries(plans).filter(([, plan]) =>
        /Seq Scan on questions/.test(plan),
      );
      expect(scanned).toEqual([]);
      expect(plans.visitor).toContain("questions_newest");
      expect(plans.area).toContain("questions_area_newest");
      expect(plans.mine).toContain("questions_author_newest");
      expect(plans.tag).toContain("question_tags_tag");
    } finally {
      await connection.close();
    }
  });
});
