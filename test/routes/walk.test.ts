import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { portal, type Reply, type TestPortal } from "#test/support/portal.ts";
import type { Answer, Answers, Entry } from "./entries.ts";
import { TABLE } from "./table.ts";
import { createWorld, type Thread, WHO, type Who, type World } from "./world.ts";

let site: TestPortal;
let world: World;
const cookies = new Map<Who, string | undefined>();

beforeAll(async () => {
  site = await portal();
  world = await createWorld(site.db);
}, 180_000);
afterAll(() => site?.close());

const GONE: Thread = { questionId: 999_999, answerId: 999_999, commentId: 999_999 };

/** Asks as one of them; whoever logs out or ends sessions does so with one of their own. */
async function ask(method: "get" | "post", who: Who, path: string, form?: Record<string, string>) {
  const viewer = world.viewers[who];
  const ends = /logout|sessions/.test(path);
  if (!ends && !cookies.has(who)) cookies.set(who, viewer && (await site.signIn(viewer)));
  const cookie = ends && viewer ? await site.signIn(viewer) : cookies.get(who);
  if (ends) cookies.delete(who);
  const options = { cookie, headers: { accept: "text/html" } };
  return method === "get" ? site.get(path, options) : site.post(path, { ...options, form });
}

function answerOf({ status, location }: Reply): Answer {
  const isRedirect = [301, 302, 303, 202].includes(status) && location !== undefined;
  if (!isRedirect) return status;
  return location?.startsWith("/login?redirectTo=") ? "login" : 302;
}

/** The address at which Remix's own script asks for the same. */
function dataAddress(path: string): string {
  const [pathname = "", query] = path.split("?");
  return `${pathname === "/" ? "/_root" : pathname}.data${query ? `?${query}` : ""}`;
}

/** For whom a question of one company, or none at all, is not there. */
function withoutThread(answers: Answers, blind: readonly Who[]): Answers {
  const entries = WHO.map((who) => {
    const usual = answers[who];
    return [who, blind.includes(who) && usual !== "login" ? 404 : usual];
  });
  return Object.fromEntries(entries) as Answers;
}

const routeIds = () =>
  Object.keys(site.build.routes)
    .filter((id) => id !== "root")
    .map((id) => id.replace("routes/", ""));

/** Compares what a route answers to everyone with what the table says. */
async function walk(
  entry: Entry,
  {
    answers,
    method,
    data,
    thread,
  }: {
    answers: Answers;
    method: "get" | "post";
    data: boolean;
    thread: () => Promise<Thread>;
  },
): Promise<string[]> {
  const found = await Promise.all(
    WHO.map(async (who) => {
      const about = await thread();
      const path = entry.at(world, about);
      const form = entry.form?.(world, about);
      const reply = await ask(method, who, data ? dataAddress(path) : path, form);
      const got = answerOf(reply);
      const place = `${method} ${path}${data ? " (data)" : ""} ${who}`;
      if (got !== answers[who]) return `${place}: ${got}, not ${answers[who]}`;
      return reply.status >= 400 && !data && reply.body === "" ? `${place}: blank` : undefined;
    }),
  );
  return found.filter((fault) => fault !== undefined);
}

const fresh = () => world.thread();
const companyOnly = () => world.thread("organisation");

