import type { Page } from "@playwright/test";
import { afterwardsEventPages } from "./afterwards-event-pages.ts";
import { certificationPages } from "./certification-pages.ts";
import { doorEventPages } from "./door-event-pages.ts";
import { eventCalendarPages } from "./event-calendar-pages.ts";
import { examPages } from "./exam-pages.ts";
import { field } from "./fields.ts";
import { guestsEventPages } from "./guests-event-pages.ts";
import { listingEventPages } from "./listing-event-pages.ts";
import { DEMO_PASSWORD } from "./log-in.ts";
import { organisingEventPages } from "./organising-event-pages.ts";
import { pairSessionPages } from "./pair-session-pages.ts";
import { type Places, SECURED } from "./places.ts";

export type Visit = {
  path: string;
  /** Who visits: an account as `open` takes it, or a visitor. */
  as?: string;
  /** Leads to what the address alone does not show. */
  then?(page: Page): Promise<void>;
};

const visitor = (path: string, then?: Visit["then"]): Visit => ({ path, then });
const by = (as: string) => (path: string, then?: Visit["then"]) => ({ path, as, then });
const member = by("member");
const supporter = by("supporter");
const staff = by("staff");
const admin = by("admin");
const secured = by(SECURED);

/**
 * Every page of the portal by the file of its route, visited by those to whom it looks different.
 * A test compares the files: a page that is not named here is not looked at.
 */
export function pagesOf(places: Places): Record<string, Visit[]> {
  const { answer, comment, organisation, secured: careful, solved, unanswered } = places;
  const here = `/questions/${unanswered}`;
  const workspace = `/staff/organisations/${organisation}`;
  const person = places.member.handle;
  return {
    "$.tsx": [visitor("/no-such-page")],
    "_index.tsx": [visitor("/"), member("/"), staff("/")],
    "answers.$answerId.edit.tsx": [staff(`/answers/${answer}/edit`)],
    "comments.$commentId.edit.tsx": [staff(`/comments/${comment}/edit`)],
    "credentials.$publicId.tsx": [
      visitor(`/credentials/${places.credential}`),
      supporter(`/credentials/${places.credential}`),
    ],
    ...certificationPages(places.programme),
    ...afterwardsEventPages(places.afterwards),
    ...doorEventPages(places.doors),
    ...eventCalendarPages(),
    ...guestsEventPages(places.guests),
    ...examPages(places.exams),
    "forgot.tsx": [visitor("/forgot")],
    "forgot_.sent.tsx": [visitor("/forgot/sent")],
    "invite.$token.tsx": [visitor(`/invite/${places.invitation}`), visitor("/invite/unknown")],
    "login.tsx": [visitor("/login"), visitor("/login", logInWrongly)],
    "login_.second-factor.tsx": [visitor("/login", (page) => halfLogIn(page, careful.email))],
    "logout.tsx": [member("/logout")],
    "notifications.tsx": [member("/notifications")],
    "organisations.$organisationId.tsx": [
      member(`/organisations/${organisation}`),
      by("lead")(`/organisations/${organisation}`),
    ],
    "organisations.$organisationId_.invitations.new.tsx": [
      by("lead")(`/organisations/${organisation}/invitations/new`),
    ],
    ...listingEventPages(places.listing),
    ...organisingEventPages(places.organising),
    ...pairSessionPages(places.pair),
    "people.$handle.tsx": [visitor(`/people/${person}`), member(`/people/${person}`)],
    "people.$handle_.points.tsx": [staff(`/people/${person}/points`)],
    "people._index.tsx": [member("/people"), member("/people?q=ソンナヒトハイナイ")],
    "questions.$questionId.tsx": [
      visitor(`/questions/${solved}`),
      member(`/questions/${solved}`),
      staff(`/questions/${solved}`, openMenus),
      supporter(`/questions/${places.offered}`),
      member(here, previewAnswer),
      staff(`/questions/${places.closed}`),
      staff(`/questions/${places.duplicate}`),
    ],
    "questions.$questionId_.answers.new.tsx": [member(`${here}/answers/new`)],
    "questions.$questionId_.closure.tsx": [staff(`${here}/closure`)],
    "questions.$questionId_.comments.new.tsx": [member(`${here}/comments/new`)],
    "questions.$questionId_.duplicate.tsx": [staff(`${here}/duplicate`)],
    "questions.$questionId_.edit.tsx": [staff(`${here}/edit`)],
    "questions.$questionId_.hand-over.tsx": [supporter(`/questions/${places.offered}/hand-over`)],
    "questions.$questionId_.history.tsx": [visitor(`/questions/${solved}/history`)],
    "questions.$questionId_.information-request.tsx": [staff(`${here}/information-request`)],
    "questions._index.tsx": [
      visitor("/questions"),
      member("/questions?state=unanswered&area=forms"),
      visitor("/questions?tag=ソンナタグハナイ"),
    ],
    "questions.for-me.tsx": [supporter("/questions/for-me")],
    "questions.new.tsx": [member("/questions/new"), member("/questions/new", askWrongly)],
    "reset.$token.tsx": [visitor(`/reset/${places.reset}`), visitor("/reset/unknown")],
    "revisions.$kind.$postId.tsx": [visitor(`/revisions/answer/${places.edited}`)],
    "search.tsx": [
      visitor("/search"),
      visitor("/search?q=フォーム"),
      member("/search?q=ソンナシツモンハナイ"),
    ],
    "settings.helping.tsx": [supporter("/settings/helping")],
    "settings.helping_.absences.new.tsx": [supporter("/settings/helping/absences/new")],
    "settings.notifications.tsx": [member("/settings/notifications")],
    "settings.profile.tsx": [member("/settings/profile")],
    "settings.security.tsx": [member("/settings/security"), secured("/settings/security")],
    "settings.security_.email.tsx": [member("/settings/security/email")],
    "settings.security_.password.tsx": [member("/settings/security/password")],
    "settings.security_.recovery-codes.tsx": [secured("/settings/security/recovery-codes")],
    "settings.security_.totp.tsx": [
      staff("/settings/security/totp"),
      staff("/settings/security/totp", beginEnrolment),
      secured("/settings/security/totp"),
    ],
    "settings.security_.totp_.removal.tsx": [secured("/settings/security/totp/removal")],
    // The frame of the pages above.
    "settings.tsx": [],
    // Exists in an empty portal only, where a test of its own looks at it.
    "setup.tsx": [],
    "signup.tsx": [visitor("/signup")],
    "signup_.$token.tsx": [visitor(`/signup/${places.signup}`), visitor("/signup/unknown")],
    "signup_.sent.tsx": [visitor("/signup/sent")],
    "staff._index.tsx": [staff("/staff")],
    "staff.areas.$areaId.tsx": [staff(`/staff/areas/${places.area}`)],
    "staff.areas._index.tsx": [staff("/staff/areas")],
    "staff.areas.new.tsx": [staff("/staff/areas/new")],
    "staff.audit.tsx": [admin("/staff/audit")],
    "staff.calendar.tsx": [admin("/staff/calendar")],
    "staff.calendar_.closures.new.tsx": [admin("/staff/calendar/closures/new")],
    "staff.invitations._index.tsx": [staff("/staff/invitations")],
    "staff.invitations.new.tsx": [admin("/staff/invitations/new")],
    "staff.organisations.$organisationId.tsx": [staff(workspace)],
    "staff.organisations._index.tsx": [staff("/staff/organisations")],
    "staff.organisations.new.tsx": [staff("/staff/organisations/new")],
    "staff.outbox.$mailId.tsx": [admin(`/staff/outbox/${places.mail}`)],
    "staff.outbox.tsx": [admin("/staff/outbox")],
    "staff.people.$handle.tsx": [admin(`/staff/people/${person}`)],
    "staff.people.$handle_.organisation.tsx": [
      staff(`/staff/people/${person}/organisation`),
      staff(`/staff/people/${person}/organisation?q=株式会社`),
    ],
    "staff.people.$handle_.suspension.tsx": [staff(`/staff/people/${person}/suspension`)],
    "staff.people._index.tsx": [staff("/staff/people")],
    "staff.queue.tsx": [staff("/staff/queue")],
    "staff.settings.tsx": [admin("/staff/settings")],
    "staff.styleguide.tsx": [staff("/staff/styleguide")],
    // The frame of the pages above.
    "staff.tsx": [],
    "staff.unanswered.tsx": [staff("/staff/unanswered")],
    "staff.voting-rings.$ringId_.dismissal.tsx": [
      staff(`/staff/voting-rings/${places.ring}/dismissal`),
    ],
    "staff.voting-rings._index.tsx": [
      staff("/staff/voting-rings"),
      staff("/staff/voting-rings?state=dismissed"),
    ],
    "unsubscribe.$token.tsx": [
      visitor(`/unsubscribe/${places.unsubscribing}`),
      visitor("/unsubscribe/unknown"),
    ],
    "verify-email.$token.tsx": [member(`/verify-email/${places.newAddress}`)],
  };
}

