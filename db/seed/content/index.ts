import { questions as accessQuestions } from "./questions-access.ts";
import { questions as apiQuestions } from "./questions-api.ts";
import { questions as automationQuestions } from "./questions-automation.ts";
import { questions as billingQuestions } from "./questions-billing.ts";
import { questions as contactsQuestions } from "./questions-contacts.ts";
import { questions as emailQuestions } from "./questions-email.ts";
import { questions as formsQuestions } from "./questions-forms.ts";
import { questions as helpdeskQuestions } from "./questions-helpdesk.ts";
import { questions as reportsQuestions } from "./questions-reports.ts";
import { questions as siteBuilderQuestions } from "./questions-site-builder.ts";
import type { SeedQuestion } from "./types.ts";

export { organisations } from "./organisations.ts";
export { people } from "./people.ts";
export { productAreas } from "./product-areas.ts";

/** The fictional company that runs the portal; its staff have addresses under `domain`. */
export const vendor = {
  name: "株式会社ミオツク",
  nameEn: "Miotsuku Inc.",
  domain: "miotsuku.example",
} as const;

/** The fictional product that the community is about. */
export const product = {
  name: "ミオツク クラウド",
  nameEn: "Miotsuku Cloud",
  currentVersion: "5.2",
} as const;

/** Every question of the demo community, grouped by product area, in no order of time. */
export const questions: SeedQuestion[] = [
  ...siteBuilderQuestions,
  ...formsQuestions,
  ...contactsQuestions,
  ...emailQuestions,
  ...automationQuestions,
  ...helpdeskQuestions,
  ...reportsQuestions,
  ...accessQuestions,
  ...apiQuestions,
  ...billingQuestions,
];
