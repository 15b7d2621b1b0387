export const SESSION_DESCRIPTION_MAX = 4_000;
export const TRACK_MAX = 40;
export const SPEAKERS_MAX = 12;
export const SESSIONS_MAX = 100;

/** When an item of the timetable takes place: minutes from the beginning of its event. */
export type SessionSpan = { id?: number; startsAfter: number; minutes: number; track: string };

export type TimetableRefusal = "before-the-beginning" | "beyond-the-end" | "overlap";

/** Length of an event in whole minutes. */
export function minutesOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number {
  return Math.floor((endsAt.getTime() - startsAt.getTime()) / 60_000);
}

/**
 * Why a session cannot take place then, or undefined. Two sessions overlap when they share a moment
 * and a track; what has no track is for everybody and shares every one.
 */
export function timetableRefusal(
  session: SessionSpan,
  others: readonly SessionSpan[],
  total: number,
): TimetableRefusal | undefined {
  if (session.startsAfter < 0) return "before-the-beginning";
  if (session.startsAfter + session.minutes > total) return "beyond-the-end";
  const clashes = others.some(
    (other) =>
      other.id !== session.id &&
      (other.track === "" || session.track === "" || other.track === session.track) &&
      other.startsAfter < session.startsAfter + session.minutes &&
      session.startsAfter < other.startsAfter + other.minutes,
  );
  return clashes ? "overlap" : undefined;
}

/** Where a session of so many minutes for everybody fits first; undefined when it fits nowhere. */
export function firstGap(
  sessions: readonly SessionSpan[],
  minutes: number,
  total: number,
): number | undefined {
  let from = 0;
  for (const { startsAfter, minutes: length } of sessions.toSorted(
    (a, b) => a.startsAfter - b.startsAfter,
  )) {
    if (from + minutes <= startsAfter) return from;
    from = Math.max(from, startsAfter + length);
  }
  return from + minutes <= total ? from : undefined;
}

/** The end of the last session: until when a timetable needs its event to last. */
export function lastMinute(sessions: readonly SessionSpan[]): number {
  return Math.max(0, ...sessions.map(({ startsAfter, minutes }) => startsAfter + minutes));
}
