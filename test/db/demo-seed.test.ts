import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe } from "vitest";
import { verifyPassword } from "#app/auth/passwords.server.ts";
import { listExamsForStaff } from "#app/certification/exams/exam-reading.server.ts";
import { listItems } from "#app/certification/exams/item-list.server.ts";
import { flagsOf } from "#app/certification/exams/item-statistics.ts";
import { reconcileAllPoints } from "#app/points/points.server.ts";
import type { Connection } from "#db/client.server.ts";
import { people, questions } from "#db/seed/content/index.ts";
import { seedDemo } from "#db/seed/demo.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#db/seed/demo-accounts.ts";
import { renderBodies } from "#db/seed/rendered-bodies.ts";
import { expect, freshDatabase, test } from "../support/database.ts";
import { NOW } from "../support/factories.ts";

let connection: Connection;
let seconds: number;

beforeAll(async () => {
  connection = await freshDatabase();
  const begun = performance.now();
  expect(await seedDemo(connection.db, { now: NOW })).toBe(true);
  seconds = (performance.now() - begun) / 1000;
}, 60_000);

afterAll(() => connection.close());

async function count(query: string): Promise<number> {
  const [row] = await connection.db.execute<{ n: number }>(
    sql.raw(`select count(*)::int as n from ${query}`),
  );
  return row?.n ?? -1;
}

