import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema } from "#app/lib/text-schema.ts";
import { isTimeZone } from "#app/lib/time-zones.ts";
import { normaliseReading } from "#app/people/people.ts";
import { NAME_MAX, READING_MAX, TITLE_MAX } from "#app/people/profile-form.ts";
import { LOCALES } from "#db/vocabulary.ts";
import { normaliseEmail } from "./email-address.ts";
import { passwordProblem } from "./password-rules.ts";

export type AuthT = TFunction<["auth"]>;

/** A mail address; gives it as it is stored. */
export function emailField(t: AuthT) {
  return z.string({ error: t("error.email.missing") }).transform((input, context) => {
    const email = normaliseEmail(input);
    if (email) return email;
    context.addIssue({ code: "custom", message: t("error.email.invalid") });
    return z.NEVER;
  });
}

/** A password that is to be checked, not judged. */
export function knownPasswordField(t: AuthT) {
  const tooLong = t("error.password.too-long");
  return z.string({ error: t("error.password.missing") }).max(1_000, { error: tooLong });
}

/** A password somebody chooses for the account with this mail address. */
export function newPasswordField(t: AuthT, { email }: { email?: string | null }) {
  return z.string({ error: t("error.password.missing") }).superRefine((password, context) => {
    const problem = passwordProblem(password, { email });
    if (problem) context.addIssue({ code: "custom", message: t(`error.password.${problem}`) });
  });
}

/** A code of any kind, as it was typed. */
export function codeField(t: AuthT) {
  return z.string({ error: t("error.code.missing") }).max(100, { error: t("error.code.wrong") });
}

/** What a newcomer tells about themselves, wherever they come from. */
export function newcomerFields(t: AuthT, { email }: { email?: string | null }) {
  const tooLong = (lengths: { max: number; length: number }) => t("error.tooLong", lengths);
  return {
    name: lineSchema({ max: NAME_MAX, tooLong, missing: t("error.name.missing") }),
    reading: lineSchema({ max: READING_MAX, tooLong }).transform(normaliseReading),
    title: lineSchema({ max: TITLE_MAX, tooLong }),
    password: newPasswordField(t, { email }),
    locale: z.enum(LOCALES, { error: t("error.choice") }),
    timeZone: z
      .string({ error: t("error.choice") })
      .refine(isTimeZone, { error: t("error.choice") }),
  };
}

/** How long to wait, in words. */
export function tooManyText(t: AuthT, { seconds }: { seconds: number }): string {
  return t("error.tooMany", { minutes: Math.max(1, Math.ceil(seconds / 60)) });
}
