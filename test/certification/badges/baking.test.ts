import { crc32 } from "node:zlib";
import { decodeJwt } from "jose";
import { parseFragment } from "parse5";
import { SaxesParser } from "saxes";
import sharp from "sharp";
import { picturePng, pictureSvg } from "#app/certification/badges/badge-image.server.ts";
import { type BadgePicture, badgeSvg } from "#app/certification/badges/badge-picture.ts";
import { bakePng, bakeSvg } from "#app/certification/badges/bake.server.ts";
import type { FileStore } from "#app/files/file-store.server.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { issued, LATER, published, signed } from "./scene.ts";
import { verifyDocument, verifyJwt } from "./verifier.ts";

const PICTURE: BadgePicture = {
  level: 2,
  name: "認定アドバイザー",
  issuerName: "株式会社みどり",
  title: "認定バッジ：認定アドバイザー",
};
const NO_FILES: FileStore = {
  put: async () => {},
  get: async () => undefined,
  delete: async () => {},
};
const source = { ...PICTURE, storageKey: null };

type Chunk = { type: string; data: Buffer };

/** Reads a PNG as its specification says, and checks every checksum. */
function chunksOf(png: Buffer): Chunk[] {
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const chunks: Chunk[] = [];
  let at = 8;
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    chunks.push({ type, data });
    at += 12 + length;
  }
  return chunks;
}

/** The text of each iTXt chunk by its keyword; compressed ones are refused, as the standard says. */
function textsOf(png: Buffer): Record<string, string> {
  const texts = chunksOf(png).filter(({ type }) => type === "iTXt");
  return Object.fromEntries(
    texts.map(({ data }) => {
      const end = data.indexOf(0);
      expect([data[end + 1], data[end + 2]]).toEqual([0, 0]);
      const language = data.indexOf(0, end + 3);
      const translated = data.indexOf(0, language + 1);
      return [data.toString("latin1", 0, end), data.toString("utf8", translated + 1)];
    }),
  );
}

/** The credential of an SVG, by a parser that knows namespaces. */
function credentialIn(svg: string): {
  verify?: string;
  text: string;
  count: number;
  tags: Set<string>;
} {
  const found = {
    verify: undefined as string | undefined,
    text: "",
    count: 0,
    tags: new Set<string>(),
  };
  let inside = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ uri, local, attributes, name }) => {
    found.tags.add(name);
    inside = uri === "https://purl.imsglobal.org/ob/v3p0" && local === "credential";
    if (!inside) return;
    found.count += 1;
    found.verify = attributes.verify?.value;
  });
  parser.on("cdata", (text) => {
    if (inside) found.text += text;
  });
  parser.on("closetag", () => {
    inside = false;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return found;
}

describe("a baked badge", () => {
  test("PNG: gives the signed credential back", async ({ db }) => {
    const { credential } = await issued(db);
    const { jwt } = await signed(db, credential.publicId);
    const { keys, revoked } = await published(db);
    const png = bakePng(await picturePng(source, NO_FILES), jwt);
    const types = chunksOf(png).map(({ type }) => type);
    expect(types.filter((type) => type === "iTXt")).toHaveLength(1);
    expect(types[0]).toBe("IHDR");
    const { openbadgecredential = "" } = textsOf(png);
    expect(openbadgecredential).toBe(jwt);
    expect((await verifyJwt(openbadgecredential, { keys, revoked, now: LATER })).ok).toBe(true);
    expect(decodeJwt(openbadgecredential).jti).toContain(credential.publicId);
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 512, height: 512 });
  });

  test("PNG: carries any text, Japanese too", async () => {
    const png = bakePng(await picturePng(source, NO_FILES), '{"name":"認定\u{20BB7}"}');
    expect(textsOf(png)).toEqual({ openbadgecredential: '{"name":"認定\u{20BB7}"}' });
    expect(() => bakePng(new Uint8Array(64), "x")).toThrow("no PNG");
  });

  test("SVG: gives the signed credential back, of either kind", async ({ db }) => {
    const { credential } = await issued(db);
    const { jwt, document } = await signed(db, credential.publicId);
    const { world } = await published(db);
    const svg = await pictureSvg(source, NO_FILES);
    const withDocument = credentialIn(bakeSvg(svg, document));
    expect(withDocument).toMatchObject({ verify: undefined, count: 1 });
    const read = JSON.parse(withDocument.text);
    expect(read).toEqual(document);
    expect((await verifyDocument(read, { world, now: LATER })).ok).toBe(true);
    expect(credentialIn(bakeSvg(svg, jwt))).toMatchObject({ verify: jwt, text: "", count: 1 });
  });

  test("SVG: nothing that is written into it ends its section or adds an element", () => {
    const name = '<script>alert(1)</script>]]><x a="&">$&$1\u0000\uFFFF';
    const svg = badgeSvg({ ...PICTURE, name, title: name, issuerName: name });
    const baked = bakeSvg(svg, { name });
    expect(JSON.parse(credentialIn(baked).text)).toEqual({ name });
    expect([...credentialIn(baked).tags].sort()).toEqual([
      "defs",
      "linearGradient",
      "openbadges:credential",
      "path",
      "stop",
      "svg",
      "text",
      "title",
    ]);
    expect(parseFragment(svg).childNodes).toHaveLength(1);
  });
});

describe("the picture of a certification", () => {
  test("differs by level, names it, and has a text alternative", () => {
    const pictures = [1, 2, 3].map((level) => badgeSvg({ ...PICTURE, level }));
    expect(new Set(pictures.map((svg) => /<path d="([^"]+)"/.exec(svg)?.[1])).size).toBe(3);
    for (const svg of pictures) {
      expect(svg).toContain('<title id="badge-title">認定バッジ：認定アドバイザー</title>');
      expect(svg).toContain("アドバイザー</text>");
    }
  });

  test("keeps long names inside: the last line is cut off", () => {
    const lines = (name: string) =>
      [
        ...badgeSvg({ ...PICTURE, name }).matchAll(/font-weight="700" fill="#ffffff">([^<]*)</g),
      ].map(([, line]) => line ?? "");
    expect(lines("認定")).toEqual(["認定"]);
    expect(lines("Certified customer community supporter")).toHaveLength(4);
    const cut = lines(
      "とても長い名前の認定資格で画像のなかに収まりきらないほどの長さを持つもの".repeat(2),
    );
    expect(cut.length).toBeLessThanOrEqual(5);
    expect(cut.at(-1)).toMatch(/…$/);
  });

  test("is the one that staff uploaded, when there is one", async () => {
    const red = await sharp({
      create: { width: 300, height: 200, channels: 3, background: "#ff0000" },
    })
      .webp()
      .toBuffer();
    const store = { ...NO_FILES, get: async () => new Blob([new Uint8Array(red)]).stream() };
    const own = { ...source, storageKey: "abc" };
    const { data, info } = await sharp(await picturePng(own, store))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([512, 512]);
    const middle = (256 * 512 + 256) * info.channels;
    expect([...data.subarray(middle, middle + 3)]).toEqual(
      [255, 0, 0].map(() => expect.any(Number)),
    );
    expect(data[middle]).toBeGreaterThan(240);
    expect(data[3]).toBe(0);
    expect(await pictureSvg(own, store)).toContain('<image href="data:image/png;base64,');
  });
});
