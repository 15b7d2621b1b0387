import { CERTIFICATION } from "./certification-table.ts";
import {
  admin,
  asker,
  type Entry,
  everyone,
  type Form,
  form,
  helper,
  helping,
  members,
  ofAnswer,
  ofCertification,
  ofComment,
  ofCredential,
  ofQuestion,
  page,
  scripts,
  staff,
  staffOf,
  verb,
  visitors,
} from "./entries.ts";
import { AFTERWARDS } from "./events/afterwards-table.ts";
import { CALENDARS } from "./events/calendar-table.ts";
import { DOOR } from "./events/door-table.ts";
import { GUESTS } from "./events/guests-table.ts";
import { LISTING } from "./events/listing-table.ts";
import { ORGANISING } from "./events/organising-table.ts";
import { EXAMS } from "./exam-table.ts";
import { PAIR_SESSIONS } from "./pair-session-table.ts";

const text = { body: "こうすると動きます。" };
const key = () => ({ key: crypto.randomUUID() });
const filled: Form = ({ area }) => ({
  title: "書き直したタイトルです",
  area: String(area.id),
  scope: "public",
  version: "1",
  ...text,
});
const notOwn = { ...members(302), author: 403 };
/** What each route answers to whom. A route that is not here fails the walk: enter it. */
export const TABLE: Record<string, Entry> = {
  $: page("/nowhere", everyone(404)),
  _index: page("/", everyone(200)),
  "robots[.]txt": page("/robots.txt", everyone(200)),
  "sitemap[.]xml": page("/sitemap.xml", everyone(200)),
  locale: verb("/locale", everyone(404)),
  "colour-scheme": verb("/colour-scheme", everyone(404)),
  search: page("/search?q=csv", everyone(200)),

  "questions._index": page("/questions", everyone(200)),
  "questions[.]atom": page("/questions.atom", everyone(200)),
  "questions.similar": page("/questions/similar?title=csv", everyone(200)),
  "questions.new": form("/questions/new", members(200), members(400)),
  "questions.$questionId": ofQuestion("", { get: everyone(200) }),
  "questions.$questionId_.history": ofQuestion("/history", { get: everyone(200) }),
  "questions.$questionId_.answers.new": ofQuestion(
    "/answers/new",
    { get: members(200), post: members(302) },
    () => ({ ...text, ...key() }),
  ),
  "questions.$questionId_.comments.new": ofQuestion(
    "/comments/new",
    { get: members(200), post: members(302) },
    () => ({ ...text, ...key() }),
  ),
  "questions.$questionId_.edit": ofQuestion("/edit", { get: asker(200), post: asker(302) }, filled),
  "questions.$questionId_.closure": ofQuestion(
    "/closure",
    { get: asker(200), post: asker(302) },
    () => ({ reason: "off-topic", note: "" }),
  ),
  // Nothing to reopen, to end or to unmark: refused to everyone, also by staff.
  "questions.$questionId_.closure_.removal": ofQuestion("/closure/removal", { post: members(403) }),
  "questions.$questionId_.duplicate": ofQuestion(
    "/duplicate",
    { get: asker(200), post: asker(302) },
    ({ canonicalId }) => ({ canonical: String(canonicalId) }),
  ),
  "questions.$questionId_.duplicate_.removal": ofQuestion("/duplicate/removal", {
    post: members(403),
  }),
  "questions.$questionId_.information-request": ofQuestion(
    "/information-request",
    { get: { ...staff(200), supporter: 200 }, post: { ...staff(302), supporter: 302 } },
    () => ({ message: "版を教えてください。" }),
  ),
  "questions.$questionId_.information-request_.removal": ofQuestion(
    "/information-request/removal",
    { post: members(403) },
  ),
  // It has an answer: its author cannot take it back any more.
  "questions.$questionId_.deletion": ofQuestion("/deletion", { post: staff(302) }),
  "questions.$questionId_.deletion_.removal": ofQuestion("/deletion/removal", {
    post: members(404),
  }),
  "questions.$questionId_.helpful-vote": ofQuestion("/helpful-vote", { post: notOwn }),
  "questions.$questionId_.helpful-vote_.removal": ofQuestion("/helpful-vote/removal", {
    post: notOwn,
  }),
  // Answered, so that nobody is looked for: helpers and staff are told, others have no business.
  "questions.$questionId_.take": ofQuestion("/take", { post: helping(302) }),
  "questions.$questionId_.take_.removal": ofQuestion("/take/removal", { post: helping(302) }),
  "questions.$questionId_.offer-refusal": ofQuestion("/offer-refusal", { post: helping(302) }),
  "questions.$questionId_.hand-over": ofQuestion(
    "/hand-over",
    { get: members(403), post: members(403) },
    () => ({ to: "999" }),
  ),
  "questions.for-me": page("/questions/for-me", helper(200)),
  "questions.$questionId_.watch": ofQuestion("/watch", { post: members(302) }),
  "questions.$questionId_.watch_.removal": ofQuestion("/watch/removal", { post: members(302) }),

  "answers.$answerId.acceptance": ofAnswer("/acceptance", { post: asker(302) }),
  "answers.$answerId.acceptance_.removal": ofAnswer("/acceptance/removal", { post: asker(302) }),
  "answers.$answerId.deletion": ofAnswer("/deletion", { post: staff(302) }),
  "answers.$answerId.deletion_.removal": ofAnswer("/deletion/removal", { post: members(404) }),
  "answers.$answerId.edit": ofAnswer("/edit", { get: staff(200), post: staff(302) }, () => ({
    ...text,
    version: "1",
  })),
  "answers.$answerId.helpful-vote": ofAnswer("/helpful-vote", { post: members(302) }),
  "answers.$answerId.helpful-vote_.removal": ofAnswer("/helpful-vote/removal", {
    post: members(302),
  }),
  "answers.$answerId.verification": ofAnswer("/verification", { post: staff(302) }),
  "answers.$answerId.verification_.removal": ofAnswer("/verification/removal", {
    post: staff(302),
  }),
  "comments.$commentId.edit": ofComment("/edit", { get: staff(200), post: staff(302) }, () => ({
    ...text,
    version: "1",
  })),
  "comments.$commentId.deletion": ofComment("/deletion", { post: staff(302) }),
  "comments.$commentId.deletion_.removal": ofComment("/deletion/removal", { post: members(404) }),
  "revisions.$kind.$postId": {
    at: (_world, { questionId }) => `/revisions/question/${questionId}`,
    get: everyone(200),
    ofThread: true,
  },

  "areas.$slug.follow": { at: ({ area }) => `/areas/${area.slug}/follow`, post: members(302) },
  "areas.$slug.follow_.removal": {
    at: ({ area }) => `/areas/${area.slug}/follow/removal`,
    post: members(302),
  },
  "tags.$name.follow": verb("/tags/csv/follow", members(302)),
  "tags.$name.follow_.removal": verb("/tags/csv/follow/removal", members(302)),
  drafts: verb("/drafts", scripts(400)),
  "drafts_.removal": verb("/drafts/removal", members(302)),
  "markdown-preview": verb("/markdown-preview", scripts(200)),
  mentions: page("/mentions?q=a", scripts(200)),
  files: verb("/files", scripts(400)),
  "files.$fileId": page("/files/00000000-0000-4000-8000-000000000000", everyone(404)),

  login: form("/login", visitors(200), visitors(400)),
  "login_.second-factor": form("/login/second-factor", everyone(302), everyone(302)),
  logout: form("/logout", { ...everyone(200), anonymous: 302 }, everyone(302)),
  signup: form("/signup", visitors(200), visitors(400)),
  "signup_.sent": page("/signup/sent", everyone(200)),
  "signup_.$token": form("/signup/nonesuch", everyone(404), everyone(404)),
  forgot: form("/forgot", everyone(200), everyone(400)),
  "forgot_.sent": page("/forgot/sent", everyone(200)),
  "reset.$token": form("/reset/nonesuch", everyone(404), everyone(404)),
  "invite.$token": form("/invite/nonesuch", everyone(404), everyone(404)),
  "verify-email.$token": form("/verify-email/nonesuch", members(404), members(404)),
  "unsubscribe.$token": form("/unsubscribe/nonesuch", everyone(404), everyone(404)),
  "unsubscribe.$token_.removal": verb("/unsubscribe/nonesuch/removal", everyone(404)),
  // Closed for good by the first admin.
  setup: form("/setup", everyone(404), everyone(404)),

  "credentials.$publicId": ofCredential(""),
  "credentials.$publicId[.]json": ofCredential(".json"),
  "credentials.$publicId[.]jwt": ofCredential(".jwt"),
  "credentials.$publicId[.]png": ofCredential(".png"),
  "credentials.$publicId[.]svg": ofCredential(".svg"),
  // Of no credential: who may is tested where the page is.
  "credentials.$publicId_.hiding": verb("/credentials/nonesuch/hiding", members(404)),
  "credentials.$publicId_.hiding_.removal": verb(
    "/credentials/nonesuch/hiding/removal",
    members(404),
  ),
  "certifications.$slug_.badge[.]svg": ofCertification("/badge.svg"),
  "certifications.$slug_.badge[.]png": ofCertification("/badge.png"),
  issuer: page("/issuer", everyone(200)),
  "[.]well-known.jwks[.]json": page("/.well-known/jwks.json", everyone(200)),
  "status-lists.$number": page("/status-lists/0", everyone(200)),
  "status-lists.$number[.]jwt": page("/status-lists/0.jwt", everyone(200)),
  "revocation-list": page("/revocation-list", everyone(200)),

  notifications: page("/notifications", members(200)),
  "notifications_.threads.$threadKey.read": {
    ...verb("/notifications/threads/question:999/read", members(302)),
    form: () => ({ redirectTo: "/notifications" }),
  },
  // Answers only what asks for events, as a script of the page does.
  "notifications_.stream": page("/notifications/stream", { ...everyone(406), anonymous: 204 }),
  "notifications_.read": verb("/notifications/read", members(302)),
  "people._index": page("/people", members(200)),
  // A colleague who wrote nothing in public: no visitor finds a profile.
  "people.$handle": {
    at: ({ silent }) => `/people/${silent.handle}`,
    get: { ...everyone(200), anonymous: 404 },
  },
  "people.$handle_.points": {
    at: ({ asker }) => `/people/${asker.handle}/points`,
    get: { ...everyone(404), author: 200, staff: 200, admin: 200 },
  },
  "organisations.$organisationId": {
    at: ({ home }) => `/organisations/${home.id}`,
    get: { ...members(200), stranger: 404 },
  },
  "organisations.$organisationId_.invitations.new": {
    at: ({ home }) => `/organisations/${home.id}/invitations/new`,
    get: { ...staff(200), stranger: 404, lead: 200 },
    post: { ...staff(400), stranger: 404, lead: 400 },
  },
  "invitations.$invitationId.removal": verb("/invitations/999/removal", members(404)),

  settings: page("/settings", members(302)),
  "settings._index": page("/settings", members(302)),
  "settings.profile": form("/settings/profile", members(200), members(400)),
  "settings.profile_.avatar": verb("/settings/profile/avatar", members(302)),
  "settings.profile_.avatar_.removal": verb("/settings/profile/avatar/removal", members(302)),
  "settings.notifications": form("/settings/notifications", members(200), members(400)),
  "settings.helping": form("/settings/helping", helper(200), helper(400)),
  "settings.helping_.absences.new": form(
    "/settings/helping/absences/new",
    helping(200),
    helping(400),
  ),
  "settings.helping_.absences.$absenceId.removal": verb(
    "/settings/helping/absences/999/removal",
    members(404),
  ),
  "settings.security": page("/settings/security", members(200)),
  "settings.security_.email": form("/settings/security/email", members(200), members(400)),
  "settings.security_.password": form("/settings/security/password", members(200), members(400)),
  "settings.security_.recovery-codes": {
    ...form("/settings/security/recovery-codes", members(302), members(302)),
    asData: { post: members(400) },
  },
  "settings.security_.sessions.$sessionId.removal": {
    ...form("/settings/security/sessions/nonesuch/removal", everyone(302), members(302)),
    asData: { get: members(302) },
  },
  "settings.security_.sessions.others.removal": {
    ...form("/settings/security/sessions/others/removal", everyone(302), members(302)),
    asData: { get: members(302) },
  },
  "settings.security_.totp": form("/settings/security/totp", members(200), members(400)),
  "settings.security_.totp_.removal": {
    ...form("/settings/security/totp/removal", members(302), members(302)),
    asData: { post: members(400) },
  },
  "settings.security_.totp_.start": {
    ...form("/settings/security/totp/start", everyone(302), members(302)),
    asData: { get: members(302) },
  },

  staff: page("/staff", staff(200)),
  "staff._index": page("/staff", staff(200)),
  "staff.queue": page("/staff/queue", staff(200)),
  "staff.calendar": form("/staff/calendar", admin(200), admin(400)),
  "staff.calendar_.closures.new": form("/staff/calendar/closures/new", admin(200), admin(400)),
  "staff.calendar_.closures.$day.removal": verb(
    "/staff/calendar/closures/2030-01-01/removal",
    admin(302),
  ),
  "staff.styleguide": page("/staff/styleguide", staff(200)),
  "staff.unanswered": page("/staff/unanswered", staff(200)),
  "staff.areas._index": page("/staff/areas", staff(200)),
  "staff.areas.new": form("/staff/areas/new", staff(200), staff(400)),
  "staff.areas.$areaId": staffOf(({ area }) => `/staff/areas/${area.id}`, staff(200), staff(400)),
  "staff.areas.$areaId_.position": staffOf(
    ({ area }) => `/staff/areas/${area.id}/position`,
    undefined,
    staff(404),
  ),
  "staff.areas.$areaId_.retirement": verb("/staff/areas/999/retirement", staff(404)),
  "staff.areas.$areaId_.retirement_.removal": staffOf(
    ({ area }) => `/staff/areas/${area.id}/retirement/removal`,
    undefined,
    staff(302),
  ),
  "staff.audit": page("/staff/audit", admin(200)),
  "staff.invitations._index": page("/staff/invitations", staff(200)),
  "staff.invitations.new": form("/staff/invitations/new", admin(200), admin(400)),
  "staff.organisations._index": page("/staff/organisations", staff(200)),
  "staff.organisations.new": form("/staff/organisations/new", staff(200), staff(400)),
  "staff.organisations.$organisationId": staffOf(
    ({ home }) => `/staff/organisations/${home.id}`,
    staff(200),
    staff(400),
  ),
  "staff.organisations.$organisationId_.leads": staffOf(
    ({ home }) => `/staff/organisations/${home.id}/leads`,
    undefined,
    staff(404),
  ),
  "staff.organisations.$organisationId_.leads_.removal": staffOf(
    ({ home }) => `/staff/organisations/${home.id}/leads/removal`,
    undefined,
    staff(404),
  ),
  "staff.outbox": page("/staff/outbox", admin(200)),
  "staff.outbox.$mailId": page("/staff/outbox/999999", admin(404)),
  "staff.outbox.$mailId_.body": page("/staff/outbox/999999/body", admin(404)),
  "staff.outbox.$mailId_.delivery": verb("/staff/outbox/999999/delivery", admin(302)),
  "staff.people._index": page("/staff/people", staff(200)),
  "staff.voting-rings._index": page("/staff/voting-rings", staff(200)),
  "staff.voting-rings.$ringId_.dismissal": form(
    "/staff/voting-rings/999/dismissal",
    staff(404),
    staff(404),
  ),
  "staff.people.$handle": staffOf(
    ({ colleague }) => `/staff/people/${colleague.handle}`,
    staff(200),
  ),
  "staff.people.$handle_.organisation": staffOf(
    ({ colleague }) => `/staff/people/${colleague.handle}/organisation`,
    staff(200),
    staff(404),
  ),
  "staff.people.$handle_.role": staffOf(
    ({ colleague }) => `/staff/people/${colleague.handle}/role`,
    undefined,
    admin(404),
  ),
  "staff.people.$handle_.suspension": staffOf(
    ({ colleague }) => `/staff/people/${colleague.handle}/suspension`,
    staff(200),
    staff(400),
  ),
  "staff.people.$handle_.suspension_.removal": staffOf(
    ({ colleague }) => `/staff/people/${colleague.handle}/suspension/removal`,
    undefined,
    staff(302),
  ),
  "staff.settings": form("/staff/settings", admin(200), admin(400)),
  ...AFTERWARDS,
  ...CALENDARS,
  ...CERTIFICATION,
  ...EXAMS,
  ...GUESTS,
  ...LISTING,
  ...ORGANISING,
  ...PAIR_SESSIONS,
  ...DOOR,
};
