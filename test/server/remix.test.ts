import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exchange, type Portal, post, startPortal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ config: { trustProxy: 1 } });
});
afterAll(() => portal.close());

it("answers HEAD with the headers of GET and no body", async () => {
  const head = await portal.get("/questions", {}, "HEAD");
  expect(head.status).toBe(200);
  expect(head.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(head.body).toBe("");
  expect((await portal.get("/robots.txt", {}, "HEAD")).body).toBe("");
});

it("keeps several cookies apart", async () => {
  const answer = await portal.get("/cookies");
  expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
});

it("gives loaders the nonce, the request id, a logger and the client's address", async () => {
  await portal.get("/questions", { "X-Forwarded-For": "203.0.113.9" });
  expect(portal.seen.contexts.at(-1)).toMatchObject({
    cspNonce: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
    requestId: expect.any(String),
    logger: { info: expect.any(Function) },
    clientAddress: "203.0.113.9",
  });
});

it("does not believe X-Forwarded-For without trusted proxies", async () => {
  const direct = await startPortal();
  await direct.get("/questions", { "X-Forwarded-For": "203.0.113.9" });
  expect(direct.seen.contexts.at(-1)).toMatchObject({ clientAddress: "127.0.0.1" });
  await direct.close();
});

it("passes Remix's own comparison of Origin and Host behind a proxy that changes Host", async () => {
  const bytes = post("/questions/new", "title=x", {
    Host: "internal:3000",
    "X-Forwarded-Host": "portal.example",
  });
  expect((await exchange(portal.port, bytes)).status).toBe(200);
});

it("stops an endless answer, and aborts the request, when its reader goes away", async () => {
  const produced = () => Number(portal.seen.contexts.at(-1)?.produced ?? 0);
  const socket = connect(portal.port, "127.0.0.1", () => {
    socket.write("GET /endless HTTP/1.1\r\nHost: portal.example\r\n\r\n");
  });
  // A reader that does not read: what is produced must stop growing.
  socket.once("data", () => socket.pause());
  await expect.poll(produced).toBeGreaterThan(0);
  let before = -1;
  await expect
    .poll(
      () => {
        const grown = produced() !== before;
        before = produced();
        return grown;
      },
      { interval: 200, timeout: 5_000 },
    )
    .toBe(false);
  expect(before).toBeLessThan(32 * 1024 * 1024);
  socket.destroy();
  await expect.poll(() => portal.seen.aborted).toBe(1);
  await expect.poll(() => portal.logs().at(-1)).toMatchObject({ path: "/endless", aborted: true });
});

it("aborts a body whose sender goes away, without an error for anyone", async () => {
  const errors = portal.seen.bodyErrors.length;
  const socket = connect(portal.port, "127.0.0.1", () => {
    socket.write(post("/questions/new", "title=", { "Content-Length": "1000" }));
    setTimeout(() => socket.destroy(), 50);
  });
  await expect.poll(() => portal.seen.bodyErrors.length).toBe(errors + 1);
  expect((await portal.get("/healthz")).status).toBe(200);
});
