import {
  type Answers,
  type Entry,
  everyone,
  form,
  members,
  page,
  staff,
  staffOf,
  verb,
} from "./entries.ts";
import type { World } from "./world.ts";

/** An application belongs to `member`; for everybody else it does not exist. */
const applicant = (answer: number): Answers => ({ ...members(404), member: answer });
/** Certifications are for people of customer companies. */
const customers = (answer: number): Answers => ({ ...members(answer), staff: 403, admin: 403 });

const ofApplication = (rest: string, answers: Pick<Entry, "get" | "post" | "form">): Entry => ({
  at: ({ applicationId }) => `/applications/${applicationId}${rest}`,
  ...answers,
});
const staffOfApplication = (rest: string, get?: Answers, post?: Answers): Entry =>
  staffOf(({ applicationId }) => `/staff/applications/${applicationId}${rest}`, get, post);
const staffOfCertification = (rest: string, get?: Answers, post?: Answers): Entry =>
  staffOf(
    ({ programme }: World) => `/staff/certifications/${programme.certificationId}${rest}`,
    get,
    post,
  );

/** What the routes of the certified supporter programme answer to whom. */
export const CERTIFICATION: Record<string, Entry> = {
  "certifications._index": page("/certifications", everyone(200)),
  "certifications.$slug": {
    at: ({ programme }) => `/certifications/${programme.slug}`,
    get: everyone(200),
  },
  "certifications.$slug_.applications": {
    at: ({ programme }) => `/certifications/${programme.slug}/applications`,
    post: customers(302),
  },
  "applications.$applicationId": ofApplication("", { get: applicant(200) }),
  "applications.$applicationId_.statement": ofApplication("/statement", {
    post: applicant(302),
    form: () => ({ statement: "よろしくお願いします。" }),
  }),
  "applications.$applicationId_.submission": ofApplication("/submission", {
    post: applicant(302),
  }),
  "applications.$applicationId_.works.new": ofApplication("/works/new", {
    get: applicant(200),
    // What is wrong with the form is said before whose it is.
    post: members(400),
  }),
  "applications.$applicationId_.works.$workId.removal": ofApplication("/works/999/removal", {
    post: applicant(302),
  }),
  "applications.$applicationId_.withdrawal": {
    at: () => "/applications/999999/withdrawal",
    post: members(404),
  },

  "credentials._index": page("/credentials", members(200)),
  "credentials.$credentialId_.renewal": verb("/credentials/999999/renewal", members(404)),

  "staff.certifications._index": page("/staff/certifications", staff(200)),
  "staff.certifications.new": form("/staff/certifications/new", staff(200), staff(400)),
  "staff.certifications.$certificationId": staffOfCertification("", staff(200)),
  "staff.certifications.$certificationId_.edit": staffOfCertification(
    "/edit",
    staff(200),
    staff(400),
  ),
  "staff.certifications.$certificationId_.preview": staffOfCertification("/preview", staff(200)),
  "staff.certifications.$certificationId_.version": verb(
    "/staff/certifications/999999/version",
    staff(404),
  ),
  "staff.certifications.$certificationId_.version_.removal": staffOfCertification(
    "/version/removal",
    undefined,
    staff(404),
  ),
  "staff.certifications.$certificationId_.publication": staffOfCertification(
    "/publication",
    undefined,
    staff(302),
  ),
  "staff.certifications.$certificationId_.retirement": verb(
    "/staff/certifications/999999/retirement",
    staff(404),
  ),
  "staff.certifications.$certificationId_.retirement_.removal": staffOfCertification(
    "/retirement/removal",
    undefined,
    staff(302),
  ),
  "staff.certifications.$certificationId_.badge": staffOfCertification(
    "/badge",
    undefined,
    staff(302),
  ),
  "staff.certifications.$certificationId_.badge_.removal": staffOfCertification(
    "/badge/removal",
    undefined,
    staff(404),
  ),
  "staff.applications._index": page("/staff/applications", staff(200)),
  "staff.applications.$applicationId": staffOfApplication("", staff(200), staff(400)),
  // A draft waits for nobody.
  "staff.applications.$applicationId_.review": staffOfApplication("/review", undefined, staff(403)),
  "staff.applications.$applicationId_.review_.removal": staffOfApplication(
    "/review/removal",
    undefined,
    staff(403),
  ),
  "staff.credentials._index": page("/staff/credentials", staff(200)),
  "staff.credentials.$credentialId_.revocation": form(
    "/staff/credentials/999999/revocation",
    staff(404),
    staff(400),
  ),
  "supporters._index": page("/supporters", members(200)),
  "supporters.$handle": {
    at: ({ viewers }) => `/supporters/${viewers.supporter?.handle}`,
    get: members(200),
  },
  "staff.programme._index": page("/staff/programme", staff(200)),
  "staff.programme.questions": page("/staff/programme/questions", staff(200)),
  "staff.programme.attempts": page("/staff/programme/attempts", staff(200)),
  "staff.programme.organisations": page("/staff/programme/organisations", staff(200)),
  "staff.people.$handle_.contributions": staffOf(
    ({ silent }) => `/staff/people/${silent.handle}/contributions`,
    undefined,
    staff(302),
  ),
  "staff.people.$handle_.contributions.$contributionId.removal": staffOf(
    ({ silent }) => `/staff/people/${silent.handle}/contributions/999/removal`,
    undefined,
    staff(302),
  ),
};
