import type { TFunction } from "i18next";
import { z } from "zod";
import { MAIL_CHOICES, type NotificationKind } from "#db/vocabulary.ts";
import { KIND_RULES, type Preferences } from "./kinds.ts";
import type { Schedule } from "./mail-times.ts";

/**
 * The form of one's notification settings.
 *
 * @param kinds those that the form shows; others are not changed by it
 */
export function preferencesSchema(t: TFunction<["notifications"]>, kinds: NotificationKind[]) {
  const invalid = { error: t("choices.invalid") };
  const number = (min: number, max: number) =>
    z.coerce.number(invalid).int(invalid).min(min, invalid).max(max, invalid);
  const mail = z.enum(MAIL_CHOICES, invalid);
  return z
    .object({
      inInbox: z.array(z.enum(kinds, invalid), invalid).default([]),
      mail: z.object(Object.fromEntries(kinds.map((kind) => [kind, mail])), invalid),
      digestHour: number(0, 23),
      digestWeekday: number(1, 7),
      quiet: z.boolean().default(false),
      quietFrom: number(0, 23),
      quietUntil: number(0, 23),
    })
    .refine(({ quiet, quietFrom, quietUntil }) => !quiet || quietFrom !== quietUntil, {
      path: ["quietUntil"],
      error: t("times.sameHour"),
    })
    .transform(({ inInbox, mail, digestHour, digestWeekday, quiet, quietFrom, quietUntil }) => ({
      preferences: Object.fromEntries(
        kinds.map((kind) => [
          kind,
          {
            inInbox: !KIND_RULES[kind].inboxOptional || inInbox.includes(kind),
            mail: mail[kind] ?? KIND_RULES[kind].mail,
          },
        ]),
      ) as Partial<Preferences>,
      schedule: {
        digestHour,
        digestWeekday,
        quiet: quiet ? { from: quietFrom, until: quietUntil } : undefined,
      } satisfies Schedule,
    }));
}
