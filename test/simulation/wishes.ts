import type { Preferences } from "#app/notifications/kinds.ts";
import type { Schedule } from "#app/notifications/mail-times.ts";
import type { MailChoice, Role } from "#db/vocabulary.ts";
import { between, chance, pick } from "./chance.ts";

export type Wishes = { preferences: Partial<Preferences>; schedule: Schedule };

const HABITS: ((handle: string) => Wishes)[] = [
  () => ({
    preferences: {},
    schedule: { digestHour: 9, digestWeekday: 1, quiet: { from: 19, until: 8 } },
  }),
  (handle) => ({
    preferences: by({
      "question-answered": "daily",
      commented: "daily",
      taken: "off",
      routed: "daily",
      queued: "daily",
    }),
    schedule: { digestHour: between(6, 20, "digest", handle), digestWeekday: 1, quiet: undefined },
  }),
  (handle) => ({
    preferences: by({
      "question-asked": "weekly",
      "watched-answered": "weekly",
      "nudge-acceptance": "daily",
      routed: "daily",
      queued: "daily",
    }),
    schedule: {
      digestHour: between(0, 23, "digest", handle),
      digestWeekday: between(1, 7, "weekday", handle),
      quiet: { from: 12, until: 13 },
    },
  }),
  () => ({
    preferences: by({ commented: "off", taken: "at-once", routed: "off", queued: "weekly" }),
    schedule: { digestHour: 8, digestWeekday: 5, quiet: { from: 22, until: 7 } },
  }),
];

/** What a person wants other than the defaults; undefined for those who want nothing else. */
export function wishesOf(handle: string, role: Role): Wishes | undefined {
  const isParticular = chance("wishes", handle) < (role === "staff" ? 0.9 : 0.6);
  return isParticular ? changedWishes(handle) : undefined;
}

/** What a person wants who looks at the settings. */
export function changedWishes(handle: string, occasion = ""): Wishes {
  return pick(HABITS, "habit", handle, occasion)(handle);
}

function by(mails: Partial<Record<keyof Preferences, MailChoice>>): Partial<Preferences> {
  return Object.fromEntries(
    Object.entries(mails).map(([kind, mail]) => [kind, { inInbox: true, mail }]),
  );
}
