import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema, textSchema } from "#app/lib/text-schema.ts";

type T = TFunction<["organisations"]>;

const EMAIL_MAX = 254;
export const MESSAGE_MAX = 500;

const fields = (t: T) => {
  const tooLong = (lengths: { max: number; length: number }) => t("error.tooLong", lengths);
  return {
    email: lineSchema({ max: EMAIL_MAX, tooLong, missing: t("invite.error.email") }),
    message: textSchema({ max: MESSAGE_MAX, tooLong }),
  };
};

/** Inviting somebody to a customer company. */
export const invitationSchema = (t: T) =>
  z.object({ ...fields(t), asLead: z.boolean().default(false) });

/** Inviting somebody to the vendor's team. */
export const colleagueSchema = (t: T) =>
  z.object({
    ...fields(t),
    role: z.enum(["staff", "admin"], { error: t("invite.error.role") }),
  });
