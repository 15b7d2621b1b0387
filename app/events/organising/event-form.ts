import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema, textSchema } from "#app/lib/text-schema.ts";
import { isTimeZone } from "#app/lib/time-zones.ts";
import { EVENT_KINDS, EVENT_PLACES, EVENT_SCOPES, PHASES } from "#db/vocabulary.ts";
import { BODY_MAX, NOTE_MAX, SUMMARY_MAX, TITLE_MAX } from "../events.ts";
import { momentOfLocal } from "./local-time.ts";

export type T = TFunction<["organising"]>;

const text = z.string().default("");

/** Rules of length that say how long a text is. */
export const lengthRules = (t: T, max: number) => ({
  max,
  tooLong: (lengths: { max: number; length: number }) => t("form.error.tooLong", lengths),
});

/** A whole number in a field, full-width digits included; empty gives null. */
export function numberIn(t: T, { min, max }: { min: number; max: number }) {
  return text.transform((input, context) => {
    const words = input.normalize("NFKC").trim();
    if (words === "") return null;
    const number = /^\d{1,9}$/.test(words) ? Number(words) : Number.NaN;
    if (!(number >= min && number <= max)) {
      context.addIssue({ code: "custom", message: t("form.error.number", { min, max }) });
      return z.NEVER;
    }
    return number;
  });
}

export const requiredNumber = (t: T, span: { min: number; max: number }) =>
  numberIn(t, span).transform((number, context) => {
    if (number !== null) return number;
    context.addIssue({ code: "custom", message: t("form.error.missing") });
    return z.NEVER;
  });

