import type { TFunction } from "i18next";
import { z } from "zod";
import { textSchema } from "#app/lib/text-schema.ts";
import { INVITATION_MESSAGE_MAX } from "./invitations.ts";

const MOST = 1_000;

/** People to invite, by id, and words for them. */
export const invitationSchema = (t: TFunction<["organising"]>) =>
  z.object({
    people: z
      .array(
        z
          .string()
          .regex(/^\d{1,15}$/)
          .transform(Number),
      )
      .min(1, { error: t("invitations.error.nobody") })
      .max(MOST),
    message: textSchema({
      max: INVITATION_MESSAGE_MAX,
      tooLong: (lengths) => t("invitations.error.tooLong", lengths),
    }),
  });
