import { fitText, LINE_HEIGHT } from "./fit-text.ts";
import { markShape, starPath } from "./mark-shape.ts";

export const PICTURE_SIZE = 512;
const CENTRE = PICTURE_SIZE / 2;
/** Where text has room, by level: a hexagon and a star are narrower than a circle. */
const TEXT_WIDTH = [330, 300, 310];
const FONTS =
  "'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP','Yu Gothic UI',Meiryo,system-ui,sans-serif";
const GOLD = { light: "#f7e3a1", middle: "#cf9f35", dark: "#8f6714" };
const GROUND = { light: "#14706c", dark: "#073f3f" };

export type BadgePicture = {
  level: number;
  /** Name of the certification, in the middle. */
  name: string;
  /** Who issues it, small below. */
  issuerName: string;
  /** What the picture shows, for those who do not see it. */
  title: string;
  /** Whether names are drawn; without a font that has their letters they would be boxes. */
  withText?: boolean;
  /** A picture of the certification's own instead: a data URL. */
  own?: string;
};

/** The picture of a certification as an SVG document. */
export function badgeSvg(picture: BadgePicture): string {
  const { own, title } = picture;
  const inside = own === undefined ? drawn(picture) : image(own);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PICTURE_SIZE} ${PICTURE_SIZE}" width="${PICTURE_SIZE}" height="${PICTURE_SIZE}" role="img" aria-labelledby="badge-title">`,
    `<title id="badge-title">${escapeXml(title)}</title>`,
    inside,
    "</svg>",
  ].join("");
}

function drawn({ level, name, issuerName, withText = true }: BadgePicture): string {
  const shape = (radius: number) => markShape(level, { centre: CENTRE, radius });
  const stars = Array.from({ length: level }, (_, star) =>
    starPath(CENTRE + (star - (level - 1) / 2) * 58, withText ? 134 : CENTRE, withText ? 22 : 40),
  );
  return [
    "<defs>",
    gradient("gold", [GOLD.light, GOLD.middle, GOLD.dark]),
    gradient("ground", [GROUND.light, GROUND.dark]),
    "</defs>",
    `<path d="${shape(248)}" fill="url(#gold)"/>`,
    `<path d="${shape(224)}" fill="url(#ground)"/>`,
    `<path d="${shape(208)}" fill="none" stroke="${GOLD.middle}" stroke-width="3"/>`,
    `<path d="${stars.join("")}" fill="${GOLD.light}"/>`,
    ...(withText ? [nameText(name, level), issuerText(issuerName)] : []),
  ].join("");
}

function nameText(name: string, level: number): string {
  const width = TEXT_WIDTH[level - 1] ?? 300;
  const { lines, size } = fitText(name, { width, height: 180, sizes: [46, 40, 34, 29, 25] });
  const step = size * LINE_HEIGHT;
  const first = CENTRE + 8 - ((lines.length - 1) * step) / 2 + size * 0.35;
  return lines
    .map((line, index) =>
      text(line, { y: first + index * step, size, fill: "#ffffff", weight: 700 }),
    )
    .join("");
}

function issuerText(issuerName: string): string {
  const { lines, size } = fitText(issuerName, { width: 220, height: 30, sizes: [24, 20, 17] });
  return text(lines[0] ?? "", { y: 398, size, fill: GOLD.light, weight: 400 });
}

function text(
  content: string,
  { y, size, fill, weight }: { y: number; size: number; fill: string; weight: number },
): string {
  return `<text x="${CENTRE}" y="${Math.round(y)}" text-anchor="middle" font-family="${FONTS}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(content)}</text>`;
}

function image(source: string): string {
  return `<image href="${escapeXml(source)}" width="${PICTURE_SIZE}" height="${PICTURE_SIZE}" preserveAspectRatio="xMidYMid meet"/>`;
}

function gradient(id: string, colours: string[]): string {
  const stops = colours.map(
    (colour, index) => `<stop offset="${index / (colours.length - 1)}" stop-color="${colour}"/>`,
  );
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0.6" y2="1">${stops.join("")}</linearGradient>`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text as it may stand in XML, in elements and attributes; what XML 1.0 forbids is left out. */
export function escapeXml(content: string): string {
  return content
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
