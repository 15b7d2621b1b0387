import type { japanese } from "./resources-ja.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof japanese;
    keySeparator: false;
    nsSeparator: ":";
    returnNull: false;
  }
}
