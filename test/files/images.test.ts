import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeImage } from "#app/files/encode-image.server.ts";
import { localStore } from "#app/files/local-store.server.ts";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#2f6f6d" } });

async function encoded(kind: "image" | "avatar", bytes: Uint8Array) {
  const result = await encodeImage(kind, bytes);
  if (!result.ok) throw new Error(result.reason);
  return { ...result, meta: await sharp(result.bytes).metadata() };
}

describe("images are drawn anew", () => {
  test("each accepted format becomes WebP", async () => {
    for (const format of ["png", "jpeg", "gif", "webp"] as const) {
      const { mediaType, meta } = await encoded(
        "image",
        await picture(40, 20).toFormat(format).toBuffer(),
      );
      expect(mediaType).toBe("image/webp");
      expect(meta).toMatchObject({ format: "webp", width: 40, height: 20 });
    }
  });

  test("a large one is scaled to 2000 pixels on its longer side, a small one is left alone", async () => {
    const { width, height } = await encoded("image", await picture(4000, 1000).png().toBuffer());
    expect([width, height]).toEqual([2000, 500]);
  });

  test("an avatar is a square of 256", async () => {
    const { width, height } = await encoded("avatar", await picture(900, 300).jpeg().toBuffer());
    expect([width, height]).toEqual([256, 256]);
  });

  test("EXIF data is gone, and the picture stands the way the camera meant", async () => {
    const photo = await picture(60, 30)
      .withExif({
        IFD0: { Copyright: "秘密", Orientation: "6" },
        IFD3: { GPSLatitude: "35/1 41/1 0/1", GPSLatitudeRef: "N" },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const { meta, width, height } = await encoded("image", photo);
    expect([width, height]).toEqual([30, 60]);
    expect(meta.exif).toBeUndefined();
    expect(meta.orientation).toBeUndefined();
    expect(meta.xmp).toBeUndefined();
  });

  test("an animated GIF stays animated within bounds", async () => {
    const frames = await Promise.all(
      ["#ff0000", "#00ff00", "#0000ff"].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { meta, height } = await encoded("image", gif);
    expect(meta.pages).toBe(3);
    expect(height).toBe(20);
    expect((await encoded("avatar", gif)).meta.pages ?? 1).toBe(1);
  });
});

describe("what is no picture is refused", () => {
  const refused = async (bytes: Uint8Array) => encodeImage("image", bytes);
  const text = (content: string) => new TextEncoder().encode(content);

  test.each([
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ["HTML", "<!doctype html><script>alert(1)</script>"],
    ["a GIF that is script", "GIF89a=1;alert(document.cookie)//"],
    ["a JPEG in name only", "\u00ff\u00d8\u00ff<script>alert(1)</script>"],
    ["PDF", "%PDF-1.7\n"],
    ["nothing", ""],
  ])("%s", async (_, content) => {
    expect(await refused(text(content))).toEqual({ ok: false, reason: "not-an-image" });
  });

  test("a real GIF with script behind it comes out without the script", async () => {
    const gif = await picture(10, 10).gif().toBuffer();
    const script = "<script>alert(1)</script>";
    const { bytes } = await encoded("image", Buffer.concat([gif, Buffer.from(script)]));
    expect(Buffer.from(bytes).includes("script")).toBe(false);
  });

  test("a picture that is cut off", async () => {
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        noise: { type: "gaussian", mean: 128, sigma: 40 },
        background: "#000",
      },
    })
      .png()
      .toBuffer();
    expect(await refused(noise.subarray(0, noise.length / 2))).toEqual({
      ok: false,
      reason: "not-an-image",
    });
  });

  test("a PNG of 16,000 × 16,000 pixels, before it is decoded", async () => {
    const bomb = await picture(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(10_000_000);
    const before = performance.now();
    expect(await refused(bomb)).toEqual({ ok: false, reason: "too-many-pixels" });
    expect(performance.now() - before).toBeLessThan(2_000);
  }, 60_000);

  test("more than 10 MB", async () => {
    const padded = Buffer.concat([
      await picture(10, 10).png().toBuffer(),
      Buffer.alloc(10_000_000),
    ]);
    expect(await refused(padded)).toEqual({ ok: false, reason: "too-large" });
  });

  test("when many wait already, the rest is asked to come back", async () => {
    const bytes = await picture(600, 600).png().toBuffer();
    const results = await Promise.all(
      Array.from({ length: 12 }, () => encodeImage("image", bytes)),
    );
    const busy = results.filter((result) => !result.ok && result.reason === "busy");
    expect(busy).toHaveLength(4);
    expect((await encodeImage("image", bytes)).ok).toBe(true);
  });
});

describe("the local store", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "portal-files-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("gives back what was put, nothing after deletion, and does not leave its folder", async () => {
    const store = localStore(folder);
    const key = "0123456789abcdef0123456789abcdef";
    expect(await store.get(key)).toBeUndefined();
    await store.put(key, new Uint8Array([1, 2, 3]));
    expect(await new Response(await store.get(key)).bytes()).toEqual(new Uint8Array([1, 2, 3]));
    await store.delete(key);
    await store.delete(key);
    expect(await store.get(key)).toBeUndefined();
    await expect(store.get("../../../etc/passwd")).rejects.toThrow("Not a storage key");
  });
});
