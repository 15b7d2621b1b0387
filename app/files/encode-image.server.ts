import sharp, { type Metadata } from "sharp";
import type { FileKind } from "#db/schema/files.ts";
import {
  AVATAR_SIDE,
  BADGE_SIDE,
  type ImageRefusal,
  type ImageType,
  imageTypeOf,
  MAX_IMAGE_BYTES,
  MAX_PIXELS,
  MAX_SIDE,
} from "./images.ts";

// One thread per image and one image at a time: pictures must not starve the pages.
sharp.concurrency(1);
sharp.cache(false);

/** How many images may wait for their turn before others are sent away. */
const MAX_WAITING = 8;
/** Longest work on one image; libvips stops by itself then. */
const TIMEOUT_SECONDS = 15;
/** Frames of an animation beyond which only the first is kept. */
const MAX_FRAMES = 150;

export type EncodedImage = { bytes: Uint8Array; mediaType: string; width: number; height: number };

type Outcome = ({ ok: true } & EncodedImage) | ImageRefusal;

const SQUARES: Partial<Record<FileKind, { side: number; fit: "cover" | "contain" }>> = {
  avatar: { side: AVATAR_SIDE, fit: "cover" },
  badge: { side: BADGE_SIDE, fit: "contain" },
};

let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Draws an uploaded PNG, JPEG, GIF or WebP anew as WebP: upright, without metadata, and free of
 * anything hidden in the original. Images are at most 2000 pixels a side, avatars 256 square and
 * badges 512 square, whole.
 */
export async function encodeImage(kind: FileKind, bytes: Uint8Array): Promise<Outcome> {
  if (bytes.length > MAX_IMAGE_BYTES) return { ok: false, reason: "too-large" };
  const type = imageTypeOf(bytes);
  if (!type) return { ok: false, reason: "not-an-image" };
  if (waiting >= MAX_WAITING) return { ok: false, reason: "busy" };
  waiting += 1;
  const done = turn.then(() => encode(kind, type, bytes));
  turn = done.catch(() => {});
  return done.finally(() => {
    waiting -= 1;
  });
}

async function encode(kind: FileKind, type: ImageType, bytes: Uint8Array): Promise<Outcome> {
  const header = await readHeader(bytes);
  if (!header || header.format !== type) return { ok: false, reason: "not-an-image" };
  if (header.width * header.height > MAX_PIXELS) return { ok: false, reason: "too-many-pixels" };
  const animated = kind === "image" && isModestAnimation(header);
  const image = sharp(bytes, { animated, limitInputPixels: MAX_PIXELS, failOn: "error" })
    .timeout({ seconds: TIMEOUT_SECONDS })
    .autoOrient();
  const square = SQUARES[kind];
  const sized = square
    ? image.resize(square.side, square.side, { fit: square.fit, background: "#0000" })
    : image.resize(MAX_SIDE, MAX_SIDE, { fit: "inside", withoutEnlargement: true });
  // Screenshots stay legible only without the smear of lossy compression.
  const drawn = kind !== "avatar" && type === "png";
  try {
    const { data, info } = await sized
      .webp(
        drawn
          ? { nearLossless: true, quality: 80, effort: 2 }
          : { quality: 82, effort: animated ? 1 : 3 },
      )
      .toBuffer({ resolveWithObject: true });
    return {
      ok: true,
      bytes: data,
      mediaType: "image/webp",
      width: info.width,
      height: info.pageHeight ?? info.height,
    };
  } catch {
    // Cut off, corrupt or too slow: in every case nothing that can be shown.
    return { ok: false, reason: "not-an-image" };
  }
}

async function readHeader(bytes: Uint8Array): Promise<Metadata | undefined> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
}

function isModestAnimation({ pages = 1, width, height, pageHeight }: Metadata): boolean {
  const pixels = width * (pageHeight ?? height) * pages;
  return pages > 1 && pages <= MAX_FRAMES && pixels <= MAX_PIXELS;
}
