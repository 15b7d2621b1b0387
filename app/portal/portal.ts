import type { Scope } from "#db/vocabulary.ts";

/** What admins set for the whole portal. */
export type PortalSettings = {
  /** Name of the community, shown in the header and in mails. */
  name: string;
  /** Name of the company that runs it. */
  vendorName: string;
  /** One sentence for visitors on the home page. */
  tagline: string;
  defaultQuestionScope: Extract<Scope, "public" | "customers">;
};

export const DEFAULT_SETTINGS: PortalSettings = {
  name: "カスタマーコミュニティ",
  vendorName: "",
  tagline: "",
  defaultQuestionScope: "customers",
};
