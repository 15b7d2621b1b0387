import { z } from "zod";
import {
  type AuthT,
  codeField,
  emailField,
  knownPasswordField,
  newcomerFields,
  newPasswordField,
} from "./form-fields.ts";

export const loginSchema = (t: AuthT) =>
  z.object({
    // Whatever was typed: a form that judged it would tell which addresses can have an account.
    email: z.string({ error: t("error.email.missing") }).max(400, t("error.email.invalid")),
    password: knownPasswordField(t),
  });

export const codeSchema = (t: AuthT) => z.object({ code: codeField(t) });

/** For sign-up and for a forgotten password. */
export const emailSchema = (t: AuthT) => z.object({ email: emailField(t) });

export const newcomerSchema = (t: AuthT, { email }: { email: string }) =>
  z.object(newcomerFields(t, { email }));

export const setupSchema = (t: AuthT) =>
  z.object({ code: codeField(t), email: emailField(t), ...newcomerFields(t, {}) });

export const resetSchema = (t: AuthT, { email }: { email: string }) =>
  z.object({ password: newPasswordField(t, { email }) });

/** The rule about the mail address is the command's, which knows it. */
export const passwordSchema = (t: AuthT) =>
  z.object({
    currentPassword: knownPasswordField(t),
    newPassword: newPasswordField(t, {}),
    endOthers: z.boolean().default(false),
  });

export const emailChangeSchema = (t: AuthT) =>
  z.object({ email: emailField(t), password: knownPasswordField(t) });

/** A password alone, before something that matters. */
export const proofSchema = (t: AuthT) => z.object({ password: knownPasswordField(t) });
