import type { Locale } from "#db/vocabulary.ts";

/** A product area as lists and forms need it. */
export type Area = { id: number; slug: string; nameJa: string; nameEn: string };

export function areaName(area: Pick<Area, "nameJa" | "nameEn">, locale: Locale | string): string {
  return locale.startsWith("en") ? area.nameEn : area.nameJa;
}
