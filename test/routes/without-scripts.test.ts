import { parse } from "parse5";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount, PASSWORD } from "#test/auth/support.ts";
import { portal, type Reply, type TestPortal } from "#test/support/portal.ts";
import { allElements, textOf } from "./html.ts";
import { createWorld, type World } from "./world.ts";

let site: TestPortal;
let world: World;

beforeAll(async () => {
  site = await portal();
  world = await createWorld(site.db);
}, 180_000);
afterAll(() => site?.close());

const html = { accept: "text/html" };

/** The fields of the form that a page posts to `action` (itself when absent), as a browser sends them. */
function fieldsOf({ body }: Reply, action?: string): Record<string, string> {
  const forms = allElements(parse(body)).filter(
    (element) =>
      element.tagName === "form" &&
      element.attrs.some(({ name, value }) => name === "method" && value === "post"),
  );
  const form = forms.find((element) => {
    const target = element.attrs.find(({ name }) => name === "action")?.value ?? "";
    return action === undefined
      ? allElements(element).some(({ tagName }) => tagName === "textarea")
      : target === action;
  });
  if (!form) throw new Error(`no form ${action ?? "with a text"}`);
  const fields: Record<string, string> = {};
  for (const element of allElements(form)) {
    const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
    const { name, type, value = "", checked } = attributes;
    if (!name) continue;
    if (element.tagName === "textarea") fields[name] = textOf(element).replace(/^\n/, "");
    if (
      element.tagName === "input" &&
      (!/radio|checkbox/.test(type ?? "") || checked !== undefined)
    ) {
      fields[name] = value;
    }
    if (element.tagName === "select") {
      const chosen = allElements(element).find(({ attrs }) =>
        attrs.some((attr) => attr.name === "selected"),
      );
      fields[name] = chosen?.attrs.find((attr) => attr.name === "value")?.value ?? "";
    }
  }
  return fields;
}

const cookieSet = ({ headers }: Reply, name: string) =>
  headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`)) ?? "";

describe("without scripts", () => {
  test("one asks, corrects, is answered and accepts", async () => {
    const cookie = await site.signIn(world.asker);
    const empty = await site.get("/questions/new", { cookie });
    const typed = {
      ...fieldsOf(empty),
      title: "  ",
      body: "本文はもう書きました。</textarea><b>",
      tags: "csv",
      area: String(world.area.id),
      scope: "customers",
    };
    const refused = await site.post("/questions/new", { cookie, form: typed });
    expect(refused.status).toBe(400);
    expect(refused.body).toContain("タイトルを入力してください。");
    expect(refused.body).toContain('aria-invalid="true"');
    const kept = fieldsOf(refused);
    expect(kept).toMatchObject({
      body: typed.body,
      tags: "csv",
      area: String(world.area.id),
      scope: "customers",
    });
    const form = { ...kept, title: "取り込みが途中で止まります" };
    const asked = await site.post("/questions/new", { cookie, form });
    expect(asked).toMatchObject({
      status: 302,
      location: expect.stringMatching(/^\/questions\/\d+$/),
    });
    const again = await site.post("/questions/new", { cookie, form });
    expect(again.location).toBe(asked.location);
    const here = asked.location ?? "";

    const toast = cookieSet(asked, "toast").split(";")[0] ?? "";
    const shown = await site.get(here, { cookie: `${cookie}; ${toast}` });
    expect(shown.body).toContain('role="status"');
    expect(cookieSet(shown, "toast")).toContain("Max-Age=0");

    const helper = await site.signIn(world.helper);
    const page = await site.get(here, { cookie: helper });
    const answerForm = fieldsOf(page, `${here}/answers/new`);
    const blank = await site.post(`${here}/answers/new`, { cookie: helper, form: answerForm });
    expect(blank.status).toBe(400);
    expect(blank.body).toContain("回答を入力してください。");
    const answered = await site.post(`${here}/answers/new`, {
      cookie: helper,
      form: { ...answerForm, body: "文字コードを変えます。" },
    });
    const answerId = /#answer-(\d+)$/.exec(answered.location ?? "")?.[1];
    expect(answerId).toBeTruthy();
    const accepted = await site.post(`/answers/${answerId}/acceptance`, { cookie });
    expect(accepted.location).toBe(`${here}#answer-${answerId}`);
    expect((await site.get(here, { cookie })).body).toContain("解決");
  });

  test("whoever edits an outdated page sees both versions and loses nothing", async () => {
    const { questionId } = await world.thread();
    const path = `/questions/${questionId}/edit`;
    const mine = await site.signIn(world.asker);
    const theirs = await site.signIn(world.staff);
    const both = [await site.get(path, { cookie: mine }), await site.get(path, { cookie: theirs })];
    const [first, second] = both.map((page) => fieldsOf(page));
    const byStaff = { ...second, title: "整えたタイトルです", body: "整えた本文です。" };
    expect((await site.post(path, { cookie: theirs, form: byStaff })).status).toBe(302);
    const byAsker = { ...first, title: "書き足したタイトル", body: "書き足した本文です。" };
    const stale = await site.post(path, { cookie: mine, form: byAsker });
    expect(stale.status).toBe(409);
    const kept = fieldsOf(stale);
    expect(kept).toMatchObject({ title: "書き足したタイトル", body: "書き足した本文です。" });
    const text = allElements(parse(stale.body)).map(textOf).join("\n");
    expect(text).toContain("整えた本文です。");
    expect((await site.post(path, { cookie: mine, form: kept })).status).toBe(302);
    const saved = await site.get(`/questions/${questionId}`);
    expect(saved.body).toContain("書き足した本文です。");
    const versions = await site.get(`/revisions/question/${questionId}`);
    expect(versions.body).toContain("整えた");
  });

  test("a refusal of a button says so on a page, in the reader's language", async () => {
    const { answerId } = await world.thread();
    const cookie = await site.signIn(world.colleague);
    const path = `/answers/${answerId}/acceptance`;
    const refused = await site.post(path, { cookie, headers: html });
    expect(refused.status).toBe(403);
    expect(refused.body).toContain("この操作はできません");
    const english = await site.post("/answers/999999/acceptance", {
      cookie,
      headers: { ...html, "accept-language": "en" },
    });
    expect(english.status).toBe(404);
    expect(english.body).toContain("Nothing was changed.");
    // Scripts get what they can read.
    const data = await site.post(`${path}.data`, { cookie });
    expect([data.status, data.headers.get("content-type")]).toEqual([403, "text/x-script"]);
  });

  test("a body too large is refused on a page that says how much is allowed", async () => {
    const cookie = await site.signIn(world.asker);
    const form = { title: "大きな質問です", body: "あ".repeat(150_000) };
    const refused = await site.post("/questions/new", { cookie, form, headers: html });
    expect(refused.status).toBe(413);
    expect(refused.body).toContain("1 MB");
    const fits = { ...form, body: "あ".repeat(60_000) };
    expect((await site.post("/questions/new", { cookie, form: fits })).status).toBe(400);
  });
});

