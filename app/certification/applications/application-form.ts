import type { TFunction } from "i18next";
import { z } from "zod";
import { isDay } from "#app/calendar/zoned-days.ts";
import { lineSchema, textSchema } from "#app/lib/text-schema.ts";
import { REVIEW_VERDICTS } from "#db/vocabulary.ts";

type T = TFunction<["certification"]>;

/** What applicants say about themselves. */
export const statementSchema = (t: T) =>
  z.object({
    statement: textSchema({
      max: 2000,
      tooLong: (lengths) => t("application.error.statementLong", lengths),
    }),
  });

/** Work for the practical: a name, and either a link or a file. */
export const workSchema = (t: T) =>
  z
    .object({
      title: lineSchema({
        max: 200,
        missing: t("application.works.error.title"),
        tooLong: (lengths) => t("application.works.error.titleLong", lengths),
      }),
      url: z
        .string()
        .default("")
        .transform((input) => input.trim())
        .refine((url) => url === "" || isWebAddress(url), {
          error: t("application.works.error.url"),
        }),
      file: z
        .instanceof(File)
        .optional()
        .transform((file) => (file && file.size > 0 ? file : undefined)),
    })
    .refine(({ url, file }) => (url === "") !== (file === undefined), {
      path: ["url"],
      error: t("application.works.error.one"),
    });

/** Only the web: a link that a reviewer opens must not run anything. */
function isWebAddress(text: string): boolean {
  if (text.length > 2000 || !URL.canParse(text)) return false;
  return ["http:", "https:"].includes(new URL(text).protocol) && /^https?:\/\//.test(text);
}

/** A reviewer's verdict; `score0`, `score1` … are the points per criterion. */
export const reviewSchema = (t: T, { criteria, today }: { criteria: number; today: string }) =>
  z
    .object({
      round: z.coerce.number().int(),
      verdict: z.enum(REVIEW_VERDICTS, { error: t("review.error.verdict") }),
      note: textSchema({
        max: 2000,
        tooLong: (lengths) => t("application.error.statementLong", lengths),
      }),
      retryOn: z.string().default(""),
      ...Object.fromEntries(
        Array.from({ length: criteria }, (_, index) => [`score${index}`, z.string().default("")]),
      ),
    })
    .transform(({ round, verdict, note, retryOn, ...rest }, context) => {
      if (verdict === "decline" && !(isDay(retryOn) && retryOn > today)) {
        const message = t("review.error.retry-missing");
        context.addIssue({ code: "custom", path: ["retryOn"], message });
      }
      if (verdict !== "approve" && note === "") {
        const message = t("review.error.note-missing");
        context.addIssue({ code: "custom", path: ["note"], message });
      }
      const words = rest as Record<string, string>;
      const scores = Array.from({ length: criteria }, (_, index) => {
        const word = (words[`score${index}`] ?? "").normalize("NFKC").trim();
        return /^\d{1,3}$/.test(word) ? Number(word) : -1;
      });
      return {
        round,
        verdict,
        note,
        retryOn: verdict === "decline" ? retryOn : null,
        scores: verdict === "approve" ? scores : [],
      };
    });
