import { type Request, type RequestHandler, type Response, Router } from "express";
import { safeError } from "#app/lib/safe-error.ts";
import type { Readiness } from "./app-options.ts";
import { locals } from "./locals.ts";

const READY_TIMEOUT_MS = 5_000;

/**
 * GET /healthz: the process is up. GET /readyz: everything it needs answers, else 503 with the
 * names of the failing checks and nothing about why, which is for the log.
 */
export function probes(isReady: () => Promise<Readiness>): RequestHandler {
  const router = Router();
  router.get("/healthz", (_req, res) => {
    answer(res, 200, { status: "ok" });
  });
  router.get("/readyz", async (req, res) => {
    const readiness = await within(READY_TIMEOUT_MS, isReady, req);
    const failing = Object.keys(readiness.checks).filter((name) => !readiness.checks[name]);
    const status = readiness.ok ? "ready" : "not-ready";
    answer(res, readiness.ok ? 200 : 503, { status, checks: readiness.checks, failing });
  });
  return router;
}

async function within(
  milliseconds: number,
  isReady: () => Promise<Readiness>,
  req: Request,
): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    const slow = { ok: false, checks: { "answered-in-time": false } };
    timer = setTimeout(() => resolve(slow), milliseconds);
  });
  try {
    return await Promise.race([isReady(), late]);
  } catch (error) {
    req.log.error({ err: safeError(error) }, "readiness check failed");
    return { ok: false, checks: { "check-completed": false } };
  } finally {
    clearTimeout(timer);
  }
}

function answer(res: Response, status: number, body: object): void {
  locals(res).kind = "ops";
  res.status(status).setHeader("Cache-Control", "no-store");
  res.json(body);
}