describe("the demo community", () => {
  test("is written whole, and quickly", async () => {
    expect(await count("people")).toBe(people.length);
    expect(await count("questions")).toBe(questions.length);
    expect(await count("answers")).toBe(questions.flatMap(({ answers }) => answers).length);
    expect(seconds).toBeLessThan(15);
  });

  test("has points for what people did, each row with its reason", async () => {
    expect(await count("point_entries where explanation = 'earned'")).toBeGreaterThan(50);
    expect(await count("point_entries where explanation = 'same-organisation'")).toBeGreaterThan(0);
    expect(await reconcileAllPoints(connection.db, { now: NOW })).toBe(0);
  });

  test("has exams with enough items, and attempts enough to judge them by", async () => {
    expect(await count("exam_items where retired_at is null")).toBe(40);
    expect(await count("exam_items where stem_html like '%**%'")).toBe(0);
    expect(await count("exam_attempts where ended_at is null")).toBe(0);
    const { items } = await listItems(connection.db, { limit: 100 });
    expect(items.every(({ figures }) => figures.n >= 25)).toBe(true);
    const flagged = await listItems(connection.db, { flagged: true });
    const flags = flagged.items.map(({ code, figures }) => [code, flagsOf(figures)] as const);
    expect(Object.fromEntries(flags)).toMatchObject({
      "contacts-05": ["not-telling"],
      "desk-04": expect.arrayContaining(["too-hard"]),
      "forms-05": expect.arrayContaining(["too-easy"]),
    });
    expect(flagged.items.length).toBeLessThan(12);
    const banks = (await listExamsForStaff(connection.db)).map(({ bank }) => bank.state);
    expect(banks).toEqual(["enough", "enough"]);
  });

  test("knows who passed: nobody was certified without the exam that was asked for", async () => {
    expect(await count("exam_attempts where passed")).toBeGreaterThan(20);
    expect(
      await count(`applications a join certification_versions v on v.id = a.version_id
        where v.exam_id is not null and a.submitted_at is not null and not exists (
          select from exam_attempts e where e.person_id = a.person_id and e.exam_id = v.exam_id
            and e.passed and e.ended_at < a.submitted_at)`),
    ).toBe(0);
    expect(
      await count(`exam_attempts a where a.correct_count <> (select count(*) from exam_attempt_items i
        where i.attempt_id = a.id and i.correct)`),
    ).toBe(0);
    expect(
      await count(`exam_attempts a join people p on p.id = a.person_id
        where a.started_at < p.created_at`),
    ).toBe(0);
  });

  test("has accounts of every kind with the printed password", async () => {
    const rows = await connection.db.query.people.findMany({
      where: (t, { inArray }) => inArray(t.email, DEMO_ACCOUNTS),
    });
    expect(rows.map(({ email }) => email).sort()).toEqual(DEMO_ACCOUNTS.toSorted());
    const hashes = new Set(rows.map(({ passwordHash }) => passwordHash));
    for (const hash of hashes) expect(await verifyPassword(hash, DEMO_PASSWORD)).toBe(true);
    expect(rows.find(({ email }) => email?.startsWith("staff@"))?.role).toBe("staff");
    expect(rows.find(({ email }) => email?.startsWith("admin@"))?.role).toBe("admin");
  });

  test("is not written twice, whoever tries", async () => {
    const again = await Promise.all([1, 2].map(() => seedDemo(connection.db, { now: NOW })));
    expect(again).toEqual([false, false]);
    expect(await count("people")).toBe(people.length);
  });

  test("lets the keys that the database makes go on after its own", async () => {
    await connection.db
      .transaction(async (tx) => {
        await tx.execute(
          sql`insert into organisations (name, tier, phase, created_at, updated_at) values ('次', '3', 'trial', now(), now())`,
        );
        throw new Error("enough");
      })
      .catch((error) => expect(error.message).toBe("enough"));
  });

  test("happened in the past, each thing after what it refers to", async () => {
    const now = `'${NOW.toISOString()}'::timestamptz`;
    for (const [table, column] of [
      ["questions", "last_activity_at"],
      ["answers", "coalesce(edited_at, created_at)"],
      ["comments", "created_at"],
      ["revisions", "created_at"],
      ["question_history", "at"],
      ["helpful_votes", "created_at"],
      ["accepted_answers", "accepted_at"],
      ["notifications", "coalesce(read_at, created_at)"],
      ["people", "created_at"],
      ["exam_attempts", "ended_at"],
    ]) {
      expect(await count(`${table} where ${column} > ${now}`), table).toBe(0);
    }
    expect(
      await count(
        "answers a join questions q on q.id = a.question_id where a.created_at < q.created_at",
      ),
    ).toBe(0);
    expect(
      await count(
        "questions q join people p on p.id = q.author_id where p.created_at > q.created_at",
      ),
    ).toBe(0);
    expect(
      await count(
        "helpful_votes v join people p on p.id = v.person_id where p.created_at > v.created_at",
      ),
    ).toBe(0);
    expect(
      await count("questions a join questions b on a.id < b.id and a.created_at > b.created_at"),
    ).toBe(0);
  });

  test("keeps every version of every post", async () => {
    const versions = (table: string, column: string) =>
      count(
        `${table} t where t.version <> (select count(*) from revisions r where r.${column} = t.id)
          or t.body_source <> (select r.body_source from revisions r where r.${column} = t.id order by r.id desc limit 1)
          or (t.version > 1) <> (t.edited_at is not null)`,
      );
    expect(await versions("questions", "question_id")).toBe(0);
    expect(await versions("answers", "answer_id")).toBe(0);
    expect(await versions("comments", "comment_id")).toBe(0);
    expect(await count("answers where version = 2")).toBeGreaterThan(5);
  });

  test("has counts, states and histories that follow from its facts", async () => {
    expect(
      await count(
        "questions q where helpful_count <> (select count(*) from helpful_votes v where v.question_id = q.id)",
      ),
    ).toBe(0);
    expect(
      await count(
        "answers a where helpful_count <> (select count(*) from helpful_votes v where v.answer_id = a.id)",
      ),
    ).toBe(0);
    expect(
      await count(
        "questions q where answer_count <> (select count(*) from answers a where a.question_id = q.id)",
      ),
    ).toBe(0);
    const states = await connection.db.execute<{ state: string; n: number }>(
      sql`select state, count(*)::int as n from questions group by state`,
    );
    expect(new Set(states.map(({ state }) => state))).toEqual(
      new Set(["open", "answered", "solved", "needs-info", "duplicate", "closed"]),
    );
    for (const [fact, kind] of [
      ["questions", "asked"],
      ["answers", "answered"],
      ["accepted_answers", "accepted"],
      ["answer_verifications", "verified"],
      ["question_closures", "closed"],
      ["question_duplicates", "marked-duplicate"],
      ["information_requests", "information-requested"],
    ]) {
      expect(await count(`question_history where kind = '${kind}'`)).toBe(await count(`${fact}`));
    }
  });

  test("tells the demo accounts news that they may see, some of it unread", async () => {
    for (const name of ["member", "supporter"]) {
      const own = `notifications n join people p on p.id = n.person_id and p.email = '${name}@portal.example'`;
      expect(await count(own), name).toBeGreaterThan(3);
      expect(await count(`${own} where n.read_at is null`), name).toBeGreaterThan(0);
    }
    expect(await count("notifications where person_id = actor_id")).toBe(0);
    expect(
      await count(
        `notifications n join questions q on q.id = n.question_id join people p on p.id = n.person_id
          where q.scope = 'organisation' and p.role = 'member'
            and p.organisation_id is distinct from q.organisation_id`,
      ),
    ).toBe(0);
  });

  test("is found by Japanese words", async () => {
    expect(
      await count("questions where search_vector @@ $$'フォ' & 'ォー'$$::tsquery"),
    ).toBeGreaterThan(0);
  });

  test("has events of every kind, past and to come, with people in every state", async () => {
    const now = `'${NOW.toISOString()}'::timestamptz`;
    for (const condition of [`ends_at < ${now}`, `starts_at > ${now}`]) {
      expect(await count(`(select distinct kind from events where ${condition}) kinds`)).toBe(5);
    }
    expect(await count("(select distinct state from registrations) states")).toBe(6);
    for (const what of ["cancelled_at", "postponed_at"]) {
      expect(await count(`events where ${what} is not null`)).toBe(1);
    }
    expect(await count("events where published_at is null")).toBe(1);
    expect(await count("ticket_types where drawn_at is not null")).toBe(1);
    expect(await count("ticket_types where draw_at is not null and drawn_at is null")).toBe(1);
    expect(await count("attendances where undone_at is null")).toBeGreaterThan(100);
    expect(await count("survey_invitations where answered_at is not null")).toBeGreaterThan(40);
    expect(await count("registration_answers")).toBeGreaterThan(20);
    expect(
      await count(`registrations join people on people.id = registrations.person_id
        where people.email = 'member@portal.example' and state = 'offered'`),
    ).toBe(1);
  });

  test("has tickets that hold what they promise, and nobody before they joined", async () => {
    const taking = "state in ('confirmed', 'offered')";
    expect(
      await count(`ticket_types where capacity < (select count(*) from registrations
        where ticket_type_id = ticket_types.id and ${taking})`),
    ).toBe(0);
    expect(
      await count(`(select ticket_type_id, organisation_id, count(*) as n from registrations
          where ${taking} group by 1, 2) taken
        join ticket_types on ticket_types.id = ticket_type_id where n > organisation_cap`),
    ).toBe(0);
    expect(
      await count(`registrations join people on people.id = registrations.person_id
        where applied_at < people.created_at`),
    ).toBe(0);
    expect(
      await count(`registrations join events on events.id = registrations.event_id
        where applied_at > starts_at or applied_at < published_at`),
    ).toBe(0);
    expect(
      await count(`attendances join people on people.id = attendances.person_id
        where at < people.created_at`),
    ).toBe(0);
  });
});

test("texts of the demo community may mention people", async () => {
  const source = "@kamiya-naoto さん、@nobody さん";
  const names = new Map([["kamiya-naoto", "神谷 直人"]]);
  const body = (await renderBodies([source], names, () => {})).get(source);
  expect(body?.bodyHtml).toContain(">@神谷 直人</a>");
  expect(body?.bodyText).toContain("@nobody");
});
