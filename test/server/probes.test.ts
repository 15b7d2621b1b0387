import { describe, expect, it } from "vitest";
import { type Portal, startPortal } from "./portal.ts";

async function withPortal(
  options: Parameters<typeof startPortal>[0],
  run: (portal: Portal) => Promise<void>,
) {
  const portal = await startPortal(options);
  await run(portal).finally(() => portal.close());
}

describe("/healthz and /readyz", () => {
  it("answer 200 when all is well, and are never cached", () =>
    withPortal({}, async (portal) => {
      const health = await portal.get("/healthz");
      expect([health.status, JSON.parse(health.body)]).toEqual([200, { status: "ok" }]);
      expect(health.headers.get("cache-control")).toBe("no-store");
      const ready = await portal.get("/readyz");
      expect(ready.status).toBe(200);
      expect(JSON.parse(ready.body)).toMatchObject({ status: "ready", failing: [] });
    }));

  it("tell which check fails, health staying up", () =>
    withPortal(
      { isReady: async () => ({ ok: false, checks: { database: false, jobs: true } }) },
      async (portal) => {
        const ready = await portal.get("/readyz");
        expect(ready.status).toBe(503);
        expect(JSON.parse(ready.body)).toMatchObject({
          status: "not-ready",
          failing: ["database"],
        });
        expect((await portal.get("/healthz")).status).toBe(200);
      },
    ));

  it("hide why the check itself failed, which goes to the log", () =>
    withPortal(
      { isReady: () => Promise.reject(new Error("connect to db.internal refused")) },
      async (portal) => {
        const ready = await portal.get("/readyz");
        expect(ready.status).toBe(503);
        expect(ready.body).not.toContain("db.internal");
        expect(portal.logText()).toContain("db.internal");
      },
    ));
});

describe("/metrics", () => {
  it("counts requests by kind, section, method and status, and queries", () =>
    withPortal({}, async (portal) => {
      await portal.get("/questions");
      await portal.get("/questions.data");
      await portal.get("/queries");
      await portal.get("/wp-admin/x");
      await portal.get("/assets/app-abc123.js");
      await portal.get("/", { Host: "evil" });
      const { body, headers } = await portal.get("/metrics");
      expect(headers.get("content-type")).toContain("text/plain");
      const count = (labels: string) =>
        new RegExp(`^http_request_duration_seconds_count{${labels}} (\\d+)$`, "m").exec(body)?.[1];
      expect(count('kind="document",section="questions",method="GET",status="200"')).toBe("1");
      expect(count('kind="data",section="questions",method="GET",status="200"')).toBe("1");
      expect(count('kind="asset",section="none",method="GET",status="200"')).toBe("1");
      expect(count('kind="document",section="other",method="GET",status="404"')).toBe("1");
      expect(count('kind="refused",section="none",method="GET",status="400"')).toBe("1");
      expect(body).toContain('http_request_queries_sum{kind="resource",section="queries"} 2');
      expect(body).toContain("nodejs_eventloop_lag_seconds");
      expect(body).not.toContain("wp-admin");
    }));

  it("wants the token when one is set", () =>
    withPortal({ metricsToken: "a-long-metrics-token" }, async (portal) => {
      const status = async (authorization: string) =>
        (await portal.get("/metrics", { Authorization: authorization })).status;
      expect((await portal.get("/metrics")).status).toBe(401);
      expect(await status("Bearer a-long-metrics-tokeX")).toBe(401);
      expect(await status("Bearer a")).toBe(401);
      expect(await status("Basic a-long-metrics-token")).toBe(401);
      expect(await status("Bearer a-long-metrics-token")).toBe(200);
      expect(portal.logText()).not.toContain("a-long-metrics-token");
    }));

  it("without a token is not there for clients that a proxy brings", async () => {
    await withPortal({}, async (portal) => {
      const forwarded = { "X-Forwarded-For": "127.0.0.1" };
      expect((await portal.get("/metrics", forwarded)).status).toBe(404);
    });
    await withPortal({ config: { trustProxy: 1 } }, async (portal) => {
      expect((await portal.get("/metrics", { "X-Forwarded-For": "203.0.113.9" })).status).toBe(404);
      expect((await portal.get("/metrics")).status).toBe(200);
    });
  });
});
