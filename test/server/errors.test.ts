import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderErrorPage } from "#server/error-page.ts";
import { ERROR_STATUS, type ErrorKind, errorText } from "#server/error-texts.ts";
import { exchange, type Portal, startPortal } from "./portal.ts";

let portal: Portal;
let failing: Portal;
beforeAll(async () => {
  portal = await startPortal();
  failing = await startPortal({
    build: () => Promise.reject(new Error("the build is broken\nparams: secret-value")),
  });
});
afterAll(async () => {
  await portal.close();
  await failing.close();
});

describe("an uncaught error", () => {
  it("becomes a page with the request id and no detail, and one log line with the error", async () => {
    const answer = await failing.get("/questions");
    const id = answer.headers.get("x-request-id") ?? "none";
    expect(answer.status).toBe(500);
    expect(answer.body).toContain(`<code>${id}</code>`);
    expect(answer.body).not.toContain("broken");
    expect(failing.logs()).toHaveLength(1);
    expect(failing.logs()[0]).toMatchObject({
      level: 50,
      requestId: id,
      status: 500,
      err: { message: "the build is broken\nparams: [redacted]" },
    });
  });

  it("is JSON for data requests", async () => {
    const answer = await failing.get("/questions.data");
    expect(JSON.parse(answer.body).error).toMatchObject({ status: 500 });
  });

  it("while rendering, when Remix itself has no page left, is readable too", async () => {
    const answer = await portal.get("/questions?crash");
    expect(answer.status).toBe(500);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.body).toContain("お問い合わせ番号");
  });

  it("in the middle of an answer cuts the connection, so that nobody takes half for whole", async () => {
    const response = exchange(
      portal.port,
      "GET /broken HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n",
    ).catch((error: NodeJS.ErrnoException) => error.code);
    const answer = await response;
    if (typeof answer === "object") expect(answer.body).not.toContain("\r\n0\r\n");
    await expect
      .poll(() => portal.logs().at(-1))
      .toMatchObject({
        path: "/broken",
        level: 50,
        aborted: true,
        err: { message: "source failed" },
      });
  });
});

describe("error pages", () => {
  it("speak the reader's language: cookie first, then Accept-Language, else Japanese", async () => {
    const language = async (headers: Record<string, string>) =>
      (await portal.get("/%zz", headers)).headers.get("content-language");
    expect(await language({})).toBe("ja");
    expect(await language({ "Accept-Language": "en-US,en;q=0.9" })).toBe("en");
    expect(await language({ "Accept-Language": "ja-JP,en;q=0.5" })).toBe("ja");
    expect(await language({ "Accept-Language": "fr" })).toBe("en");
    expect(await language({ "Accept-Language": "en", Cookie: "a=b; locale=ja" })).toBe("ja");
    expect(await language({ Cookie: "locale=en; a=b" })).toBe("en");
    expect(await language({ Cookie: "xlocale=en" })).toBe("ja");
  });

  it("load nothing, and style themselves with the nonce", async () => {
    const { body, headers } = await portal.get("/%zz");
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(
      headers.get("content-security-policy") ?? "",
    )?.[1];
    expect(body).toContain(`<style nonce="${nonce}">`);
    expect(body).not.toMatch(/<(script|link|img)|style="/);
    expect(body).toContain('<html lang="ja">');
  });

  it("have no body for HEAD", async () => {
    const answer = await portal.get("/%zz", {}, "HEAD");
    expect(answer.status).toBe(400);
    expect(answer.body).toBe("");
  });

  it("exist for every kind in both languages and escape what they show", () => {
    for (const kind of Object.keys(ERROR_STATUS) as ErrorKind[]) {
      const values = { publicUrl: 'https://x.example/"><script>', limitBytes: 12 * 1024 * 1024 };
      const page = renderErrorPage({ kind, locales: ["ja", "en"], values, nonce: "n" });
      expect(page).toContain(errorText(kind, "ja", { ...values, publicUrl: "x" }).title);
      expect(page).toContain('<section lang="en">');
      expect(page).not.toContain("<script>");
    }
    const text = errorText("too-large", "ja", { publicUrl: "", limitBytes: 12 * 1024 * 1024 });
    expect(text.what).toContain("12 MB");
  });
});

describe("what cannot be parsed as a request", () => {
  it("gets a page in both languages", async () => {
    const answer = await exchange(portal.port, "THIS IS NOT HTTP\r\n\r\n");
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('<section lang="ja">');
    expect(answer.body).toContain('<section lang="en">');
  });

  it("says so when the headers are too large", async () => {
    const head = `GET / HTTP/1.1\r\nHost: portal.example\r\nCookie: ${"a".repeat(20_000)}\r\n\r\n`;
    const answer = await exchange(portal.port, head);
    expect(answer.status).toBe(431);
    expect(answer.body).toContain("Cookie");
  });

  it("is refused when its length could be read in two ways", async () => {
    const head =
      "POST /echo HTTP/1.1\r\nHost: portal.example\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    expect((await exchange(portal.port, head)).status).toBe(400);
  });
});

it("a silent logger is fine", async () => {
  const silent = await startPortal({ logger: pino({ level: "silent" }) });
  expect((await silent.get("/questions")).status).toBe(200);
  await silent.close();
});
