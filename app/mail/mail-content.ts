import type { TFunction } from "i18next";
import type { Mail } from "./mails.ts";
import { digestContent, invitationContent, notificationContent } from "./news-content.ts";

/** A mail in words, before layout. */
export type MailContent = {
  subject: string;
  paragraphs: string[];
  /** What a person wrote, set apart from our own words. */
  quote?: { heading?: string; text: string };
  action?: { label: string; url: string };
  secondary?: { label: string; url: string };
  /** A question with its possible answers, each a link. */
  choices?: { question: string; links: { label: string; url: string }[] };
  /** What happened in several threads, each with a line per event. */
  groups?: { title: string; url: string; lines: { text: string; url: string }[]; more?: string }[];
  /** Small print below the action. */
  notes: string[];
  /** Links below everything else: how to get fewer such mails. */
  ways?: { label: string; url: string }[];
};

type T = TFunction<["mail"]>;
/** Words of the things that people are told of, which the inbox uses as well. */
export type NewsWords = TFunction<["notifications"]>;

/** Puts a mail into the words of `t`'s language. */
export function mailContent(
  mail: Mail,
  { t, news, portal }: { t: T; news: NewsWords; portal: string },
): MailContent {
  switch (mail.kind) {
    case "signup":
      return {
        subject: t("signup.subject"),
        paragraphs: [t("signup.intro", { portal }), t("signup.next")],
        action: { label: t("signup.action"), url: mail.params.url },
        notes: [hours(t, mail.params.hours), t("ignore")],
      };
    case "account-exists":
      return {
        subject: t("account-exists.subject"),
        paragraphs: [t("account-exists.intro", { portal }), t("account-exists.next")],
        action: { label: t("account-exists.action"), url: mail.params.loginUrl },
        secondary: { label: t("account-exists.reset"), url: mail.params.resetUrl },
        notes: [t("ignore")],
      };
    case "domain-unknown":
      return {
        subject: t("domain-unknown.subject"),
        paragraphs: [
          t("domain-unknown.intro", { portal, domain: mail.params.domain }),
          t("domain-unknown.next"),
        ],
        notes: [t("ignore")],
      };
    case "reset-password":
      return {
        subject: t("reset-password.subject"),
        paragraphs: [t("reset-password.intro"), t("reset-password.next")],
        action: { label: t("reset-password.action"), url: mail.params.url },
        notes: [
          sentences(t("validMinutes", { count: Number(mail.params.minutes) }), t("once")),
          t("ignore"),
        ],
      };
    case "password-changed":
      return {
        subject: t("password-changed.subject"),
        paragraphs: [
          t("password-changed.intro", { portal }),
          t("password-changed.next"),
          t("password-changed.alarm"),
        ],
        action: { label: t("password-changed.action"), url: mail.params.resetUrl },
        notes: [],
      };
    case "change-email":
      return {
        subject: t("change-email.subject"),
        paragraphs: [t("change-email.intro", { portal }), t("change-email.next")],
        action: { label: t("change-email.action"), url: mail.params.url },
        notes: [hours(t, mail.params.hours), t("ignore")],
      };
    case "email-changed":
      return {
        subject: t("email-changed.subject"),
        paragraphs: [
          t("email-changed.intro", { portal, newAddress: mail.params.newAddress }),
          t("email-changed.next"),
          t("email-changed.alarm"),
        ],
        notes: [],
      };
    case "invitation":
      return invitation(mail.params, { t, portal });
    case "notification":
      return notificationContent(mail.params, { t, news });
    case "digest":
      return digestContent(mail.params, { t, news });
    case "calendar-invitation":
      return invitationContent(mail.params, { t, news });
  }
}

function invitation(
  { inviter, organisation, message, url, days }: Extract<Mail, { kind: "invitation" }>["params"],
  { t, portal }: { t: T; portal: string },
): MailContent {
  return {
    subject: t("invitation.subject", { inviter, portal }),
    paragraphs: [
      organisation
        ? t("invitation.introOrganisation", { inviter, organisation, portal })
        : t("invitation.intro", { inviter, portal }),
      t("invitation.next"),
    ],
    quote: message ? { heading: t("invitation.message", { inviter }), text: message } : undefined,
    action: { label: t("invitation.action"), url },
    notes: [sentences(t("validDays", { count: Number(days) }), t("once")), t("ignore")],
  };
}

function hours(t: T, count: string): string {
  return sentences(t("validHours", { count: Number(count) }), t("once"));
}

/** Japanese sentences follow each other without a space, English ones with one. */
function sentences(...parts: string[]): string {
  return parts.reduce((text, part) => (text.endsWith("。") ? text + part : `${text} ${part}`));
}
