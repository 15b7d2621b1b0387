import sharp from "sharp";
import type { FileStore } from "#app/files/file-store.server.ts";
import { type BadgePicture, badgeSvg, PICTURE_SIZE } from "./badge-picture.ts";

/** What a badge's picture is made of. */
export type PictureSource = Omit<BadgePicture, "withText" | "own"> & {
  /** Where the picture lies that staff uploaded for the version, if they did. */
  storageKey: string | null;
};

/** The picture of a certification as SVG; an uploaded one is set into it. */
export async function pictureSvg(source: PictureSource, store: FileStore): Promise<string> {
  const own = await ownPicture(source, store);
  return badgeSvg({ ...source, own: own && `data:image/png;base64,${own.toString("base64")}` });
}

const KEPT = 50;
const rendered = new Map<string, Promise<Buffer>>();

/** The picture of a certification as PNG, 512 pixels square. The last ones are kept. */
export function picturePng(source: PictureSource, store: FileStore): Promise<Buffer> {
  const key = JSON.stringify(source);
  const known = rendered.get(key);
  if (known) return known;
  const image = renderPng(source, store);
  rendered.set(key, image);
  image.catch(() => rendered.delete(key));
  const [oldest] = rendered.keys();
  if (rendered.size > KEPT && oldest !== undefined) rendered.delete(oldest);
  return image;
}

async function renderPng(source: PictureSource, store: FileStore): Promise<Buffer> {
  const own = await ownPicture(source, store);
  if (own) return own;
  const withText = await canDraw(source.name + source.issuerName);
  return toPng(badgeSvg({ ...source, withText }));
}

async function ownPicture(
  { storageKey }: PictureSource,
  store: FileStore,
): Promise<Buffer | undefined> {
  const stored = storageKey === null ? undefined : await store.get(storageKey);
  if (!stored) return undefined;
  return sharp(await new Response(stored).arrayBuffer())
    .resize(PICTURE_SIZE, PICTURE_SIZE, {
      fit: "contain",
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    })
    .png()
    .toBuffer();
}

function toPng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png().toBuffer();
}

let japanese: Promise<boolean> | undefined;

/**
 * Whether this machine has letters for a text. One that lacks Japanese fonts draws the same box for
 * every character, and a badge without a name is better than one with boxes.
 */
export async function canDraw(text: string): Promise<boolean> {
  // Every machine that has fonts at all has those of Latin letters.
  if (/^[\u0020-\u024F\u2010-\u2026]*$/.test(text)) return true;
  japanese ??= Promise.all(["認", "証"].map(letter)).then(([one, other]) => {
    return one !== undefined && other !== undefined && !one.equals(other);
  });
  return japanese;
}

function letter(character: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48"><text x="4" y="40" font-size="40" font-family="sans-serif">${character}</text></svg>`;
  return sharp(Buffer.from(svg)).raw().toBuffer();
}
