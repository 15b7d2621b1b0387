import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema, textSchema } from "#app/lib/text-schema.ts";
import { isTimeZone } from "#app/lib/time-zones.ts";
import { LOCALES } from "#db/vocabulary.ts";
import { HANDLE, isReservedHandle } from "./handles.ts";
import { normaliseReading } from "./people.ts";

export const NAME_MAX = 200;
export const READING_MAX = 200;
export const TITLE_MAX = 200;
export const BIO_MAX = 1_000;

/**
 * The form of one's own profile.
 *
 * @param currentHandle may be kept even if it is one that nobody could choose now
 */
export function profileSchema(t: TFunction<["settings"]>, currentHandle: string) {
  const tooLong = (lengths: { max: number; length: number }) => t("error.tooLong", lengths);
  const choice = { error: t("error.choice") };
  return z.object({
    name: lineSchema({ max: NAME_MAX, tooLong, missing: t("error.name.missing") }),
    reading: lineSchema({ max: READING_MAX, tooLong }).transform(normaliseReading),
    title: lineSchema({ max: TITLE_MAX, tooLong }),
    bio: textSchema({ max: BIO_MAX, tooLong }),
    handle: z
      .string({ error: t("error.handle") })
      .transform((input) => input.normalize("NFKC").trim().toLowerCase())
      .refine((handle) => HANDLE.test(handle), { error: t("error.handle") })
      .refine((handle) => handle === currentHandle || !isReservedHandle(handle), {
        error: t("error.handle.reserved"),
      }),
    locale: z.enum(LOCALES, choice),
    timeZone: z.string(choice).refine(isTimeZone, choice),
    showsOrganisation: z.boolean().default(false),
    skills: z.array(z.number(choice).int(choice).positive(choice)).max(200, choice).default([]),
  });
}
