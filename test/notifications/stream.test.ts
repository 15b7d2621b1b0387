import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notify } from "#app/notifications/notifications.server.ts";
import { findPreferences } from "#app/notifications/preferences.server.ts";
import { issueUnsubscribeLink } from "#app/notifications/unsubscribing.server.ts";
import { createPerson } from "#test/support/factories.ts";
import { portal, type TestPortal } from "#test/support/portal.ts";
import { createQuestion } from "./scene.ts";

let site: TestPortal;

beforeAll(async () => {
  site = await portal();
  await createPerson(site.db, { role: "admin" });
}, 180_000);
let isStopped = false;
afterAll(() => {
  if (!isStopped) return site?.close();
});

const EVENTS = { accept: "text/event-stream", "accept-encoding": "gzip, br" };

async function reader() {
  const person = await createPerson(site.db);
  const cookie = await site.signIn(person);
  const question = await createQuestion(site.db, { authorId: person.id });
  const tell = (onceKey: string) =>
    notify(site.db, {
      kind: "mentioned",
      questionId: question.id,
      recipients: [person.id],
      onceKey,
      now: new Date(),
    });
  return { person, cookie, tell };
}

const listen = (cookie: string) =>
  fetch(`${site.origin}/notifications/stream`, { headers: { ...EVENTS, cookie } });

describe("the stream of a signed-in person", () => {
  test("brings each number at once, uncompressed and not to be held back", async () => {
    const { cookie, tell } = await reader();
    const answer = await listen(cookie);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("private, no-store, no-transform");
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.get("x-accel-buffering")).toBe("no");
    const stream = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect(await stream?.read()).toEqual({ done: false, value: "data: 0\n\n" });
    await tell("first");
    expect(await stream?.read()).toEqual({ done: false, value: "data: 1\n\n" });
    await tell("second");
    expect(await stream?.read()).toEqual({ done: false, value: "data: 2\n\n" });
    await stream?.cancel();
  });

  test("is refused to visitors, and to whoever asks for something else, without a body", async () => {
    const { cookie } = await reader();
    expect((await site.get("/notifications/stream", { headers: EVENTS })).status).toBe(204);
    expect((await site.get("/notifications/stream", { cookie })).status).toBe(406);
    // As data it comes to an end as well.
    expect((await site.get("/notifications/stream.data", { cookie })).status).toBe(406);
  });
});

describe("a mail program's one click", () => {
  const link = async () => {
    const { id } = await createPerson(site.db);
    const target = "commented" as const;
    const secret = await issueUnsubscribeLink(site.db, { personId: id, target, now: new Date() });
    const choice = async () =>
      (await findPreferences(site.db, { personId: id })).preferences.commented.mail;
    return { path: `/unsubscribe/${secret}`, choice };
  };

  test.each([
    ["a form", new URLSearchParams({ "List-Unsubscribe": "One-Click" })],
    [
      "a multipart form",
      (() => {
        const form = new FormData();
        form.set("List-Unsubscribe", "One-Click");
        return form;
      })(),
    ],
  ])("works as %s without origin and cookie, and is not redirected", async (_name, body) => {
    const { path, choice } = await link();
    const send = () => fetch(site.origin + path, { method: "POST", body, redirect: "manual" });
    expect((await send()).status).toBe(200);
    expect(await choice()).toBe("off");
    expect((await send()).status).toBe(200);
  });

  test("is the only thing that needs no origin there", async () => {
    const { path, choice } = await link();
    for (const [method, where] of [
      ["POST", `${path}/removal`],
      ["PUT", path],
      ["POST", `${path}x`],
      ["POST", "/unsubscribe"],
      ["POST", "/notifications/read"],
    ] as const) {
      const answer = await fetch(site.origin + where, { method, redirect: "manual" });
      expect([where, answer.status]).toEqual([where, 403]);
    }
    expect(await choice()).toBe("at-once");
  });

  test("is not what looking at the page does", async () => {
    const { path, choice } = await link();
    for (const method of ["GET", "HEAD"]) await fetch(site.origin + path, { method });
    expect(await choice()).toBe("at-once");
    const { body } = await site.get(path);
    expect(body).toContain("メールを止める");
    expect(body).toContain('name="robots" content="noindex');
  });
});

test("stopping ends open streams at once", async () => {
  isStopped = true;
  const { cookie } = await reader();
  const answer = await listen(cookie);
  const stream = answer.body?.getReader();
  await stream?.read();
  const began = Date.now();
  const [ended] = await Promise.all([stream?.read(), site.close()]);
  expect(ended?.done).toBe(true);
  expect(Date.now() - began).toBeLessThan(5_000);
});
