/** Largest upload in bytes. */
export const MAX_IMAGE_BYTES = 10_000_000;
/** Largest picture that is decoded, in pixels. */
export const MAX_PIXELS = 40_000_000;
/** Longest side of a stored image. */
export const MAX_SIDE = 2_000;
/** Side of a stored avatar; shown at most at half of it, so that it is sharp on dense screens. */
export const AVATAR_SIDE = 256;
/** Side of a stored badge picture. */
export const BADGE_SIDE = 512;
/** What one person may upload in 24 hours. */
export const DAILY_QUOTA = { images: 200, bytes: 100_000_000 };

export type ImageRefusal = {
  ok: false;
  reason:
    | "not-an-image"
    | "too-large"
    | "too-many-pixels"
    | "quota-reached"
    /** Other images are being worked on; trying again in a moment helps. */
    | "busy";
};

export type ImageType = "png" | "jpeg" | "gif" | "webp";

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/**
 * The kind of image by its first bytes, whatever name or type was claimed. Only what this names is
 * ever handed to a decoder: SVG, PDF and the rest of libvips' formats never get that far.
 */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (["GIF87a", "GIF89a"].includes(ascii(bytes, 0, 6))) return "gif";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  return undefined;
}