describe("every route", () => {
  test("is in the table, and the table has no others", () => {
    expect(Object.keys(TABLE).sort()).toEqual(routeIds().sort());
  });

  test("answers each kind of person as the table says", { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    for (const [id, entry] of Object.entries(TABLE)) {
      const route = site.build.routes[`routes/${id}`]?.module;
      if (!route) continue;
      for (const method of ["get", "post"] as const) {
        const answers = entry[method];
        const exists = method === "get" ? route.loader || route.default : route.action;
        if (!answers) {
          if (exists) wrong.push(`${id}: the table says nothing of ${method}`);
          continue;
        }
        const asData = entry.asData?.[method] ?? answers;
        wrong.push(...(await walk(entry, { answers, method, data: false, thread: fresh })));
        wrong.push(...(await walk(entry, { answers: asData, method, data: true, thread: fresh })));
      }
    }
    expect(wrong).toEqual([]);
  });

  test("knows no question of another company, nor one that never was", {
    timeout: 240_000,
  }, async () => {
    const wrong: string[] = [];
    for (const entry of Object.values(TABLE)) {
      if (!entry.ofThread) continue;
      for (const method of ["get", "post"] as const) {
        const usual = entry[method];
        if (!usual) continue;
        const inside = withoutThread(usual, ["anonymous", "stranger"]);
        const none = withoutThread(usual, WHO);
        const steps = [
          { answers: inside, data: false, thread: companyOnly },
          { answers: inside, data: true, thread: companyOnly },
          { answers: none, data: true, thread: async () => GONE },
        ];
        for (const step of steps) wrong.push(...(await walk(entry, { method, ...step })));
      }
    }
    expect(wrong).toEqual([]);
  });

  test("says in words that it has no page, or takes no form", async () => {
    const wrong: string[] = [];
    for (const [id, entry] of Object.entries(TABLE)) {
      const route = site.build.routes[`routes/${id}`]?.module;
      const path = entry.at(world, await world.thread());
      for (const method of ["get", "post"] as const) {
        const exists = method === "get" ? route?.loader || route?.default : route?.action;
        if (exists) continue;
        const reply = await ask(method, "member", path);
        if (reply.status !== 405 || !reply.body.includes("<html")) {
          wrong.push(`${method} ${path}: ${reply.status} ${reply.body.slice(0, 60)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("has a number in its address that no row can have: not found, never an error", async () => {
    for (const number of [
      "0",
      "999999999999999",
      "9999999999999999",
      "1.5",
      "-1",
      "1e3",
      "x",
      "%E3%81%82",
    ]) {
      for (const path of [
        `/questions/${number}`,
        `/questions/${number}/history`,
        `/questions/${number}/edit`,
        `/answers/${number}/edit`,
        `/comments/${number}/edit`,
        `/revisions/question/${number}`,
        `/revisions/answer/${number}`,
        `/revisions/comment/${number}`,
        `/revisions/person/${number}`,
        `/organisations/${number}`,
        `/staff/areas/${number}`,
        `/staff/organisations/${number}`,
        `/staff/outbox/${number}`,
        `/staff/exam-items/${number}`,
        `/staff/exams/${number}`,
        `/exam-attempts/${number}`,
        `/files/${number}`,
        `/people/${number}`,
        `/people/${number}/pair-sessions`,
        `/pair-sessions/${number}`,
        `/pair-sessions/${number}.ics`,
        `/pair-sessions/${number}/record`,
      ]) {
        expect([path, (await ask("get", "admin", path)).status]).toEqual([path, 404]);
      }
    }
  });

  test("takes any query without an error", { timeout: 60_000 }, async () => {
    const values = ["%00", "%F0%9F'%5C", "-1", "999999999999999_1"];
    const names = [
      "q",
      "after",
      "area",
      "tag",
      "state",
      "sort",
      "mine",
      "title",
      "answers",
      "before",
      "kind",
      "locale",
      "figures",
    ];
    const wrong: string[] = [];
    for (const [id, entry] of Object.entries(TABLE)) {
      if (!site.build.routes[`routes/${id}`]?.module.loader) continue;
      const [path] = entry.at(world, await world.thread()).split("?");
      for (const value of values) {
        const query = names.map((name) => `${name}=${value}`).join("&");
        const address = dataAddress(`${path}?${query}&sort=helpful`);
        const { status } = await ask("get", "admin", address);
        if (status >= 500) wrong.push(`${path}?…=${value}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("has logged no error on all these ways", () => {
    const logged = site.errors.map(({ msg, err }) => JSON.stringify([msg, err]));
    expect(logged).toEqual([]);
  });
});
