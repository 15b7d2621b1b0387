import type { Viewer } from "#app/auth/viewer.ts";
import {
  startApplication,
  submitApplication,
} from "#app/certification/applications/applying.server.ts";
import {
  type Review,
  reviewApplication,
  startReview,
} from "#app/certification/applications/reviewing.server.ts";
import {
  createCertification,
  publishVersion,
} from "#app/certification/definitions/defining.server.ts";
import { findCertificationForStaff } from "#app/certification/definitions/definition-reading.server.ts";
import type { VersionContent } from "#app/certification/definitions/definitions.ts";
import { acceptAnswer } from "#app/questions/acceptance.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Cast } from "#test/questions/cast.ts";
import { answer, ask, NOW } from "#test/support/factories.ts";

let serial = 0;

/** What a version says, with one accepted answer asked for. */
export function content(values: Partial<VersionContent> = {}): VersionContent {
  return {
    nameJa: "認定サポーター",
    nameEn: "Certified supporter",
    summaryJa: "ほかの企業の質問に答えられます。",
    summaryEn: "Answers the questions of other companies.",
    perksJa: "",
    perksEn: "",
    badgeFileId: null,
    termMonths: 12,
    graceDays: 30,
    examId: null,
    renewalExamId: null,
    renewalAnswers: 1,
    needsSecondReviewer: false,
    rubric: [],
    rubricPass: 0,
    requirements: [{ kind: "accepted-answers", threshold: 1, withinMonths: 12 }],
    ...values,
  };
}

/** A published certification. */
export async function publish(db: Db, actor: Viewer, values: Partial<VersionContent> = {}) {
  serial += 1;
  const slug = `programme-${serial}`;
  const act = { actorId: actor.id, now: NOW };
  const created = await createCertification(db, {
    slug,
    level: 1,
    content: content(values),
    ...act,
  });
  if (!created.ok) throw new Error(created.reason);
  const { certificationId } = created;
  const published = await publishVersion(db, { certificationId, revision: 1, ...act });
  if (!published.ok) throw new Error(published.reason);
  const found = await findCertificationForStaff(db, { certificationId });
  if (!found?.current) throw new Error("not published");
  return { certificationId, slug, versionId: found.current.id };
}

/** An answer of the person to a question of another company, accepted by its asker. */
export async function earnAcceptance(
  db: Db,
  people: Pick<Cast, "area" | "asker">,
  answerer: Viewer,
  now = NOW,
): Promise<number> {
  const questionId = await ask(db, people.asker, { productAreaId: people.area.id, now });
  const answerId = await answer(db, answerer, questionId, { now });
  const accepted = await acceptAnswer(db, { viewer: people.asker, answerId, now });
  if (!accepted.ok) throw new Error(accepted.reason);
  return answerId;
}

export async function start(db: Db, viewer: Viewer, slug: string, now = NOW): Promise<number> {
  const started = await startApplication(db, { viewer, slug, now });
  if (!started.ok) throw new Error(started.reason);
  return started.applicationId;
}

export const verdict = (values: Partial<Review> = {}): Review => ({
  round: 1,
  verdict: "approve",
  scores: [],
  note: "",
  retryOn: null,
  ...values,
});

/** The whole way to a credential. */
export async function certify(
  db: Db,
  people: Cast,
  viewer: Viewer,
  slug: string,
  now = NOW,
): Promise<number> {
  await earnAcceptance(db, people, viewer, now);
  const applicationId = await start(db, viewer, slug, now);
  const act = { applicationId, now };
  const steps = [
    await submitApplication(db, { ...act, viewer }),
    await startReview(db, { ...act, viewer: people.staff }),
    await reviewApplication(db, { ...act, viewer: people.staff, review: verdict() }),
  ];
  for (const step of steps) if (!step.ok) throw new Error(step.reason);
  return applicationId;
}
