import { crc32 } from "node:zlib";
import { escapeXml } from "./badge-picture.ts";
import type { Document } from "./open-badge.ts";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const KEYWORD = "openbadgecredential";
const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";

/**
 * Puts a credential into a PNG as an uncompressed iTXt chunk, behind the header.
 * Source: Open Badges 3.0, "Baked Badge"; PNG (Third Edition), 11.3.3.4.
 *
 * @param text a VC-JWT, or the JSON of a credential with an embedded proof
 */
export function bakePng(png: Uint8Array, text: string): Buffer {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error("This is no PNG");
  const endOfHeader = SIGNATURE.length + 12 + bytes.readUInt32BE(SIGNATURE.length);
  // Keyword, end, no compression, its method, language and translated keyword empty, text.
  const data = Buffer.concat([
    Buffer.from(KEYWORD, "latin1"),
    Buffer.from([0, 0, 0, 0, 0]),
    Buffer.from(text, "utf8"),
  ]);
  return Buffer.concat([
    bytes.subarray(0, endOfHeader),
    chunk("iTXt", data),
    bytes.subarray(endOfHeader),
  ]);
}

/**
 * Puts a credential into an SVG of ours: a VC-JWT into an attribute, a document with an embedded
 * proof into the text. Source: Open Badges 3.0, "Baked Badge".
 */
export function bakeSvg(svg: string, credential: Document | string): string {
  const element =
    typeof credential === "string"
      ? `<openbadges:credential verify="${escapeXml(credential)}"></openbadges:credential>`
      : `<openbadges:credential><![CDATA[${jsonInCdata(credential)}]]></openbadges:credential>`;
  return svg.replace(
    /^<svg ([^>]*)>/,
    (_, attributes: string) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns:openbadges="${NAMESPACE}" ${attributes}>${element}`,
  );
}

/**
 * The end of a CDATA section, what XML 1.0 forbids, and what could be taken for markup by those who
 * copy the picture into a page: all can only stand inside of JSON strings, where they are escaped.
 */
function jsonInCdata(document: Document): string {
  return JSON.stringify(document).replaceAll(
    /[<>\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([frame, typed, check]);
}
