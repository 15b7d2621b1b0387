import { create } from "qrcode";

/** A QR code as one SVG path in a square of `size` units, quiet zone of 4 units included. */
export type QrCode = { size: number; path: string };

const QUIET_ZONE = 4;

/** Draws the QR code (ISO/IEC 18004) of a text, each dark module as a unit square. */
export function qrCode(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column)) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
    }
  }
  return { size: size + 2 * QUIET_ZONE, path };
}
