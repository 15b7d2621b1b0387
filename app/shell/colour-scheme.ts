import { COLOUR_SCHEMES, type ColourScheme } from "#db/vocabulary.ts";

/** The remembered choice of a visitor, else what the device prefers. */
export function requestedColourScheme(request: Request): ColourScheme {
  const cookie = request.headers.get("cookie") ?? "";
  const chosen = /(?:^|;\s*)colour-scheme=([a-z]+)/.exec(cookie)?.[1];
  return COLOUR_SCHEMES.find((scheme) => scheme === chosen) ?? "system";
}