describe("choices of a visitor", () => {
  test("the language is kept in a cookie, and leads back to a page of the portal", async () => {
    const form = { locale: "en", redirectTo: "/questions?tag=日本" };
    const reply = await site.post("/locale", { form });
    expect(reply.location).toBe("/questions?tag=%E6%97%A5%E6%9C%AC");
    const cookie = cookieSet(reply, "locale");
    expect(cookie).toMatch(/^locale=en; /);
    const page = await site.get("/", { cookie: cookie.split(";")[0] });
    expect(page.body).toContain('<html lang="en"');
    expect(page.headers.get("content-language")).toBe("en");
    expect((await site.get("/")).body).toContain('<html lang="ja"');
    expect((await site.get("/", { headers: { "accept-language": "en-GB" } })).body).toContain(
      '<html lang="en"',
    );
  });

  test("a member's language comes along to other devices", async () => {
    const cookie = await site.signIn(world.stranger);
    await site.post("/locale", { cookie, form: { locale: "en" } });
    const other = await site.signIn(world.stranger);
    expect((await site.get("/questions", { cookie: other })).body).toContain('<html lang="en"');
  });

  test.each([
    ["/locale", { locale: "en" }],
    ["/colour-scheme", { scheme: "dark" }],
  ])("%s leads nowhere else", async (path, choice) => {
    for (const redirectTo of [
      "//evil.example",
      "https://evil.example/",
      "/\\evil.example",
      "\\\\evil.example",
      "javascript:alert(1)",
      "/\t/evil.example",
      "",
    ]) {
      const reply = await site.post(path, { form: { ...choice, redirectTo } });
      expect([redirectTo, reply.location]).toEqual([redirectTo, "/"]);
    }
  });
});

describe("login", () => {
  test("leads where one wanted to go, and never out of the portal", async () => {
    const { email } = await createAccount(site.db, { organisationId: world.home.id });
    const form = { email: email ?? "", password: PASSWORD };
    const login = (redirectTo: string) =>
      site.post(`/login?${new URLSearchParams({ redirectTo })}`, { form });
    const { questionId } = await world.thread("customers");
    const wanted = await site.get(`/questions/${questionId}/answers/new?x=1`);
    expect(wanted.location).toBe(
      `/login?redirectTo=${encodeURIComponent(`/questions/${questionId}/answers/new?x=1`)}`,
    );
    const there = await site.post(wanted.location ?? "", { form });
    expect(there.location).toBe(`/questions/${questionId}/answers/new?x=1`);
    const cookie = cookieSet(there, "portal-session").split(";")[0];
    expect((await site.get(there.location ?? "", { cookie })).status).toBe(200);
    for (const evil of ["//evil.example", "https://evil.example", "/\\evil.example", "/%5cevil"]) {
      const { location } = await login(evil);
      expect(new URL(location ?? "", site.origin).origin).toBe(site.origin);
    }
  });

  test("a form sent from elsewhere is refused, whatever address it uses", async () => {
    const { questionId } = await world.thread();
    const cookie = await site.signIn(world.asker);
    const watch = `/questions/${questionId}/watch`;
    for (const origin of ["https://evil.example", "null", site.origin.replace("http:", "https:")]) {
      for (const path of [watch, `${watch}.data`, `${watch}?_data=routes%2Flocale`, "/locale"]) {
        const reply = await site.post(path, { cookie, headers: { origin } });
        expect([path, reply.status]).toEqual([path, 403]);
      }
    }
  });
});
