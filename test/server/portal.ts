import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pino } from "pino";
import type { AppOptions, HttpConfig } from "#server/app-options.ts";
import { createApp } from "#server/create-app.ts";
import { listen } from "#server/listen.ts";
import { fakeBuild, type Seen } from "./fake-build.ts";

export const PUBLIC = new URL("https://portal.example");

/** A running portal around the fake build. */
export type Portal = {
  url: string;
  port: number;
  seen: Seen;
  logText: () => string;
  logs: () => Record<string, unknown>[];
  /** fetch with the public Host, which fetch itself does not let one set. */
  get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
  close: (graceMs?: number) => Promise<void>;
};

export type Answer = { status: number; headers: Headers; body: string };

export async function startPortal(
  options: Partial<Omit<AppOptions, "config">> & { config?: Partial<HttpConfig> } = {},
): Promise<Portal> {
  const seen: Seen = { urls: [], actions: [], contexts: [], bodyErrors: [], aborted: 0 };
  const written: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const staticDir = mkdtempSync(join(tmpdir(), "portal-static-"));
  mkdirSync(join(staticDir, "assets"));
  writeFileSync(join(staticDir, "assets", "app-abc123.js"), "export {};".repeat(300));
  writeFileSync(join(staticDir, "robots.txt"), "User-agent: *\n");

  const app = createApp({
    build: fakeBuild(seen),
    logger: pino({ level: "debug" }, sink),
    isReady: async () => ({ ok: true, checks: { database: true } }),
    staticDir,
    ...options,
    config: {
      publicUrl: PUBLIC,
      allowedHosts: ["portal.example", "portal.example:8443"],
      trustProxy: false,
      production: true,
      uploadPaths: (path) => path === "/settings/avatar",
      ...options.config,
    },
  });
  const listening = await listen(app, { host: "127.0.0.1", port: 0 });
  const port = Number(new URL(listening.url).port);
  return {
    url: listening.url,
    port,
    seen,
    logText: () => written.join(""),
    logs: () => written.map((line) => JSON.parse(line)),
    get: (path, headers = {}, method = "GET") => {
      const lines = Object.entries({ Host: "portal.example", Connection: "close", ...headers });
      const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
      return exchange(port, `${method} ${path} HTTP/1.1\r\n${head}\r\n`);
    },
    close: async (graceMs = 1000) => {
      await listening.close(graceMs);
      rmSync(staticDir, { recursive: true, force: true });
    },
  };
}

/** Sends bytes as they are and reads one answer until the server closes the connection. */
export function exchange(port: number, bytes: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(parseAnswer(Buffer.concat(chunks).toString("utf8"))));
  });
}

/** A POST with the right Origin; `headers` may replace any of them. */
export function post(path: string, body: string, headers: Record<string, string> = {}): string {
  const all = {
    Host: "portal.example",
    Origin: PUBLIC.origin,
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
    ...headers,
  };
  const head = Object.entries(all)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  return `POST ${path} HTTP/1.1\r\n${head}\r\n${body}`;
}

export function parseAnswer(text: string): Answer {
  // "100 Continue" comes before the answer proper.
  const rest = text.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, "");
  const split = rest.indexOf("\r\n\r\n");
  const [first = "", ...lines] = rest.slice(0, split).split("\r\n");
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const body = rest.slice(split + 4);
  const isChunked = headers.get("transfer-encoding") === "chunked";
  return { status: Number(first.split(" ")[1]), headers, body: isChunked ? dechunk(body) : body };
}

function dechunk(body: string): string {
  const bytes = Buffer.from(body);
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf("\r\n", at);
    const size = Number.parseInt(bytes.subarray(at, end).toString(), 16);
    if (end === -1 || !size) return Buffer.concat(parts).toString();
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
