import { z } from "zod";
import { lineSchema, textSchema } from "#app/lib/text-schema.ts";
import { ADMISSIONS, EVENT_QUESTION_KINDS, PHASES, TICKET_PLACES, TIERS } from "#db/vocabulary.ts";
import { lengthRules, numberIn, readLocal, requiredNumber, several, type T } from "./event-form.ts";
import { SESSION_DESCRIPTION_MAX, TRACK_MAX } from "./timetable.ts";

const text = z.string().default("");
const version = z.coerce.number().int().catch(0);

/** The form of a ticket; the time of its draw is typed as clocks at the event show it. */
export const ticketSchema = (t: T, { timeZone }: { timeZone: string }) =>
  z
    .object({
      version,
      name: lineSchema({ ...lengthRules(t, 60), missing: t("form.error.missing") }),
      description: textSchema(lengthRules(t, 400)),
      place: z.enum(TICKET_PLACES, { error: t("form.error.choose") }),
      capacity: requiredNumber(t, { min: 1, max: 100_000 }),
      admission: z.enum(ADMISSIONS, { error: t("form.error.choose") }),
      organisationCap: numberIn(t, { min: 1, max: 1_000 }),
      phases: several(PHASES),
      tiers: several(TIERS),
      supportersOnly: z.literal("on").optional(),
      drawAt: text,
    })
    .transform(({ version, supportersOnly, drawAt, ...rest }, context) => ({
      version,
      content: {
        ...rest,
        supportersOnly: supportersOnly === "on",
        drawAt:
          rest.admission === "lottery"
            ? readLocal(t, drawAt.trim(), { timeZone, path: "drawAt", context })
            : null,
      },
    }));
export type TicketContent = z.output<ReturnType<typeof ticketSchema>>["content"];

/** The form of an item of the timetable. */
export const sessionSchema = (t: T, { timeZone }: { timeZone: string }) =>
  z
    .object({
      version,
      title: lineSchema({ ...lengthRules(t, 120), missing: t("form.error.missing") }),
      description: textSchema(lengthRules(t, SESSION_DESCRIPTION_MAX)),
      track: lineSchema(lengthRules(t, TRACK_MAX)),
      startsAt: text,
      minutes: requiredNumber(t, { min: 1, max: 1_440 }),
    })
    .transform(({ version, startsAt, ...rest }, context) => {
      if (startsAt === "") {
        const message = t("form.error.missing");
        context.addIssue({ code: "custom", path: ["startsAt"], message });
      }
      const moment = readLocal(t, startsAt.trim(), { timeZone, path: "startsAt", context });
      return { version, content: { ...rest, startsAt: moment ?? new Date(0) } };
    });

/** A guest who speaks without being of the community. */
export const guestSpeakerSchema = (t: T) =>
  z.object({
    name: lineSchema({ ...lengthRules(t, 60), missing: t("form.error.missing") }),
    affiliation: lineSchema(lengthRules(t, 80)),
  });

const CHOICES_MAX = 20;

/** A question for applicants; choices stand in lines. */
export const questionSchema = (t: T) =>
  z
    .object({
      kind: z.enum(EVENT_QUESTION_KINDS, { error: t("form.error.choose") }),
      label: lineSchema({ ...lengthRules(t, 200), missing: t("form.error.missing") }),
      choices: textSchema(lengthRules(t, 2_000)),
      isRequired: z.literal("on").optional(),
    })
    .transform(({ kind, label, choices: lines, isRequired }, context) => {
      const choices = [
        ...new Set(
          lines
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean),
        ),
      ];
      const issue = (message: string) =>
        context.addIssue({ code: "custom", path: ["choices"], message });
      if (kind !== "text" && choices.length < 2) issue(t("question.error.choices"));
      if (kind !== "text" && choices.length > CHOICES_MAX) {
        issue(t("form.error.number", { min: 2, max: CHOICES_MAX }));
      }
      return {
        kind,
        label,
        choices: kind === "text" ? [] : choices,
        isRequired: isRequired === "on",
      };
    });
export type QuestionContent = z.output<ReturnType<typeof questionSchema>>;

/** A talk that somebody proposes. */
export const proposalSchema = (t: T) =>
  z.object({
    title: lineSchema({ ...lengthRules(t, 120), missing: t("form.error.missing") }),
    abstract: textSchema({ ...lengthRules(t, 2_000), missing: t("form.error.missing") }),
    minutes: requiredNumber(t, { min: 1, max: 480 }),
  });

/** A series of meetings. */
export const seriesSchema = (t: T) =>
  z.object({
    name: lineSchema({ ...lengthRules(t, 100), missing: t("form.error.missing") }),
    description: textSchema(lengthRules(t, 2_000)),
  });
