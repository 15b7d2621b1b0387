import type { TFunction } from "i18next";
import { z } from "zod";
import { cleanLine, cleanText } from "#app/lib/clean-text.ts";
import { textSchema } from "#app/lib/text-schema.ts";
import { EXAM_ITEM_KINDS, LOCALES } from "#db/vocabulary.ts";
import type { ItemRefusal } from "./item-commands.server.ts";
import {
  CODE_PATTERN,
  ITEM_LENGTHS,
  type ItemDraft,
  type ItemFault,
  itemFaults,
  OPTION_LIMITS,
} from "./items.ts";

type T = TFunction<["exams"]>;

const text = () => z.string().default("").transform(cleanText);

function fields(t: T) {
  const { stem, explanation } = ITEM_LENGTHS;
  return {
    area: z.coerce
      .number({ error: t("item.error.area") })
      .int({ error: t("item.error.area") })
      .positive({ error: t("item.error.area") }),
    kind: z.enum(EXAM_ITEM_KINDS, { error: t("item.error.kind") }),
    locale: z.enum(LOCALES, { error: t("item.error.locale") }),
    stem: textSchema({
      max: stem,
      tooLong: (lengths) => t("item.error.stem-too-long", lengths),
      missing: t("item.error.stem-missing"),
    }),
    options: z
      .array(z.object({ text: text(), isCorrect: z.boolean().default(false) }))
      .max(OPTION_LIMITS.max, {
        error: t("item.error.too-many-options", { max: OPTION_LIMITS.max }),
      })
      .default([])
      .refine((options) => options.filter(({ text }) => text !== "").length >= OPTION_LIMITS.min, {
        error: t("item.error.too-few-options", { max: OPTION_LIMITS.min }),
      }),
    explanation: textSchema({
      max: explanation,
      tooLong: (lengths) => t("item.error.explanation-too-long", lengths),
    }),
  };
}

type Fields = z.infer<z.ZodObject<ReturnType<typeof fields>>>;

/** What was filled in as a draft; blank options are left out. */
function draftOf({ area, options, ...item }: Fields): ItemDraft {
  return { ...item, areaId: area, options: options.filter((option) => option.text !== "") };
}

const inWords = (t: T, { reason, max, length }: ItemFault) =>
  t(`item.error.${reason}`, { max: max ?? 0, length: length ?? 0 });

/** The form of a new item. */
export function newItemSchema(t: T) {
  const code = z
    .string({ error: t("item.error.code") })
    .transform((input) => cleanLine(input).normalize("NFKC"))
    .refine((word) => CODE_PATTERN.test(word), { error: t("item.error.code") });
  return z.object({ code, ...fields(t) }).transform(({ code, ...typed }, context) => {
    const draft = draftOf(typed);
    for (const fault of itemFaults(draft)) {
      context.addIssue({ code: "custom", path: [fault.field], message: inWords(t, fault) });
    }
    return { code, draft };
  });
}

/** The form that gives an item its next wording. */
export function revisedItemSchema(t: T) {
  return z.object(fields(t)).transform((typed, context) => {
    const draft = draftOf(typed);
    for (const fault of itemFaults(draft)) {
      context.addIssue({ code: "custom", path: [fault.field], message: inWords(t, fault) });
    }
    return { draft };
  });
}

/** What a refused draft says beside which field. */
export function itemErrors(
  t: T,
  refusal: { reason: ItemRefusal["reason"] | "code-taken"; field?: "stem" | "options" },
): Record<string, string[]> {
  if (refusal.reason === "area-unknown") return { area: [t("item.error.area")] };
  if (refusal.reason === "code-taken") return { code: [t("item.error.code-taken")] };
  return { [refusal.field ?? "stem"]: [t(`item.error.${refusal.reason}`)] };
}
