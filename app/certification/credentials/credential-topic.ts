import type { Topic } from "#app/notifications/topics.ts";

type Names = { nameJa: string; nameEn: string };

/** A credential as something people are told about. */
export function credentialTopic(credential: { id: number; publicId: string } & Names): Topic {
  return {
    thread: `credential:${credential.id}`,
    title: (locale) => (locale === "ja" ? credential.nameJa : credential.nameEn),
    path: `/credentials/${credential.publicId}`,
  };
}
