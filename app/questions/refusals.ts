import type { TFunction } from "i18next";
import { BODY_MAX } from "./questions.ts";

type T = TFunction<["questions"]>;
type BodyReason = "body-empty" | "body-too-long" | "body-too-complex";

/** The words beside the body field for what the renderer refused. */
export function bodyErrors(t: T, reason: BodyReason): { body: string[] } {
  return { body: [t(`error.${reason}`, { max: BODY_MAX })] };
}

/** The words beside the right field for each refusal of a question. */
export function questionErrors(
  t: T,
  reason: BodyReason | "area-unknown" | "scope-not-allowed",
): Record<string, string[]> {
  if (reason === "area-unknown") return { area: [t("error.area.unknown")] };
  if (reason === "scope-not-allowed") return { scope: [t("error.scope")] };
  return bodyErrors(t, reason);
}
