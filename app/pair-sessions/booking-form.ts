import type { TFunction } from "i18next";
import { z } from "zod";
import { textSchema } from "#app/lib/text-schema.ts";
import { TOPIC_MAX } from "./pair-sessions.ts";

type T = TFunction<["pair-sessions"]>;

/** What one wants to look at, when, and in which product area if any. */
export const bookingSchema = (t: T, { areaIds }: { areaIds: readonly number[] }) =>
  z.object({
    startsAt: z.string({ error: t("book.choose.missing") }).transform(toMoment(t)),
    topic: textSchema({
      max: TOPIC_MAX,
      missing: t("book.topic.missing"),
      tooLong: (lengths) => t("book.tooLong", lengths),
    }),
    area: z
      .string()
      .default("")
      .transform((text) => (text === "" ? null : Number(text)))
      .refine((id) => id === null || areaIds.includes(id), { error: t("book.areaUnknown") }),
  });

/** The time that a session is moved to. */
export const moveSchema = (t: T) =>
  z.object({
    startsAt: z.string({ error: t("book.choose.missing") }).transform(toMoment(t)),
  });

/** Why a session is called off, for the other one to read. */
export const cancellationSchema = (t: T) =>
  z.object({
    reason: textSchema({
      max: TOPIC_MAX,
      missing: t("cancel.reason.missing"),
      tooLong: (lengths) => t("book.tooLong", lengths),
    }),
  });

const toMoment = (t: T) => (text: string, context: z.RefinementCtx) => {
  const moment = momentIn(text);
  if (moment) return moment;
  context.addIssue({ code: "custom", message: t("book.choose.missing") });
  return z.NEVER;
};

/** A moment as addresses and forms write it (ISO 8601, UTC); undefined for anything else. */
export function momentIn(text: string | null | undefined): Date | undefined {
  if (!text || !/^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/.test(text)) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
