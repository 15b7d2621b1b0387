import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { safeError } from "#app/lib/safe-error.ts";
import { exchange, type Portal, post, startPortal } from "./portal.ts";

let portal: Portal;
beforeEach(async () => {
  portal = await startPortal();
});
afterEach(() => portal.close());

describe("request ids", () => {
  it("are generated, answered and logged", async () => {
    const answer = await portal.get("/questions", { "X-Request-Id": "client-chosen-id" });
    const id = answer.headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(portal.logs().at(-1)).toMatchObject({ requestId: id, path: "/questions", status: 200 });
    expect(portal.seen.contexts.at(-1)).toMatchObject({ requestId: id });
  });

  it("come from a trusted proxy when well formed", async () => {
    const behind = await startPortal({ config: { trustProxy: 1 } });
    const idFor = async (id: string) =>
      (await behind.get("/questions", { "X-Request-Id": id })).headers.get("x-request-id");
    expect(await idFor("proxy_id-12345678")).toBe("proxy_id-12345678");
    for (const bad of ["short", "a".repeat(65), "with space1", "semi;colon", "日本語日本語"]) {
      expect(await idFor(bad)).toMatch(/^[0-9a-f-]{36}$/);
    }
    await behind.close();
  });
});

describe("log lines", () => {
  it("tell method, path, query names, status, time and queries", async () => {
    await portal.get("/queries?page=2&q=secretvalue");
    expect(portal.logs().at(-1)).toMatchObject({
      level: 30,
      msg: "request",
      method: "GET",
      path: "/queries",
      query: ["page", "q"],
      status: 200,
      queries: 2,
      ms: expect.any(Number),
    });
    expect(portal.logText()).not.toContain("secretvalue");
  });

  it("never contain tokens, cookies, credentials or bodies", async () => {
    const secret = "s3cr3t-t0k3n";
    for (const path of [
      `/invite/${secret}`,
      `/INVITE/${secret}/`,
      `/%69nvite/${secret}.data`,
      `/reset/${secret}`,
      `/signup/${secret}`,
      `/calendar/${secret}.ics`,
      `/verify/${secret}?x=${secret}`,
      `/questions?${secret}`,
      `/questions?token=${secret}`,
      `/invite/${secret}/..`,
      `//x/${secret}`,
    ]) {
      await portal.get(path, {
        Cookie: `session=${secret}`,
        Authorization: `Bearer ${secret}`,
        Referer: `https://portal.example/invite/${secret}`,
        "User-Agent": secret,
      });
    }
    await exchange(portal.port, post("/questions/new", `title=${secret}`));
    await exchange(portal.port, post("/questions/new", `title=${secret}`, { Origin: secret }));
    await portal.get("/", { Host: secret });
    expect(portal.logs().length).toBe(14);
    expect(portal.logText()).not.toContain(secret);
    expect(portal.logText()).toContain('"/invite/[redacted]"');
    expect(portal.logText()).toContain('"path":"/questions"');
  });

  it("count the queries of parallel requests apart", async () => {
    await Promise.all(Array.from({ length: 5 }, () => portal.get("/queries")));
    expect(portal.logs().map((line) => line.queries)).toEqual([2, 2, 2, 2, 2]);
  });

  it("keep probes at debug level and name the reason of refused targets", async () => {
    await portal.get("/healthz");
    expect(portal.logs().at(-1)).toMatchObject({ level: 20, path: "/healthz" });
    await portal.get("/%zz");
    expect(portal.logs().at(-1)).toMatchObject({ path: "[refused: undecodable]", status: 400 });
  });
});

it("logged errors carry no statement parameters or foreign properties", () => {
  const cause = Object.assign(new Error("duplicate key"), { code: "23505", detail: "a@b.example" });
  const error = new Error("Failed query: insert into people\nparams: a@b.example,hash", { cause });
  const logged = safeError(Object.assign(error, { params: ["a@b.example"] }));
  expect(logged.message).toBe("Failed query: insert into people\nparams: [redacted]");
  expect(logged.cause).toMatchObject({ message: "duplicate key", code: "23505" });
  expect(logged.stack).toMatch(/^\s+at /);
  expect(JSON.stringify(logged)).not.toContain("a@b.example");
});
