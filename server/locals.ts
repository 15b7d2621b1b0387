import type { Response } from "express";
import type { RequestContext } from "#app/lib/request-context.ts";
import type { RequestTarget } from "./request-target.ts";

/** What the middlewares hand to each other in `res.locals`. */
export type Locals = {
  requestId: string;
  cspNonce: string;
  context: RequestContext;
  /** The allow-listed host this request was made to. */
  host: string;
  target: RequestTarget;
  /** What answered, for the metrics: "asset", "document", "data", … */
  kind: string;
  /** First path segment of the matched area, from a closed list; "none" outside of Remix. */
  section: string;
};

/** Typed access to `res.locals`, which `beginRequest` has filled. */
export function locals(res: Response): Locals {
  return res.locals as Locals;
}
