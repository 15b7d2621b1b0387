import { eq } from "drizzle-orm";
import { parse } from "parse5";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examAttempts } from "#db/schema/exams.ts";
import { allElements } from "#test/routes/html.ts";
import { createPerson } from "#test/support/factories.ts";
import { portal, type TestPortal } from "#test/support/portal.ts";
import { addItem, questionAt, type Scene, scene, started } from "./scene.ts";

const SECRET = "だれにも見せない解説です";

let site: TestPortal;
let world: Scene;

beforeAll(async () => {
  site = await portal();
  world = await scene(site.db, { perArea: 0, itemCount: 2 });
  for (const [index, { id: areaId }] of world.areas.entries()) {
    const at = { areaId, actorId: world.staff.id, explanation: SECRET };
    await addItem(site.db, { ...at, code: `page-${index}` });
  }
}, 180_000);
afterAll(() => site?.close());

/** Somebody new with an attempt under way, and what their browser sends. */
async function candidate() {
  const applicant = await createPerson(site.db);
  await world.apply(applicant);
  const attemptId = await started(site.db, { ...world, applicant }, new Date());
  const cookie = await site.signIn(applicant);
  const question = await questionAt(site.db, attemptId, 1);
  const at = (rest: string) => `/exam-attempts/${attemptId}${rest}`;
  const answer = (option: number, revision: number, who = cookie) =>
    site.post(at("/questions/1/answer"), {
      cookie: who,
      form: { option: String(option), revision: String(revision) },
    });
  return { applicant, attemptId, cookie, question, at, answer };
}

const ended = async (attemptId: number) => {
  const [row] = await site.db.select().from(examAttempts).where(eq(examAttempts.id, attemptId));
  return row;
};

describe("an attempt under way", () => {
  test("tells nothing of what is right, in pages and in their data", async () => {
    const { at, cookie, question } = await candidate();
    for (const path of ["", ".data", "/questions/1", "/questions/1.data"]) {
      const { status, body } = await site.get(at(path), { cookie });
      expect([path, status]).toEqual([path, 200]);
      expect(body).not.toContain(SECRET);
      expect(body).not.toMatch(/isCorrect|explanation|"correct"/);
    }
    const { body } = await site.get(at("/questions/1"), { cookie });
    const inputs = allElements(parse(body)).filter(({ tagName }) => tagName === "input");
    const shown = inputs
      .map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])))
      .flatMap(({ name, value }) => (name === "option" ? [Number(value)] : []));
    expect(shown).toEqual(question.optionIds);
  });

  test("takes answers from its own page's script, and says what is wrong with others", async () => {
    const { question, answer, attemptId, at } = await candidate();
    const [right = 0] = question.right;
    const [wrong = 0] = question.wrong;
    const foreign = await questionAt(site.db, attemptId, 2);
    const saved = await answer(right, 0);
    expect([saved.status, JSON.parse(saved.body)]).toEqual([200, { revision: 1 }]);
    // Sent again after a lost reply.
    expect((await answer(right, 0)).status).toBe(200);
    const late = await answer(wrong, 0);
    expect([late.status, JSON.parse(late.body)]).toEqual([409, { answer: [right], revision: 1 }]);
    expect((await answer(foreign.right[0] ?? 0, 1)).status).toBe(400);
    const nobody = await site.post(at("/questions/1/answer"));
    expect(nobody.status).toBe(401);
    const stranger = await site.signIn(await createPerson(site.db));
    expect((await answer(wrong, 1, stranger)).status).toBe(404);
    expect((await questionAt(site.db, attemptId, 1)).answer).toEqual([right]);
  });

  test("shows both answers when a second tab was first, and keeps the typed one", async () => {
    const { question, answer, at, cookie } = await candidate();
    const [one = 0, two = 0] = question.optionIds;
    await answer(one, 0);
    const form = { option: String(two), revision: "0", to: "2", marked: "on" };
    const refused = await site.post(at("/questions/1"), { cookie, form });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain("別の画面で保存された回答");
    expect(refused.body).toMatch(new RegExp(`checked="" value="${two}"|value="${two}" checked=""`));
    expect(refused.body).toContain('name="revision" value="1"');
    const chosen = await site.post(at("/questions/1"), {
      cookie,
      form: { ...form, revision: "1", to: "overview" },
    });
    expect([chosen.status, chosen.location]).toEqual([302, at("")]);
  });

  test("is handed in once, however often it is sent", async () => {
    const { attemptId, at, cookie } = await candidate();
    const outcomes = await Promise.all([1, 2, 3].map(() => site.post(at("/hand-in"), { cookie })));
    expect(outcomes.map(({ status, location }) => [status, location])).toEqual(
      Array(3).fill([302, at("")]),
    );
    expect((await ended(attemptId))?.ending).toBe("handed-in");
    const replayed = await site.post(at("/questions/1/answer"), { cookie });
    expect(replayed.status).toBe(410);
    const page = await site.get(at("/questions/1"), { cookie });
    expect([page.status, page.location]).toEqual([302, at("")]);
    const { body } = await site.get(at(""), { cookie });
    expect(body).toContain("今回は合格点に届きませんでした。");
    expect(body).not.toContain("正しいものはどれですか");
  });

  test("ends when somebody comes after its time, with what was saved", async () => {
    const { attemptId, at, cookie, question, answer } = await candidate();
    await answer(question.right[0] ?? 0, 0);
    const deadlineAt = new Date(Date.now() - 1_000);
    await site.db.update(examAttempts).set({ deadlineAt }).where(eq(examAttempts.id, attemptId));
    const late = await site.post(at("/hand-in"), { cookie });
    expect(late.headers.get("set-cookie")).toContain("handIn.timeUp");
    expect(await ended(attemptId)).toMatchObject({
      ending: "time-up",
      endedAt: deadlineAt,
      correctCount: 1,
      passed: true,
    });
  });
});

describe("the question bank", () => {
  test("is exported as a file that a browser saves", async () => {
    const cookie = await site.signIn(world.staff);
    const { status, headers, body } = await site.get("/staff/exam-items.csv?q=page-0", { cookie });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="exam-items-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers.get("cache-control")).toContain("no-store");
    expect(body.split("\n").filter(Boolean)).toHaveLength(2);
  });

  test("refuses a file that it cannot read, in words", async () => {
    const cookie = await site.signIn(world.staff);
    const check = async (bytes: Uint8Array<ArrayBuffer> | string) => {
      const body = new FormData();
      body.set("file", new File([bytes], "items.csv"));
      const headers = { cookie, origin: site.origin, "accept-language": "ja" };
      const url = `${site.origin}/staff/exam-items/imports/new`;
      const answer = await fetch(url, { method: "POST", body, headers });
      return { status: answer.status, text: await answer.text() };
    };
    const shiftJis = await check(new Uint8Array([0x8e, 0x8e, 0x8c, 0xb1]));
    expect(shiftJis.status).toBe(400);
    expect(shiftJis.text).toContain("文字コードがUTF-8ではありません");
    const columns = await check("a,b\n1,2");
    expect(columns.text).toContain("必要な列がありません：code、area、kind");
    const broken = await check('code,area\n"x');
    expect(broken.text).toContain("2行目でCSVとして読めなくなりました");
    const hostile = await check(
      "code,area,kind,locale,stem,option_1,option_2,correct\n<script>alert(1)</script>,x,single,ja,s,a,b,1",
    );
    expect(hostile.status).toBe(400);
    expect(hostile.text).not.toContain("<script>alert(1)");
    expect(hostile.text).toContain("&lt;script&gt;alert(1)");
  });
});