/** Values of boxes that are checked, one, several or none; others than the known are left out. */
export const several = <Word extends string>(words: readonly Word[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((chosen) => words.filter((word) => [chosen].flat().includes(word)));

/** An address that browsers may be led to: `https` alone. Empty stays empty. */
export const httpsSchema = (t: T) =>
  text.transform((input, context) => {
    const address = input.trim();
    if (address === "") return "";
    const isSound = /^https:\/\/[^\s<>"\\]+$/.test(address) && URL.canParse(address);
    if (!isSound || address.length > 2_000) {
      context.addIssue({ code: "custom", message: t("form.error.url") });
    }
    return address;
  });

/** What was typed as date and time, still without its zone. */
const local = text.transform((input) => input.trim());

/** Reads a date and time in a zone; says beside its field why it is none. Empty gives null. */
export function readLocal(
  t: T,
  typed: string,
  { timeZone, path, context }: { timeZone: string; path: string; context: z.RefinementCtx },
): Date | null {
  if (typed === "") return null;
  const moment = momentOfLocal(typed, timeZone);
  if (typeof moment !== "string") return moment;
  const message = t(moment === "skipped" ? "form.error.skippedTime" : "form.error.time");
  context.addIssue({ code: "custom", path: [path], message });
  return null;
}

export const zoneSchema = (t: T) => text.refine(isTimeZone, { error: t("form.error.timeZone") });

/** Beginning, end and zone, typed as clocks there show them. */
export const dateFields = (t: T) => ({ startsAt: local, endsAt: local, timeZone: zoneSchema(t) });

const LONGEST = 14 * 86_400_000;

export function readSpan(
  t: T,
  fields: { startsAt: string; endsAt: string; timeZone: string },
  context: z.RefinementCtx,
): { startsAt: Date; endsAt: Date; timeZone: string } {
  const { timeZone } = fields;
  const issue = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  const read = (path: "startsAt" | "endsAt") => {
    if (fields[path] === "") issue(path, t("form.error.missing"));
    return isTimeZone(timeZone) ? readLocal(t, fields[path], { timeZone, path, context }) : null;
  };
  const startsAt = read("startsAt");
  const endsAt = read("endsAt");
  if (!startsAt || !endsAt) return { startsAt: new Date(0), endsAt: new Date(1), timeZone };
  if (endsAt <= startsAt) issue("endsAt", t("form.error.endBeforeStart"));
  if (endsAt.getTime() - startsAt.getTime() > LONGEST) issue("endsAt", t("form.error.tooLongSpan"));
  return { startsAt, endsAt, timeZone };
}

/** The date of an event that is moved, and what is told with it. */
export const moveSchema = (t: T) =>
  z
    .object({
      ...dateFields(t),
      version: z.coerce.number().int().catch(0),
      message: textSchema(lengthRules(t, NOTE_MAX)),
    })
    .transform(({ version, message, ...fields }, context) => ({
      version,
      message,
      ...readSpan(t, fields, context),
    }));

/** What is told with a postponement or a cancellation: why, for everyone who wanted to come. */
export const messageSchema = (t: T) =>
  z.object({
    message: textSchema({ ...lengthRules(t, NOTE_MAX), missing: t("form.error.message") }),
  });

/** A new event: what its template or the copied event cannot say. */
export const newEventSchema = (t: T) =>
  z
    .object({
      kind: z.enum(EVENT_KINDS).catch("user-group"),
      title: lineSchema({ ...lengthRules(t, TITLE_MAX), missing: t("form.error.missing") }),
      startsAt: local,
      timeZone: zoneSchema(t),
    })
    .transform(({ startsAt: typed, ...fields }, context) => {
      const { timeZone } = fields;
      if (typed === "") {
        const issue = { code: "custom", message: t("form.error.missing") } as const;
        context.addIssue({ ...issue, path: ["startsAt"] });
      }
      const startsAt = isTimeZone(timeZone)
        ? readLocal(t, typed, { timeZone, path: "startsAt", context })
        : null;
      return { ...fields, startsAt: startsAt ?? new Date(0) };
    });

/**
 * The form of an event. Of a draft it holds the date as well; that of an announced one is changed on
 * its own page, and its deadlines are read in the zone it has.
 */
export const eventSchema = (t: T, { fixedZone }: { fixedZone?: string }) =>
  z
    .object({
      version: z.coerce.number().int().catch(0),
      kind: z.enum(EVENT_KINDS, { error: t("form.error.choose") }),
      place: z.enum(EVENT_PLACES, { error: t("form.error.choose") }),
      scope: z.enum(EVENT_SCOPES, { error: t("form.error.choose") }),
      invitedOnly: z.literal("on").optional(),
      title: lineSchema({ ...lengthRules(t, TITLE_MAX), missing: t("form.error.missing") }),
      summary: lineSchema(lengthRules(t, SUMMARY_MAX)),
      body: text.refine((body) => body.length <= BODY_MAX * 2, {
        error: t("form.error.bodyTooLong", { max: BODY_MAX }),
      }),
      areas: z
        .union([z.string(), z.array(z.string())])
        .default([])
        .transform((ids) => [ids].flat().map(Number).filter(Number.isSafeInteger)),
      phases: several(PHASES),
      series: numberIn(t, { min: 1, max: 999_999_999 }),
      region: lineSchema(lengthRules(t, 40)),
      venueName: lineSchema(lengthRules(t, 100)),
      venueAddress: lineSchema(lengthRules(t, 200)),
      mapUrl: httpsSchema(t),
      venueNote: textSchema(lengthRules(t, NOTE_MAX)),
      onlineUrl: httpsSchema(t),
      onlineNote: textSchema(lengthRules(t, NOTE_MAX)),
      registrationOpensAt: local,
      registrationClosesAt: local,
      offerHours: requiredNumber(t, { min: 1, max: 336 }),
      colleaguesMax: requiredNumber(t, { min: 0, max: 10 }),
      proposalsCloseAt: local,
      proposalsNote: textSchema(lengthRules(t, NOTE_MAX)),
      startsAt: local,
      endsAt: local,
      timeZone: fixedZone ? text.transform(() => fixedZone) : zoneSchema(t),
    })
    .transform((fields, context) => {
      const { version, areas, series, invitedOnly, startsAt, endsAt, timeZone, ...rest } = fields;
      const moment = (path: "registrationOpensAt" | "registrationClosesAt" | "proposalsCloseAt") =>
        isTimeZone(timeZone) ? readLocal(t, rest[path], { timeZone, path, context }) : null;
      const registrationOpensAt = moment("registrationOpensAt");
      const registrationClosesAt = moment("registrationClosesAt");
      if (
        registrationOpensAt &&
        registrationClosesAt &&
        registrationOpensAt >= registrationClosesAt
      ) {
        const message = t("form.error.window");
        context.addIssue({ code: "custom", path: ["registrationClosesAt"], message });
      }
      return {
        version,
        content: {
          ...rest,
          invitedOnly: invitedOnly === "on",
          areaIds: [...new Set(areas)],
          seriesId: series,
          registrationOpensAt,
          registrationClosesAt,
          proposalsCloseAt: moment("proposalsCloseAt"),
          date: fixedZone ? undefined : readSpan(t, { startsAt, endsAt, timeZone }, context),
        },
      };
    });

/** What the form of an event says. */
export type EventContent = z.output<ReturnType<typeof eventSchema>>["content"];
