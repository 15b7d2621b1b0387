import type source from "../ja/mail.ts";
import type { Translation } from "../translation.ts";

export default {
  greeting: "Hello {{name}},",
  footer: "This message was sent automatically by {{portal}}.",
  fallback: "If the button does not open, paste this address into your browser:",
  ignore: "If this was not you, please ignore this message. Nothing will change.",
  once: "The link works once.",
  validHours_one: "The link is valid for {{count}} hour.",
  validHours_other: "The link is valid for {{count}} hours.",
  validMinutes_one: "The link is valid for {{count}} minute.",
  validMinutes_other: "The link is valid for {{count}} minutes.",
  validDays_one: "The link is valid for {{count}} day.",
  validDays_other: "The link is valid for {{count}} days.",

  "signup.subject": "Please confirm your e-mail address",
  "signup.intro": "Thank you for signing up for {{portal}}.",
  "signup.next": "Use the button below to confirm this address and finish signing up.",
  "signup.action": "Continue signing up",

  "account-exists.subject": "You already have an account",
  "account-exists.intro":
    "Someone asked to sign up for {{portal}} with this address, but it already has an account.",
  "account-exists.next": "You can simply log in. If you forgot your password, set a new one.",
  "account-exists.action": "Log in",
  "account-exists.reset": "Set a new password",

  "domain-unknown.subject": "We could not accept your sign-up",
  "domain-unknown.intro":
    "Thank you for your interest in {{portal}}. Addresses at “{{domain}}” do not belong to a registered customer, so we could not accept the sign-up.",
  "domain-unknown.next":
    "Please try again with your work address, or ask a colleague who already uses the community, or your customer success contact, for an invitation.",

  "reset-password.subject": "Set a new password",
  "reset-password.intro": "We received a request to set a new password for your account.",
  "reset-password.next": "Use the button below to choose one.",
  "reset-password.action": "Set a new password",

  "password-changed.subject": "Your password was changed",
  "password-changed.intro": "The password of your account at {{portal}} was changed.",
  "password-changed.next": "If this was you, there is nothing to do.",
  "password-changed.alarm":
    "If it was not you, set a new password now and tell your customer success contact.",
  "password-changed.action": "Set a new password",

  "change-email.subject": "Please confirm your new e-mail address",
  "change-email.intro":
    "We received a request to use this address for logging in to {{portal}} from now on.",
  "change-email.next": "Use the button below to confirm the change.",
  "change-email.action": "Change my e-mail address",

  "email-changed.subject": "Your e-mail address was changed",
  "email-changed.intro":
    "The address you use for logging in to {{portal}} was changed to {{newAddress}}.",
  "email-changed.next": "If this was you, there is nothing to do.",
  "email-changed.alarm":
    "If it was not you, tell your customer success contact at once. This address can no longer be used to log in.",

  "invitation.subject": "{{inviter}} invited you to {{portal}}",
  "invitation.intro": "{{inviter}} invited you to {{portal}}.",
  "invitation.introOrganisation":
    "{{inviter}} invited you to {{portal}} as a member of {{organisation}}.",
  "invitation.message": "Message from {{inviter}}",
  "invitation.next": "Sign up with the button below and you can start right away.",
  "invitation.action": "Accept the invitation",

  "question-answered.subject": "New answer: {{title}}",
  "question-answered.intro": "{{answerer}} answered your question “{{title}}”.",
  "question-answered.action": "Read the answer",
  "question-answered.next":
    "If it solves your question, please accept it. That helps others with the same problem.",

  "outbox.title": "Outgoing mail",
  "outbox.lead": "The mails this portal sends. Once a mail is sent, its text is erased.",
  "outbox.noServer": "No mail server (SMTP_URL) is set, so mails are not sent but wait here.",
  "outbox.filter": "Filter by state",
  "outbox.filter.all": "All",
  "outbox.list": "Mails",
  "outbox.state.waiting": "Waiting",
  "outbox.state.sent": "Sent",
  "outbox.state.failed": "Failed",
  "outbox.kind.signup": "Sign-up confirmation",
  "outbox.kind.account-exists": "Already registered",
  "outbox.kind.domain-unknown": "Sign-up refused",
  "outbox.kind.reset-password": "Password reset",
  "outbox.kind.password-changed": "Password changed",
  "outbox.kind.change-email": "Address confirmation",
  "outbox.kind.email-changed": "Address changed",
  "outbox.kind.invitation": "Invitation",
  "outbox.kind.question-answered": "Question answered",
  "outbox.empty.title": "No mails",
  "outbox.empty.text":
    "Sign-up confirmations, answer notices and all other mails will appear here.",
  "outbox.choose": "Choose a mail from the list to see it here.",
  "outbox.back": "Back to the list",
  "outbox.unprepared": "(being prepared)",
  "outbox.to": "To",
  "outbox.kind": "Kind",
  "outbox.language": "Language",
  "outbox.created": "Created",
  "outbox.sent": "Sent",
  "outbox.gaveUp": "Given up",
  "outbox.attempts": "Tries",
  "outbox.lastError": "Last error",
  "outbox.messageId": "Message-ID",
  "outbox.erased": "The mail was sent, so its text has been erased.",
  "outbox.notRendered": "The text is being prepared. Please open the mail again in a moment.",
  "outbox.audited": "The audit log notes that you opened this mail.",
  "outbox.text": "Plain text",
  "outbox.html": "As readers see it (HTML)",
  "outbox.frame": "The mail as readers see it",
  "outbox.retry": "Send again",
  "outbox.retried": "Sending was started again.",
  "outbox.notFailed": "This mail has not failed.",
} satisfies Translation<typeof source>;
