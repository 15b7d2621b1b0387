import { escapeXml } from "#app/certification/badges/badge-picture.ts";
import { fitText, LINE_HEIGHT } from "#app/certification/badges/fit-text.ts";

export const PICTURE = { width: 1200, height: 630 } as const;
const MARGIN = 80;
const WIDTH = PICTURE.width - 2 * MARGIN;
const FONTS =
  "'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP','Yu Gothic UI',Meiryo,system-ui,sans-serif";

/** What previews of links show of an event. */
export type EventPicture = {
  title: string;
  /** 「2026年12月1日(火) 19:00」. */
  when: string;
  where: string;
  kind: string;
  portalName: string;
};

/** The picture as an SVG document; without text where the machine has no letters for it. */
export function eventSvg(
  { title, when, where, kind, portalName }: EventPicture,
  { withText }: { withText: boolean },
): string {
  const { width, height } = PICTURE;
  const { lines, size } = fitText(title, {
    width: WIDTH,
    height: 250,
    sizes: [72, 62, 54, 46, 40],
  });
  const one = (content: string, largest: number) =>
    fitText(content, {
      width: WIDTH,
      height: largest * LINE_HEIGHT,
      sizes: [largest, largest - 8],
    });
  const whenLine = one(when, 40);
  const whereLine = one(where, 36);
  const words = [
    text(kind, { y: 118, size: 32, fill: "#bfe3df", weight: 600 }),
    ...lines.map((line, index) =>
      text(line, {
        y: 150 + size + index * size * LINE_HEIGHT,
        size,
        fill: "#ffffff",
        weight: 700,
      }),
    ),
    text(whenLine.lines[0] ?? "", { y: 480, size: whenLine.size, fill: "#ffffff", weight: 600 }),
    text(whereLine.lines[0] ?? "", { y: 530, size: whereLine.size, fill: "#d9efec", weight: 400 }),
    text(portalName, { y: 588, size: 26, fill: "#bfe3df", weight: 400 }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    '<defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#0b6664"/><stop offset="1" stop-color="#063b3b"/></linearGradient></defs>',
    `<rect width="${width}" height="${height}" fill="url(#ground)"/>`,
    `<circle cx="${width - 90}" cy="70" r="210" fill="#ffffff" fill-opacity="0.06"/>`,
    `<rect x="${MARGIN}" y="416" width="96" height="6" rx="3" fill="#bfe3df"/>`,
    ...(withText ? words : []),
    "</svg>",
  ].join("");
}

function text(
  content: string,
  { y, size, fill, weight }: { y: number; size: number; fill: string; weight: number },
): string {
  return `<text x="${MARGIN}" y="${Math.round(y)}" font-family="${FONTS}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(content)}</text>`;
}
