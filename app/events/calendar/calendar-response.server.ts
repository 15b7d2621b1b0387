import { createHash } from "node:crypto";
import type { CalendarFile } from "#app/calendar/ical.ts";

type Given = {
  file: CalendarFile;
  /** Under which a browser stores it. */
  fileName: string;
  /** Seconds for which anybody may keep it; without it, one must ask each time. */
  seconds?: number;
  /** Whether the file depends on the language that is asked for. */
  variesByLanguage?: boolean;
};

/** Answers with a calendar, or that the one the program has still holds (304). */
export function calendarResponse(
  request: Request,
  { file: { method, content }, fileName, seconds, variesByLanguage }: Given,
): Response {
  const tag = `"${createHash("sha256").update(content).digest("base64url")}"`;
  const headers = new Headers({
    "Content-Type": `text/calendar; charset=utf-8; method=${method}`,
    "Content-Disposition": `attachment; filename="${fileName}"`,
    "Cache-Control": seconds ? `public, max-age=${seconds}` : "private, no-cache",
    "X-Content-Type-Options": "nosniff",
    ETag: tag,
  });
  if (variesByLanguage) headers.set("Vary", "Accept-Language");
  return knows(request.headers.get("If-None-Match"), tag)
    ? new Response(null, { status: 304, headers })
    : new Response(content, { headers });
}

/** RFC 9110, 13.1.2: compared weakly, for compression on the way makes tags weak. */
function knows(header: string | null, tag: string): boolean {
  const tags = (header ?? "").split(",").map((known) => known.trim().replace(/^W\//, ""));
  return tags.includes(tag) || tags.includes("*");
}
