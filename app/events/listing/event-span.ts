type Moment = Date | string;

/** How long an event takes, in minutes. */
export function minutesOf({ startsAt, endsAt }: { startsAt: Moment; endsAt: Moment }): number {
  return (new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 60_000;
}
