import type { MessageSegment } from "#db/vocabulary.ts";

export const MESSAGE_MAX = 2_000;

type Timing = { startsAt: Date; hasAttendances: boolean };

/** Whom one can write to by now: nobody was there, or stayed away, before it has begun. */
export function segmentsAt({ startsAt, hasAttendances }: Timing, now: Date): MessageSegment[] {
  const begun = startsAt <= now;
  return [
    "everyone",
    "confirmed",
    "waiting",
    "applied",
    ...(begun || hasAttendances ? (["attended"] as const) : []),
    ...(begun ? (["absent"] as const) : []),
  ];
}
