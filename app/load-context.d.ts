import "@remix-run/server-runtime";
import type { Logger } from "pino";

declare module "@remix-run/server-runtime" {
  /** Types of loaders and actions follow the flag in remix.config.js. */
  interface Future {
    v3_singleFetch: true;
  }

  /** What the HTTP server hands to every loader and action. */
  interface AppLoadContext {
    cspNonce: string;
    requestId: string;
    logger: Logger;
    clientAddress: string;
    /** Aborts when the server stops: answers without an end must end then. */
    shutdown?: AbortSignal;
  }
}
