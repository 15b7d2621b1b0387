import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { s3Store } from "#app/files/s3-store.server.ts";

// Speaks as much of the protocol as the store uses.
const objects = new Map<string, Buffer>();
let server: Server;

beforeAll(async () => {
  server = createServer((req, res) => {
    const key = new URL(req.url ?? "/", "http://s3").pathname;
    if (!req.headers.authorization?.startsWith("AWS4-HMAC-SHA256")) {
      res.writeHead(403).end();
      return;
    }
    if (req.method === "PUT") {
      const parts: Buffer[] = [];
      req.on("data", (part) => parts.push(part));
      req.on("end", () => {
        objects.set(key, Buffer.concat(parts));
        res.writeHead(200).end();
      });
    } else if (req.method === "DELETE") {
      objects.delete(key);
      res.writeHead(204).end();
    } else {
      const found = objects.get(key);
      if (found) res.writeHead(200, { "Content-Length": found.length }).end(found);
      else {
        res.writeHead(404, { "Content-Type": "application/xml" });
        res.end(
          '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>',
        );
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => server.close());

test("files are kept in a bucket of any server that speaks S3", async () => {
  const { port } = server.address() as AddressInfo;
  const store = s3Store(
    { bucket: "portal", region: "ap-northeast-1", endpoint: `http://127.0.0.1:${port}` },
    { credentials: { accessKeyId: "test", secretAccessKey: "test" } },
  );
  const key = "0123456789abcdef0123456789abcdef";
  expect(await store.get(key)).toBeUndefined();
  await store.put(key, new Uint8Array([5, 6, 7]));
  expect([...objects.keys()]).toEqual([`/portal/files/${key}`]);
  expect(await new Response(await store.get(key)).bytes()).toEqual(new Uint8Array([5, 6, 7]));
  await store.delete(key);
  expect(await store.get(key)).toBeUndefined();
});
