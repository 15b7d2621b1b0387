import { connect } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Portal, startPortal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

describe("security headers", () => {
  it("carry a fresh nonce that the page got as well", async () => {
    const first = await portal.get("/questions");
    const second = await portal.get("/questions");
    const nonceOf = (csp: string | null) => /'nonce-([^']+)'/.exec(csp ?? "")?.[1] ?? "none";
    const csp = first.headers.get("content-security-policy");
    expect(first.body).toContain(`<script nonce="${nonceOf(csp)}">`);
    expect(nonceOf(csp)).not.toBe(nonceOf(second.headers.get("content-security-policy")));
    expect(nonceOf(csp).length).toBeGreaterThanOrEqual(22);
  });

  it("allow nothing but the portal itself", async () => {
    const { headers } = await portal.get("/questions");
    const csp = headers.get("content-security-policy") ?? "";
    const directives = csp.split(";").map((part) => part.replace(/nonce-[^']+/, "nonce-N").trim());
    expect(directives.toSorted()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "frame-src 'self'",
      "img-src 'self' data: blob:",
      "manifest-src 'self'",
      "object-src 'none'",
      "script-src 'self' 'nonce-N'",
      "style-src 'self' 'nonce-N'",
      "upgrade-insecure-requests",
    ]);
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("microphone=()");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("are on error pages and static files, and a route may replace them", async () => {
    for (const path of ["/%00", "/assets/none.js", "/assets/app-abc123.js", "/healthz"]) {
      const { headers } = await portal.get(path);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    }
    const own = await portal.get("/cookies");
    expect(own.headers.get("content-security-policy")).toBe("sandbox");
  });

  it("do not force https on an http address", async () => {
    const plain = await startPortal({
      config: { publicUrl: new URL("http://localhost:3000"), allowedHosts: ["localhost:3000"] },
    });
    const { headers } = await plain.get("/questions", { Host: "localhost:3000" });
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
    await plain.close();
  });

  it("let Vite work in development, which serves the browser files then", async () => {
    const dev = await startPortal({
      viteMiddleware: (req, res, next) => (req.url === "/@vite/client" ? res.end("vite") : next()),
    });
    const answer = await dev.get("/@vite/client");
    expect(answer.body).toBe("vite");
    expect(answer.headers.get("content-security-policy")).toContain("connect-src 'self' ws:");
    expect((await dev.get("/questions")).status).toBe(200);
    await dev.close();
  });
});

describe("cache headers", () => {
  it.each([
    "/questions",
    "/",
    "/questions.data",
    "/questions?_data=routes/questions",
    "/echo",
    "/nothing",
  ])("%s is private and not stored", async (path) => {
    const { headers } = await portal.get(path);
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("etag")).toBeNull();
  });

  it("leave an answer's own alone", async () => {
    expect((await portal.get("/cookies")).headers.get("cache-control")).toBe("public, max-age=60");
  });

  it("let hashed assets live for a year and other files for an hour", async () => {
    const asset = await portal.get("/assets/app-abc123.js");
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(asset.headers.get("content-type")).toContain("javascript");
    const file = await portal.get("/robots.txt");
    expect(file.headers.get("cache-control")).toBe("public, max-age=3600");
    expect(file.body).toBe("User-agent: *\n");
  });

  it("are no-store on a missing asset, which is a readable 404", async () => {
    const answer = await portal.get("/assets/app-old.js");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(answer.body).toContain("ファイルが見つかりません");
    expect((await portal.get("/assets/")).status).toBe(404);
    expect((await portal.get("/.env")).status).toBe(404);
  });
});

describe("compression", () => {
  it("is used from 1 KB on, not for less", async () => {
    const response = await rawGet("/questions", "br");
    expect(response.head).toMatch(/content-encoding: br/i);
    expect(brotliDecompressSync(dechunked(response.body)).toString()).toContain("本文");
    expect((await rawGet("/robots.txt", "br")).head).not.toMatch(/content-encoding/i);
    expect((await rawGet("/questions", "identity")).head).not.toMatch(/content-encoding/i);
  });

  it("does not hold back the first part of a slow answer", async () => {
    const started = performance.now();
    const arrivals: number[] = [];
    await rawGet("/ticks", "gzip", () => arrivals.push(performance.now() - started));
    expect(arrivals.length).toBeGreaterThan(1);
    expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(150);
  });
});

function rawGet(
  path: string,
  encoding: string,
  onData = () => {},
): Promise<{ head: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(portal.port, "127.0.0.1", () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: portal.example\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`,
      );
    });
    socket.on("data", (chunk) => {
      onData();
      chunks.push(chunk);
    });
    socket.on("error", reject);
    socket.on("close", () => {
      const all = Buffer.concat(chunks);
      const split = all.indexOf("\r\n\r\n");
      resolve({ head: all.subarray(0, split).toString(), body: all.subarray(split + 4) });
    });
  });
}

function dechunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.subarray(at, end).toString(), 16);
    if (!size) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 4 + size;
  }
}
