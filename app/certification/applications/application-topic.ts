import type { Topic } from "#app/notifications/topics.ts";

type Names = { nameJa: string; nameEn: string };

/** An application as something its applicant is told about. */
export function applicationTopic(application: { id: number } & Names): Topic {
  return {
    thread: `application:${application.id}`,
    title: (locale) => (locale === "ja" ? application.nameJa : application.nameEn),
    path: `/applications/${application.id}`,
  };
}

/** The same for those who review it. */
export function reviewTopic(application: { id: number; applicantName: string } & Names): Topic {
  const { id, applicantName, nameJa, nameEn } = application;
  return {
    thread: `application:${id}`,
    title: (locale) =>
      locale === "ja" ? `${nameJa} – ${applicantName}さん` : `${nameEn} – ${applicantName}`,
    path: `/staff/applications/${id}`,
  };
}