async function logInWrongly(page: Page): Promise<void> {
  await page.getByRole("textbox").first().fill("nobody@portal.example");
  await page.locator("input[type=password]").fill("wrong password");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
}

async function halfLogIn(page: Page, email: string): Promise<void> {
  await page.getByRole("textbox").first().fill(email);
  await page.locator("input[type=password]").fill(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/login/second-factor");
}

async function beginEnrolment(page: Page): Promise<void> {
  const start = page.getByRole("button", { name: /設定を始める|Set up/ });
  if (await start.isVisible()) await start.click();
  await page.getByRole("img", { name: /QR/ }).waitFor();
}

async function openMenus(page: Page): Promise<void> {
  await page.getByRole("button", { name: /アカウント|Account/ }).click();
  await page
    .getByRole("button", { name: /^(削除|Delete)$/ })
    .first()
    .click();
  await page.getByRole("dialog").waitFor();
}

async function previewAnswer(page: Page): Promise<void> {
  const answer = page.getByRole("textbox", { name: /^(回答|Answer)/ });
  await answer.fill(
    "# 見出し\n\n- **太字**と[リンク](https://example.com)\n\n```js\nconst a = 1; // 注\n```",
  );
  await page.getByRole("button", { name: /太字|Bold/ }).waitFor();
  await page.getByRole("button", { name: /プレビュー|Preview/ }).click();
  await page.getByRole("heading", { name: "見出し" }).waitFor();
}

async function askWrongly(page: Page): Promise<void> {
  await field(page, "(タイトル|Title)").fill("\u200b\u200b\u200b\u200b?");
  await field(page, "(製品領域|Product area)").selectOption({ index: 1 });
  await field(page, "(内容|Details)").fill("…");
  await page.getByRole("button", { name: /質問を投稿する|Post/ }).click();
  await page.getByRole("alert").waitFor();
}
