import { notify, type TopicNews } from "#app/notifications/notifications.server.ts";
import type { Topic } from "#app/notifications/topics.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { createPerson, NOW } from "#test/support/factories.ts";

export const application: Topic = {
  thread: "application:5",
  title: (locale) => (locale === "ja" ? "認定サポーター" : "Certified supporter"),
  path: "/certifications/supporter/application",
};
export type Told = { id: number }[];

/** An applicant and somebody of the vendor's staff; `submit` and `answer` tell one of the other. */
export async function office(db: DbOrTx) {
  const applicant = await createPerson(db, { name: "山田 花子" });
  const reviewer = await createPerson(db, { name: "鈴木 一郎", role: "staff" });
  const about = { about: application, detail: {}, now: NOW };
  const ids = (told: Told) => told.map(({ id }) => id);
  return {
    applicant,
    reviewer,
    submit: (told: Told, onceKey = "1") =>
      notify(db, {
        ...about,
        kind: "application-submitted",
        actorId: applicant.id,
        recipients: ids(told),
        onceKey,
        staffOnly: true,
      }),
    answer: (told: Told, changes: Partial<TopicNews> = {}) =>
      notify(db, {
        ...about,
        kind: "application-approved",
        actorId: reviewer.id,
        recipients: ids(told),
        onceKey: "1",
        ...changes,
      } as TopicNews),
  };
}
