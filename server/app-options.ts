import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

/** The settings of the HTTP layer, already validated by whoever read them. */
export type HttpConfig = {
  /** The one address people use; its origin is the only one that may post. */
  publicUrl: URL;
  /** Accepted `Host` headers, each `host` or `host:port` exactly as a browser sends it. */
  allowedHosts: string[];
  /** Express's "trust proxy": false, the number of proxies in front, or their addresses. */
  trustProxy: false | number | string[];
  production: boolean;
  /** Largest request body in bytes; 1 MiB when left out. */
  maxBodyBytes?: number;
  /** Largest body in bytes on paths that `uploadPaths` accepts; 12 MiB when left out. */
  maxUploadBytes?: number;
  /** Asked with the page path (see request-target.ts): lower case, decoded, without `.data`. */
  uploadPaths?: (pagePath: string) => boolean;
  /** Unsafe requests that may come without our Origin; none when left out. Given the page path. */
  originExempt?: (method: string, pagePath: string) => boolean;
  /** Handed to the routes: aborts when the server stops, for answers that have no end of their own. */
  shutdown?: AbortSignal;
};

export type Readiness = { ok: boolean; checks: Record<string, boolean> };

/** Everything `createApp` needs. */
export type AppOptions = {
  /** The Remix server build, or (in development) a function that loads the newest one. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  config: HttpConfig;
  logger: Logger;
  isReady: () => Promise<Readiness>;
  /** Folder of the browser build, served as static files. */
  staticDir: string;
  /** When set, /metrics asks for it as a bearer token; when unset only loopback clients see it. */
  metricsToken?: string;
  /** Vite's connect handler, which then serves the browser files instead of `staticDir`. */
  viteMiddleware?: RequestHandler;
};

const MIB = 1024 * 1024;
export const DEFAULT_MAX_BODY_BYTES = 1 * MIB;
export const DEFAULT_MAX_UPLOAD_BYTES = 12 * MIB;
