import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseRequestTarget } from "#server/request-target.ts";
import { exchange, type Portal, startPortal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

describe("host allow-list", () => {
  it.each(["portal.example", "PORTAL.Example", "portal.example:8443"])(
    "answers %s",
    async (Host) => {
      expect((await portal.get("/questions", { Host })).status).toBe(200);
    },
  );

  it.each([
    "evil.example",
    "portal.example.evil.example",
    "portal.example:3000",
    "portal.example.",
    "user@portal.example",
    "evil/..?x=",
    "evil/questions?x=",
    "portal.example/questions?x=",
    "portal.example#",
    "",
    "127.0.0.1",
  ])("refuses %s with a readable page and without reaching a route", async (Host) => {
    const before = portal.seen.urls.length;
    const answer = await portal.get("/", { Host });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain("https://portal.example");
    expect(answer.body).not.toContain("evil");
    expect(portal.seen.urls.length).toBe(before);
  });

  it("refuses a missing Host, in HTTP/1.0 as well, and several of them", async () => {
    for (const head of [
      "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
      "GET / HTTP/1.0\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: portal.example\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
    ]) {
      const answer = await exchange(portal.port, head);
      expect(answer.status).toBe(400);
      expect(answer.headers.get("content-type")).toContain("text/html");
    }
  });

  it("does not look at X-Forwarded-Host from an untrusted peer", async () => {
    const good = await portal.get("/questions", { "X-Forwarded-Host": "evil.example" });
    expect(good.status).toBe(200);
    expect(portal.seen.urls.at(-1)).toBe("https://portal.example/questions");
    const bad = await portal.get("/", { Host: "evil", "X-Forwarded-Host": "portal.example" });
    expect(bad.status).toBe(400);
  });

  it("takes X-Forwarded-Host from a trusted proxy, only when allowed", async () => {
    const behind = await startPortal({ config: { trustProxy: ["127.0.0.1"] } });
    const ask = (forwarded: string) =>
      behind.get("/questions", { Host: "internal:3000", "X-Forwarded-Host": forwarded });
    expect((await ask("portal.example")).status).toBe(200);
    expect((await ask("evil.example")).status).toBe(400);
    expect((await ask("evil.example, portal.example")).status).toBe(400);
    expect(behind.seen.urls).toEqual(["https://portal.example/questions"]);
    await behind.close();
  });

  it("answers the probes, and nothing else, at literal loopback addresses", async () => {
    const Host = `127.0.0.1:${portal.port}`;
    for (const path of ["/healthz", "/readyz", "/metrics"]) {
      expect((await portal.get(path, { Host })).status).toBe(200);
      expect((await portal.get(path, { Host: "[::1]:80" })).status).toBe(200);
      expect((await portal.get(path, { Host: "evil.example" })).status).toBe(400);
      expect((await portal.get(path, { Host: "127.0.0.1.evil.example" })).status).toBe(400);
    }
    expect((await portal.get("/questions", { Host })).status).toBe(400);
  });
});

describe("request target", () => {
  it.each([
    "//evil.example",
    "//evil.example/questions",
    "/\\evil.example",
    "\\\\evil",
    "/%5Cevil",
    "/%00",
    "/questions%00",
    "/%0d%0aSet-Cookie:a=b",
    "/%",
    "/%zz",
    "/%ff%fe",
    "/questions/%c0%ae%c0%ae",
    "/settings/../questions",
    "/./questions",
    "/%2e%2e/questions",
    "/settings/%2E%2e/questions",
    "/questions#fragment",
    "/questions?x#fragment",
    "https://portal.example/questions",
    "http://evil.example/questions",
    "questions",
    "?_data=root",
    "/\u00e9",
    '/"quoted"',
  ])("refuses %s", async (target) => {
    const before = portal.seen.urls.length;
    const answer = await exchange(
      portal.port,
      Buffer.from(
        `GET ${target} HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n`,
        "latin1",
      ),
    );
    expect(answer.status).toBe(400);
    expect(portal.seen.urls.length).toBe(before);
  });

  it.each([
    "/questions//new",
    "/nothing",
    "/questions%2Fnew",
    "/questions/new%20",
    "/assets/%2e.js",
  ])("leads %s to no page", async (target) => {
    expect((await portal.get(target)).status).toBe(404);
  });

  it("refuses very long paths", async () => {
    expect((await portal.get(`/${"a".repeat(2048)}`)).status).toBe(400);
    expect((await portal.get(`/${"a".repeat(8000)}`)).status).toBe(400);
    expect((await portal.get(`/${"a".repeat(2000)}`)).status).toBe(404);
  });

  it("builds the URL from the public address, query included", async () => {
    await portal.get("/questions?q=%E6%97%A5%E6%9C%AC&x=//evil/..?");
    const seen = new URL(portal.seen.urls.at(-1) ?? "");
    expect(seen.origin + seen.pathname).toBe("https://portal.example/questions");
    expect(Object.fromEntries(seen.searchParams)).toEqual({ q: "日本", x: "//evil/..?" });
  });

  it("names the page regardless of case, encoding, data suffix and final slash", () => {
    const page = (target: string) => {
      const parsed = parseRequestTarget("https://portal.example", target);
      return parsed.ok ? parsed.pagePath : parsed.reason;
    };
    expect(page("/Settings/Avatar/")).toBe("/settings/avatar");
    expect(page("/settings/%61vatar.data?_routes=x")).toBe("/settings/avatar");
    expect(page("/_root.data")).toBe("/");
    expect(page("/?index")).toBe("/");
    expect(page("/a%2Fb")).toBe("/a%2fb");
    expect(page("/..")).toBe("ambiguous");
    expect(page("*")).toBe("not-a-path");
  });
});
