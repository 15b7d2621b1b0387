/**
 * The shape of the demo community: plain data, no database types.
 *
 * Ages are relative so that the community never looks abandoned: the seed turns `daysAgo` and
 * `contractMonthsAgo` into dates at the moment it runs. There is one clock per question: every
 * `…MinutesAfter` and `minutesAfter` inside a question, comments on answers included, counts the
 * minutes since that question was asked.
 */

/** A customer company of the fictional vendor. */
export type SeedOrganisation = {
  key: string;
  name: string;
  tier: "S" | "1" | "2" | "3";
  phase: "introduction" | "trial" | "established";
  industry: string;
  region: string;
  employees: number;
  /** Mail domain, always under `.example`. */
  domain: string;
  contractMonthsAgo: number;
  contractMonths: number;
};

/** Somebody at a customer company, or on the vendor's staff when `organisation` is null. */
export type SeedPerson = {
  key: string;
  /** Lower-case ASCII, words joined by hyphens. */
  handle: string;
  name: string;
  reading: string;
  title: string;
  bio: string;
  /** Key of an organisation. */
  organisation: string | null;
  role: "member" | "staff" | "admin";
  lead?: boolean;
  locale: "ja" | "en";
  /** IANA name. */
  timeZone: string;
  /** Slugs of product areas. */
  skills: string[];
  showsOrganisation?: boolean;
  /** Only where it differs from handle@domain of the organisation. */
  email?: string;
};

/** A curated part of the fictional product. */
export type SeedProductArea = {
  slug: string;
  nameJa: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
};

/** A comment on a question or an answer; `by` is a person's key. */
export type SeedComment = { by: string; minutesAfter: number; body: string };

/** An answer; bodies are Markdown, `by` and `helpfulBy` are keys of people. */
export type SeedAnswer = {
  by: string;
  minutesAfter: number;
  body: string;
  accepted?: boolean;
  acceptedMinutesAfter?: number;
  /** Confirmed by the vendor's staff. */
  verified?: boolean;
  /** Product version the answer was written for. */
  trueForVersion?: string;
  helpfulBy?: string[];
  comments?: SeedComment[];
  /** The body as later improved by its author; `body` then is the first version. */
  editedTo?: string;
};

/** A question with everything that happened to it. */
export type SeedQuestion = {
  key: string;
  by: string;
  /** Age in days, decimals allowed. */
  daysAgo: number;
  /** Slug of a product area. */
  area: string;
  scope: "public" | "customers" | "organisation";
  tags: string[];
  title: string;
  body: string;
  answers: SeedAnswer[];
  comments?: SeedComment[];
  helpfulBy?: string[];
  /** Key of the question that readers are led to. */
  duplicateOf?: string;
  closed?: {
    reason: "off-topic" | "not-reproducible" | "resolved-elsewhere" | "no-longer-relevant";
    note: string;
    by: string;
  };
  needsInfo?: { by: string; message: string };
};

/** An item of the question bank; texts are Markdown. For `order`, the options stand in the right order. */
export type SeedExamItem = {
  code: string;
  /** Slug of a product area. */
  area: string;
  kind: "single" | "multiple" | "order";
  stem: string;
  options: string[];
  /** Numbers of the right options, from 1; none for `order`. */
  right: number[];
  explanation: string;
  /** Share of those who sit the exam that know it. */
  known: number;
  /** Those who are good at the rest fall for a wrong option, or only guess. */
  misleading?: true;
};
