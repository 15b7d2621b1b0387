import { connect } from "node:net";
import { expect, it } from "vitest";
import { ListenError, listen } from "#server/listen.ts";
import { exchange, startPortal } from "./portal.ts";

const SLOW = "GET /slow HTTP/1.1\r\nHost: portal.example\r\n\r\n";

it("finishes running requests on close, keep-alive ones too, and refuses new ones", async () => {
  const portal = await startPortal();
  const running = exchange(portal.port, SLOW);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const started = performance.now();
  const closed = portal.close(5_000);
  await expect(exchange(portal.port, SLOW)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  const answer = await running;
  expect([answer.status, answer.body]).toEqual([200, "finished"]);
  await closed;
  expect(performance.now() - started).toBeLessThan(2_000);
});

it("closes idle and silent connections at once", async () => {
  const portal = await startPortal();
  const silent = connect(portal.port, "127.0.0.1");
  const idle = connect(portal.port, "127.0.0.1", () => {
    idle.write("GET /healthz HTTP/1.1\r\nHost: portal.example\r\n\r\n");
  });
  await new Promise((resolve) => idle.once("data", resolve));
  const started = performance.now();
  await portal.close(5_000);
  expect(performance.now() - started).toBeLessThan(1_000);
  silent.destroy();
  idle.destroy();
});

it("cuts what is still running after the grace period, and may be closed twice", async () => {
  const portal = await startPortal();
  const endless = exchange(
    portal.port,
    "GET /endless HTTP/1.1\r\nHost: portal.example\r\n\r\n",
  ).catch(() => {});
  await expect.poll(() => portal.seen.contexts.length).toBeGreaterThan(0);
  const started = performance.now();
  await Promise.all([portal.close(200), portal.close(200)]);
  expect(performance.now() - started).toBeGreaterThan(150);
  expect(performance.now() - started).toBeLessThan(2_000);
  await endless;
});

it("says clearly when the port is taken or the address is not ours", async () => {
  const first = await listen(() => {}, { host: "127.0.0.1", port: 0 });
  const port = Number(new URL(first.url).port);
  const taken = await listen(() => {}, { host: "127.0.0.1", port }).catch((error) => error);
  expect(taken).toBeInstanceOf(ListenError);
  expect(taken).toMatchObject({ code: "EADDRINUSE" });
  expect(taken.message).toBe(
    `Port ${port} on 127.0.0.1 is already in use: stop the other program or set PORT to another number.`,
  );
  const foreign = await listen(() => {}, { host: "203.0.113.1", port: 0 }).catch((error) => error);
  expect(foreign).toMatchObject({ name: "ListenError", code: "EADDRNOTAVAIL" });
  await first.close(0);
});

it("gives up slow clients and large headers by limits that are set", async () => {
  const { server, close } = await listen(() => {}, { host: "127.0.0.1", port: 0 });
  expect(server.headersTimeout).toBe(15_000);
  expect(server.requestTimeout).toBe(300_000);
  expect(server.keepAliveTimeout).toBe(65_000);
  await close(0);
});
