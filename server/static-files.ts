import express, { type RequestHandler, Router } from "express";
import { locals } from "./locals.ts";
import type { SendError } from "./send-error.ts";

/**
 * Serves the browser build: files under /assets/ have their hash in the name and are kept for a
 * year, everything else for an hour. A missing asset is 404; other unknown paths go on to Remix.
 */
export function staticFiles(staticDir: string, sendError: SendError): RequestHandler {
  const router = Router();
  const common = { index: false, redirect: false, dotfiles: "ignore", fallthrough: true } as const;
  router.use((req, res, next) => {
    if (req.method !== "GET" && req.method !== "HEAD") return next("router");
    locals(res).kind = "asset";
    next();
  });
  router.use(
    "/assets",
    express.static(`${staticDir}/assets`, { ...common, immutable: true, maxAge: "1y" }),
    (req, res) => sendError(req, res, "not-found"),
  );
  router.use(express.static(staticDir, { ...common, maxAge: "1h" }));
  return router;
}
