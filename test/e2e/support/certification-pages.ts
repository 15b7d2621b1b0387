import { findPerson } from "./log-in.ts";
import type { Visit } from "./pages.ts";
import type { Portal } from "./portal.ts";

/** Things of the certified supporter programme that addresses of pages name. */
export type CertificationPlaces = Awaited<ReturnType<typeof findCertificationPlaces>>;

export async function findCertificationPlaces(portal: Portal) {
  const { sql } = portal;
  const [member, supporter, staff] = await Promise.all([
    findPerson(portal, "member"),
    findPerson(portal, "supporter"),
    findPerson(portal, "staff"),
  ]);
  const number = async (query: PromiseLike<Record<string, unknown>[]>): Promise<number> => {
    const [row] = await query;
    if (!row) throw new Error("The demo programme lacks something that a page shows");
    return Number(row.id);
  };
  const professional = await number(sql`select id from certifications where slug = 'professional'`);
  await sql`insert into certification_versions (certification_id, number, name_ja, name_en,
      summary_ja, summary_en, rubric, rubric_pass, created_by, created_at)
    select certification_id, number + 1, name_ja, name_en, summary_ja, summary_en, rubric,
      rubric_pass, created_by, now()
    from certification_versions where certification_id = ${professional} and published_at is not null
    order by number desc limit 1
    on conflict do nothing`;
  await sql`insert into applications (certification_id, version_id, person_id, state, started_at)
    select certification_id, id, ${member.id}, 'draft', now() from certification_versions
    where certification_id = ${professional} and published_at is not null
    order by number desc limit 1
    on conflict do nothing`;
  await sql`update applications set reviewer_id = ${staff.id} where state = 'in-review'`;
  return {
    professional,
    supporter: supporter.handle,
    draft: await number(sql`select id from applications where person_id = ${member.id}
      and state = 'draft' and certification_id = ${professional}`),
    approved: await number(sql`select id from applications where person_id = ${supporter.id}
      and state = 'approved' order by id limit 1`),
    waiting: await number(sql`select id from applications where state = 'submitted' limit 1`),
    inReview: await number(sql`select id from applications where state = 'in-review' limit 1`),
    credential: await number(sql`select id from credentials where ended_at is null limit 1`),
  };
}

const by =
  (as: string) =>
  (path: string, then?: Visit["then"]): Visit => ({ path, as, then });
const member = by("member");
const supporter = by("supporter");
const staff = by("staff");
const visitor = (path: string): Visit => ({ path });

/** Every page of the programme but those of exams, visited by those to whom it looks different. */
export function certificationPages(places: CertificationPlaces): Record<string, Visit[]> {
  const certification = `/staff/certifications/${places.professional}`;
  return {
    "certifications._index.tsx": [visitor("/certifications"), member("/certifications")],
    "certifications.$slug.tsx": [
      visitor("/certifications/associate"),
      member("/certifications/associate"),
      supporter("/certifications/professional"),
    ],
    "applications.$applicationId.tsx": [
      member(`/applications/${places.draft}`),
      supporter(`/applications/${places.approved}`),
    ],
    "applications.$applicationId_.works.new.tsx": [
      member(`/applications/${places.draft}/works/new`),
    ],
    "credentials._index.tsx": [member("/credentials"), supporter("/credentials")],
    "supporters._index.tsx": [member("/supporters"), member("/supporters?q=ソンナヒトハイナイ")],
    "supporters.$handle.tsx": [member(`/supporters/${places.supporter}`)],
    "staff.programme._index.tsx": [staff("/staff/programme")],
    "staff.programme.questions.tsx": [staff("/staff/programme/questions")],
    "staff.programme.attempts.tsx": [staff("/staff/programme/attempts")],
    "staff.programme.organisations.tsx": [staff("/staff/programme/organisations")],
    "staff.certifications._index.tsx": [staff("/staff/certifications")],
    "staff.certifications.new.tsx": [staff("/staff/certifications/new")],
    "staff.certifications.$certificationId.tsx": [staff(certification)],
    "staff.certifications.$certificationId_.edit.tsx": [staff(`${certification}/edit`)],
    "staff.certifications.$certificationId_.preview.tsx": [staff(`${certification}/preview`)],
    "staff.applications._index.tsx": [
      staff("/staff/applications"),
      staff("/staff/applications?tab=done"),
    ],
    "staff.applications.$applicationId.tsx": [
      staff(`/staff/applications/${places.waiting}`),
      staff(`/staff/applications/${places.inReview}`),
    ],
    "staff.credentials._index.tsx": [
      staff("/staff/credentials"),
      staff("/staff/credentials?q=ソンナヒトハイナイ"),
    ],
    "staff.credentials.$credentialId_.revocation.tsx": [
      staff(`/staff/credentials/${places.credential}/revocation`),
    ],
  };
}
