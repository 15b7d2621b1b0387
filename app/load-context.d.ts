import "@remix-run/server-runtime";
import type { Logger } from "pino";

declare module "@remix-run/server-runtime" {
  /** What the HTTP server hands to every loader and action. */
  interface AppLoadContext {
    cspNonce: string;
    requestId: string;
    logger: Logger;
    clientAddress: string;
  }
}
