import type { TFunction } from "i18next";
import { z } from "zod";
import { lineSchema } from "#app/lib/text-schema.ts";
import { PHASES, TIERS } from "#db/vocabulary.ts";
import { normaliseDomain, splitDomains } from "./domains.server.ts";

type T = TFunction<["staff"]>;

export const NAME_MAX = 200;
const WORDS_MAX = 100;
const DOMAINS_MAX = 50;

const domains = (t: T) =>
  z
    .string()
    .max(20_000, { error: t("error.domain.tooMany", { max: DOMAINS_MAX }) })
    .default("")
    .transform((input, context) => {
      const typed = splitDomains(input);
      if (typed.length > DOMAINS_MAX) {
        const message = t("error.domain.tooMany", { max: DOMAINS_MAX });
        context.addIssue({ code: "custom", message });
        return z.NEVER;
      }
      const found = new Set<string>();
      for (const word of typed) {
        const result = normaliseDomain(word);
        if (result.ok) found.add(result.domain);
        else {
          const message = t(`error.domain.${result.reason}`, { domain: word.slice(0, 100) });
          context.addIssue({ code: "custom", message });
        }
      }
      return [...found].sort();
    });

/** What staff fill in about a company. Knows all mail domains, so it is for the server only. */
export function organisationSchema(t: T) {
  const tooLong = (lengths: { max: number; length: number }) => t("error.tooLong", lengths);
  const words = () => lineSchema({ max: WORDS_MAX, tooLong });
  const choice = { error: t("error.choice") };
  const day = () =>
    z.iso
      .date({ error: t("error.date") })
      .optional()
      .transform((value) => value ?? null);
  return z
    .object({
      name: lineSchema({ max: NAME_MAX, tooLong, missing: t("error.name.missing") }),
      tier: z.enum(TIERS, choice),
      phase: z.enum(PHASES, choice),
      industry: words(),
      region: words(),
      contractStartsOn: day(),
      contractEndsOn: day(),
      domains: domains(t),
    })
    .refine(({ contractStartsOn: from, contractEndsOn: to }) => !from || !to || to >= from, {
      path: ["contractEndsOn"],
      error: t("error.contract"),
    });
}

/** The form of an organisation that is there already, with the version it was opened at. */
export const changedOrganisationSchema = (t: T) =>
  organisationSchema(t).safeExtend({
    version: z.iso.datetime().transform((moment) => new Date(moment)),
  });
