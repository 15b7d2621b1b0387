import type { MailKind } from "#db/vocabulary.ts";

/**
 * What each kind of mail has to be told; all addresses (`…Url`, `url`) are absolute. Values are
 * plain text: the templates escape them.
 */
export type MailParams = {
  signup: { url: string; hours: string };
  "account-exists": { loginUrl: string; resetUrl: string };
  "domain-unknown": { domain: string };
  "reset-password": { url: string; minutes: string };
  "password-changed": { resetUrl: string };
  /** To the new address, which becomes the account's when the link is opened. */
  "change-email": { url: string; hours: string };
  /** To the former address, after the change. */
  "email-changed": { newAddress: string };
  invitation: {
    inviter: string;
    organisation: string;
    /** A few words of the inviter; may be empty. */
    message: string;
    url: string;
    days: string;
  };
  "question-answered": {
    questionTitle: string;
    questionUrl: string;
    answerer: string;
    excerpt: string;
  };
};

/** A mail as its kind and what that kind needs. */
export type Mail = { [K in MailKind]: { kind: K; params: MailParams[K] } }[MailKind];
