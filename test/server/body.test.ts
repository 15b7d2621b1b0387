import { connect } from "node:net";
import { decode } from "turbo-stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BodyTooLargeError } from "#server/capped-body.ts";
import { type Answer, exchange, type Portal, parseAnswer, post, startPortal } from "./portal.ts";

const MIB = 1024 * 1024;

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

type Upload = { answer: Answer; sentBytes: number; peakRss: number };

/** Sends `totalBytes` in chunks as fast as the server takes them, reading the answer meanwhile. */
function upload(
  path: string,
  totalBytes: number,
  headers: Record<string, string> = {},
): Promise<Upload> {
  const chunk = Buffer.alloc(64 * 1024, "a");
  const framed = Buffer.concat([
    Buffer.from(`${chunk.length.toString(16)}\r\n`),
    chunk,
    Buffer.from("\r\n"),
  ]);
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    let sentBytes = 0;
    let peakRss = 0;
    const socket = connect(portal.port, "127.0.0.1", () => {
      const head = post(path, "", {
        "Content-Length": "",
        "Transfer-Encoding": "chunked",
        ...headers,
      });
      socket.write(head);
      send();
    });
    const send = () => {
      while (sentBytes < totalBytes && socket.writable) {
        sentBytes += chunk.length;
        peakRss = Math.max(peakRss, process.memoryUsage.rss());
        if (!socket.write(framed)) return;
      }
      if (socket.writable) socket.write("0\r\n\r\n");
    };
    socket.on("drain", send);
    socket.on("data", (data) => received.push(data));
    socket.on("error", () => {});
    socket.on("close", () =>
      resolve({ answer: parseAnswer(Buffer.concat(received).toString()), sentBytes, peakRss }),
    );
  });
}

describe("announced length", () => {
  it("is refused at once, before any of the body arrives", async () => {
    const head = post("/questions/new", "", { "Content-Length": String(300 * MIB) });
    const answer = await Promise.race([
      exchange(portal.port, head),
      new Promise((resolve) => setTimeout(resolve, 4_000)),
    ]);
    expect(answer).toMatchObject({ status: 413 });
    expect(portal.seen.actions).toEqual([]);
  });

  it("is allowed up to the limit exactly, and is larger for uploads", async () => {
    const form = (bytes: number) => `title=${"a".repeat(bytes - "title=".length)}`;
    const status = async (path: string, bytes: number) =>
      (await exchange(portal.port, post(path, form(bytes)))).status;
    expect(await status("/questions/new", MIB)).toBe(200);
    expect(await status("/questions/new", MIB + 1)).toBe(413);
    expect(await status("/questions/new.data", MIB + 1)).toBe(413);
    expect(await status("/settings/avatar", 2 * MIB)).toBe(200);
    expect(await status("/Settings/Avatar.data", 2 * MIB)).toBe(200);
    expect(await status("/settings/avatar", 12 * MIB + 1)).toBe(413);
  });

  it("is kept out by 100-continue until the checks have passed", async () => {
    const expectation = { Expect: "100-continue", "Content-Length": String(2 * MIB) };
    const refused = await exchange(portal.port, post("/echo", "", expectation));
    expect(refused.status).toBe(413);
    const foreign = { ...expectation, Origin: "https://evil.example" };
    expect((await exchange(portal.port, post("/echo", "", foreign))).status).toBe(403);

    const transcript = await new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(portal.port, "127.0.0.1", () => {
        socket.write(post("/echo", "", { Expect: "100-continue", "Content-Length": "5" }));
      });
      socket.on("data", (data) => {
        text += data;
        if (text.endsWith("100 Continue\r\n\r\n")) socket.write("12345");
      });
      socket.on("close", () => resolve(text));
    });
    expect(transcript).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
    expect(transcript).toContain('{"length":5}');
  });
});

describe("chunked body", () => {
  it("of 300 MB gets a readable 413 while memory stays flat", async () => {
    await upload("/questions/new", 4 * MIB);
    const before = process.memoryUsage.rss();
    const { answer, sentBytes, peakRss } = await upload("/questions/new", 300 * MIB);
    expect(answer.status).toBe(413);
    expect(answer.headers.get("connection")).toBe("close");
    expect(answer.body).toContain("1 MB");
    expect(answer.body).toContain("</html>");
    expect(sentBytes).toBeLessThan(60 * MIB);
    expect(peakRss - before).toBeLessThan(80 * MIB);
    expect(portal.seen.bodyErrors.at(-1)).toBeInstanceOf(BodyTooLargeError);
  });

  it("is capped on resource routes, data requests and uploads too", async () => {
    for (const path of [
      "/echo",
      "/questions/new.data",
      "/questions/new?_data=routes/questions.new",
    ]) {
      expect([path, (await upload(path, 3 * MIB)).answer.status]).toEqual([path, 413]);
    }
    expect((await upload("/settings/avatar", 3 * MIB)).answer.status).toBe(200);
    expect((await upload("/settings/avatar", 14 * MIB)).answer.status).toBe(413);
  });

  it("that no route reads is not read either", async () => {
    const { answer, sentBytes } = await upload("/ignores-body", 300 * MIB);
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('{"read":false}');
    expect(sentBytes).toBeLessThan(60 * MIB);
    const foreign = await upload("/echo", 300 * MIB, { Origin: "null" });
    expect(foreign.answer.status).toBe(403);
    expect(foreign.sentBytes).toBeLessThan(60 * MIB);
  });
});

it("says 413 in the form that was asked for", async () => {
  const large = `title=${"a".repeat(MIB)}`;
  const ask = (path: string, headers: Record<string, string> = {}) =>
    exchange(portal.port, post(path, large, headers));

  const json = await ask("/echo", { Accept: "application/json" });
  expect(JSON.parse(json.body).error).toMatchObject({
    status: 413,
    message: expect.stringContaining("1 MB"),
  });
  const data = await ask("/echo?_data=routes/echo");
  expect(JSON.parse(data.body).error.status).toBe(413);
  const text = await ask("/echo", { Accept: "text/plain", "Accept-Language": "en" });
  expect(text.body).toMatch(/^That is too large to send\n/);

  const single = await ask("/questions/new.data", { "Accept-Language": "en" });
  expect(single.headers.get("content-type")).toBe("text/x-script; charset=utf-8");
  const decoded = await decode(new Blob([single.body]).stream(), {
    plugins: [
      (type, data, status) => (type === "ErrorResponse" ? { value: { data, status } } : undefined),
    ],
  });
  expect(decoded.value).toMatchObject({
    error: { status: 413, data: { title: "That is too large to send" } },
  });
});

it("ignores bodies of GET and HEAD", async () => {
  const bytes =
    "GET /questions HTTP/1.1\r\nHost: portal.example\r\nContent-Length: 5\r\nConnection: close\r\n\r\n12345";
  expect((await exchange(portal.port, bytes)).status).toBe(200);
  const huge = `GET /questions HTTP/1.1\r\nHost: portal.example\r\nContent-Length: ${300 * MIB}\r\n\r\n`;
  expect((await exchange(portal.port, huge)).status).toBe(200);
});

it("keeps the connection usable after a body nobody read", async () => {
  const first = post("/ignores-body", "a".repeat(50_000), { Connection: "keep-alive" });
  const second = post("/echo", "12345");
  const text = await new Promise<string>((resolve) => {
    let received = "";
    const socket = connect(portal.port, "127.0.0.1", () => socket.write(first + second));
    socket.on("data", (data) => {
      received += data;
    });
    socket.on("close", () => resolve(received));
  });
  expect(text).toContain('{"read":false}');
  expect(text).toContain('{"length":5}');
});
