import type { Way } from "./dead-link.tsx";
import type { AuthT } from "./form-fields.ts";

export type DeadLinkWords = { title: string; text: string; ways: Way[] };

type Reason =
  | "unknown"
  | "expired"
  | "used"
  | "accepted"
  | "withdrawn"
  | "email-taken"
  | "domain-unknown"
  | "foreign-domain";

/** What a page says of a link that does not work (any more), by where the link came from. */
export function deadLinkWords(
  t: AuthT,
  kind: "signup" | "invite" | "reset" | "verify-email",
  reason: Reason,
): DeadLinkWords {
  const known: Partial<Record<Reason, DeadLinkWords>> = {
    "email-taken":
      kind === "verify-email"
        ? dead(t("link.unknown.title"), t("verifyEmail.taken"), ["security"])
        : dead(t("link.email-taken.title"), t("link.email-taken.text"), ["login", "forgot"]),
    "domain-unknown": dead(t("link.domain-unknown.title"), t("link.domain-unknown.text"), ["home"]),
    "foreign-domain": dead(t("link.unknown.title"), t("email.foreignDomain"), ["security"]),
    expired: dead(t("link.expired.title"), ...expired(t, kind)),
    used: dead(t("link.used.title"), ...used(t, kind)),
    withdrawn: dead(t("link.invite.withdrawn.title"), t("link.invite.withdrawn"), ["home"]),
    accepted: dead(t("link.invite.accepted.title"), t("link.invite.accepted"), ["login", "forgot"]),
  };
  return (
    known[reason] ??
    dead(
      t("link.unknown.title"),
      t(kind === "verify-email" ? "verifyEmail.unknown" : "link.unknown.text"),
      kind === "verify-email" ? ["security"] : ["login", "home"],
    )
  );
}

/** 404 for what never was, 410 for what is over. */
export function deadLinkStatus(reason: Reason): number {
  return reason === "unknown" ? 404 : 410;
}

function dead(title: string, text: string, ways: Way[]): DeadLinkWords {
  return { title, text, ways };
}

type Kind = Parameters<typeof deadLinkWords>[1];

function expired(t: AuthT, kind: Kind): [string, Way[]] {
  if (kind === "signup") return [t("link.signup.expired"), ["signup", "login"]];
  if (kind === "reset") return [t("link.reset.expired"), ["forgot", "login"]];
  if (kind === "verify-email") return [t("verifyEmail.expired"), ["security"]];
  return [t("link.invite.expired"), ["home"]];
}

function used(t: AuthT, kind: Kind): [string, Way[]] {
  if (kind === "reset") return [t("link.reset.used"), ["login", "forgot"]];
  if (kind === "verify-email") return [t("verifyEmail.used"), ["security"]];
  return [t("link.signup.used"), ["login", "forgot"]];
}
