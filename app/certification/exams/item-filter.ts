import { EXAM_ITEM_KINDS, type ExamItemKind, LOCALES, type Locale } from "#db/vocabulary.ts";

/** What narrows the list of the question bank. */
export type ItemFilter = {
  /** Part of the code, of the question or of an option. */
  q?: string;
  areaId?: number;
  kind?: ExamItemKind;
  locale?: Locale;
  /** Those out of use instead of those in use. */
  retired?: boolean;
  /** Only those whose figures speak against them. */
  flagged?: boolean;
};

/** The filter that an address says; what it cannot mean is left out. */
export function itemFilterOf(params: URLSearchParams): ItemFilter {
  const one = <Word extends string>(name: string, words: readonly Word[]) =>
    words.find((word) => word === params.get(name));
  const area = params.get("area") ?? "";
  return {
    q: params.get("q")?.trim().slice(0, 100) || undefined,
    areaId: /^\d{1,15}$/.test(area) ? Number(area) : undefined,
    kind: one("kind", EXAM_ITEM_KINDS),
    locale: one("locale", LOCALES),
    retired: params.get("state") === "retired" || undefined,
    flagged: params.get("figures") === "flagged" || undefined,
  };
}

/** The filter as an address says it. */
export function itemQuery(
  { q, areaId, kind, locale, retired, flagged }: ItemFilter,
  extra: Record<string, string> = {},
): URLSearchParams {
  const params = {
    q,
    area: areaId === undefined ? undefined : String(areaId),
    kind,
    locale,
    state: retired ? "retired" : undefined,
    figures: flagged ? "flagged" : undefined,
    ...extra,
  };
  return new URLSearchParams(
    Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
