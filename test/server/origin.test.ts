import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchange, type Portal, post, startPortal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const TARGETS = [
  "/questions/new",
  "/questions/new.data",
  "/questions/new?_data=routes%2Fquestions.new",
  "/questions/new?_data=",
  "/echo",
  "/echo?_data=routes%2Fecho",
  "/?index",
  "/healthz",
  "/assets/app-abc123.js",
  "/nothing",
];

const FOREIGN: Record<string, string> = {
  missing: "",
  null: "null",
  "another site": "https://evil.example",
  "another scheme": "http://portal.example",
  "another port": "https://portal.example:8443",
  "the default port spelt out": "https://portal.example:443",
  "a sub-domain": "https://x.portal.example",
  "a longer name": "https://portal.example.evil.example",
  "upper case": "https://PORTAL.example",
  "a final slash": "https://portal.example/",
  "two origins": "https://portal.example, https://evil.example",
};

describe.each(Object.entries(FOREIGN))("origin: %s", (_name, Origin) => {
  it("is refused on every kind of route before it runs", async () => {
    for (const target of TARGETS) {
      const answer = await exchange(portal.port, post(target, "title=x", { Origin }));
      expect([target, answer.status]).toEqual([target, 403]);
    }
    expect(portal.seen.actions).toEqual([]);
  });
});

it("holds for every unsafe method, and is no matter for reading", async () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    expect((await portal.get("/echo", {}, method)).status).toBe(403);
    const allowed = await portal.get("/echo", { Origin: "https://portal.example" }, method);
    expect(allowed.status).toBe(200);
  }
  expect((await portal.get("/questions", { Origin: "https://evil.example" })).status).toBe(200);
});

it("lets the portal's own forms through: document, data and resource requests", async () => {
  for (const target of ["/questions/new", "/questions/new.data"]) {
    const answer = await exchange(portal.port, post(target, "title=%E8%B3%AA%E5%95%8F"));
    expect(answer.status).toBe(200);
    expect(portal.seen.actions.at(-1)).toBe("質問");
  }
  const resource = await exchange(portal.port, post("/echo", "12345"));
  expect(JSON.parse(resource.body)).toEqual({ length: 5 });
});

it("tells a person on the wrong address where to go", async () => {
  const answer = await exchange(portal.port, post("/echo", "x", { Origin: "null" }));
  expect(answer.body).toContain("https://portal.example/");
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
});

it("exempts only what the configuration names", async () => {
  const open = await startPortal({
    config: { originExempt: (method, path) => method === "POST" && path === "/echo" },
  });
  const status = async (bytes: string) => (await exchange(open.port, bytes)).status;
  expect(await status(post("/echo", "x", { Origin: "" }))).toBe(200);
  expect(await status(post("/ECHO/", "x", { Origin: "" }))).toBe(200);
  expect(await status(post("/questions/new", "x", { Origin: "" }))).toBe(403);
  expect((await open.get("/echo", {}, "DELETE")).status).toBe(403);
  await open.close();
});

it("answers 405 to methods that no page has", async () => {
  for (const method of ["OPTIONS", "TRACE", "PROPFIND", "PURGE"]) {
    const answer = await portal.get("/questions", { Origin: "https://portal.example" }, method);
    expect([method, answer.status]).toEqual([method, 405]);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, POST, PUT, PATCH, DELETE");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  }
  const connect = await portal.get("evil.example:443", {}, "CONNECT");
  expect(connect.status).toBe(405);
});

it("refuses headers that would override the method", async () => {
  for (const name of ["X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"]) {
    expect((await portal.get("/questions", { [name]: "DELETE" })).status).toBe(400);
  }
});
