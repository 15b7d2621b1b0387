import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema, textSchema } from "#app/lib/text-schema.ts";
import { MATERIAL_AUDIENCES } from "#db/vocabulary.ts";
import { isHttpsAddress, NOTES_MAX } from "./materials.ts";

type T = TFunction<["afterwards"]>;

const address = (t: T) =>
  z
    .string()
    .default("")
    .transform((input) => input.trim())
    .refine((url) => url === "" || isHttpsAddress(url), { error: t("error.url") });

const session = z
  .string()
  .default("")
  .transform((text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined));

/** A name, for whom, and either a link or a file. */
export const materialSchema = (t: T) =>
  z
    .object({
      title: lineSchema({
        max: 200,
        missing: t("error.title"),
        tooLong: (lengths) => t("error.long", lengths),
      }),
      url: address(t),
      file: z
        .instanceof(File)
        .optional()
        .transform((file) => (file && file.size > 0 ? file : undefined)),
      session,
      audience: z.enum(MATERIAL_AUDIENCES, { error: t("error.audience") }),
    })
    .refine(({ url, file }) => (url === "") !== (file === undefined), {
      path: ["url"],
      error: t("error.one"),
    });

export const recordingSchema = (t: T) => z.object({ recordingUrl: address(t) });

export const sessionNotesSchema = (t: T) =>
  z.object({
    recordingUrl: address(t),
    notes: textSchema({ max: NOTES_MAX, tooLong: (lengths) => t("error.long", lengths) }),
    version: z.coerce.number().int().min(1).max(2_147_483_647),
  });

export const thanksSchema = (t: T) =>
  z.object({
    speaker: z.coerce.number().int().positive(),
    message: textSchema({
      max: 1_000,
      missing: t("error.thanks"),
      tooLong: (lengths) => t("error.long", lengths),
    }),
  });
