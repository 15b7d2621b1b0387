import { and, eq, ne } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { applicationReviews, applications } from "#db/schema/applications.ts";
import { certificationRequirements } from "#db/schema/certifications.ts";
import type { ApplicationEvent, ReviewVerdict } from "#db/vocabulary.ts";
import { credentialTopic } from "../credentials/credential-topic.ts";
import { issueCredential } from "../credentials/issuing.server.ts";
import {
  type LockedApplication,
  lockApplication,
  namesOf,
  noteApplication,
} from "./application-desk.server.ts";
import { applicationTopic } from "./application-topic.ts";
import { afterStep, canReview, STEP_OF, totalScore } from "./applications.ts";

type Act = { viewer: Viewer; applicationId: number; now: Date };
type Refusal<Reason extends string = never> =
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "not-allowed" }
  | { ok: false; reason: Reason };

/** Takes a submitted application to review. Of two at once, one wins; the applicant hears of it. */
export async function startReview(
  db: Db,
  act: Act,
): Promise<{ ok: true } | Refusal<"already-in-review">> {
  const { viewer, applicationId, now } = act;
  return db.transaction(async (tx) => {
    const locked = await lockApplication(tx, applicationId);
    if (!locked) return { ok: false, reason: "not-found" };
    const { application } = locked;
    if (!canReview(viewer, application)) return { ok: false, reason: "not-allowed" };
    if (application.state === "in-review") {
      if (application.reviewerId === viewer.id) return { ok: true };
      return { ok: false, reason: "already-in-review" };
    }
    const state = afterStep(application.state, "start-review");
    if (!state) return { ok: false, reason: "not-allowed" };
    await tx
      .update(applications)
      .set({ state, reviewerId: viewer.id })
      .where(eq(applications.id, applicationId));
    const onceKey = await note(tx, act, "review-started");
    await notify(tx, {
      kind: "application-in-review",
      about: applicationTopic(namesOf(locked)),
      actorId: viewer.id,
      detail: {},
      recipients: [application.personId],
      onceKey,
      now,
    });
    return { ok: true };
  });
}

/** Gives an application back to the queue: by its reviewer, or by another who takes over. */
export async function releaseReview(db: Db, act: Act): Promise<{ ok: true } | Refusal> {
  const { viewer, applicationId } = act;
  return db.transaction(async (tx) => {
    const locked = await lockApplication(tx, applicationId);
    if (!locked) return { ok: false, reason: "not-found" };
    const { application } = locked;
    if (!canReview(viewer, application)) return { ok: false, reason: "not-allowed" };
    if (application.state === "submitted") return { ok: true };
    const state = afterStep(application.state, "release-review");
    if (!state) return { ok: false, reason: "not-allowed" };
    await tx
      .update(applications)
      .set({ state, reviewerId: null })
      .where(eq(applications.id, applicationId));
    await note(tx, act, "review-released");
    return { ok: true };
  });
}

export type Review = {
  /** The round the reviewer looked at: a newer submission is another one. */
  round: number;
  verdict: ReviewVerdict;
  /** Points per criterion of the rubric; empty where there is no practical. */
  scores: number[];
  /** What is missing, or why not; told to the applicant. */
  note: string;
  /** After a decline: the first day of another try. */
  retryOn: string | null;
};

export type ReviewRefusal = Refusal<
  "stale" | "note-missing" | "retry-missing" | "scores-missing" | "below-pass" | "already-approved"
>;

/**
 * Writes a reviewer's verdict. Approving issues the credential at once, or, where the certification
 * needs a second reviewer, once two different people have approved the same round.
 */
export async function reviewApplication(
  db: Db,
  { review, ...act }: Act & { review: Review },
): Promise<
  { ok: true; outcome: "approved" | "seconded" | "returned" | "declined" } | ReviewRefusal
> {
  const { viewer, applicationId, now } = act;
  return db.transaction(async (tx) => {
    const locked = await lockApplication(tx, applicationId);
    if (!locked) return { ok: false, reason: "not-found" };
    const { application } = locked;
    if (!canReview(viewer, application)) return { ok: false, reason: "not-allowed" };
    const { verdict, note: words, retryOn } = review;
    const isMine = application.state === "in-review" && application.reviewerId === viewer.id;
    if (!isMine || application.round !== review.round) return { ok: false, reason: "stale" };
    const bar = await barTo(tx, locked, review, viewer);
    if (bar) return { ok: false, reason: bar };
    await tx.insert(applicationReviews).values({
      applicationId,
      round: review.round,
      reviewerId: viewer.id,
      verdict,
      scores: review.scores,
      note: words,
      at: now,
    });
    if (verdict === "approve" && !(await isSeconded(tx, locked, viewer))) {
      await tx
        .update(applications)
        .set({ state: "submitted", reviewerId: null })
        .where(eq(applications.id, applicationId));
      await note(tx, act, "seconded", words);
      return { ok: true, outcome: "seconded" };
    }
    const state = afterStep(application.state, STEP_OF[verdict]);
    if (!state) return { ok: false, reason: "not-allowed" };
    await tx
      .update(applications)
      .set({ state, decidedAt: now, retryOn: verdict === "decline" ? retryOn : null })
      .where(eq(applications.id, applicationId));
    if (verdict === "approve") return approve(tx, act, locked, words);
    const outcome = verdict === "return" ? "returned" : "declined";
    const onceKey = await note(tx, act, outcome, words);
    const told = {
      about: applicationTopic(namesOf(locked)),
      actorId: viewer.id,
      recipients: [application.personId],
      onceKey,
      now,
    };
    if (outcome === "returned") {
      await notify(tx, { kind: "application-returned", detail: { message: words }, ...told });
    } else {
      const detail = { message: words, date: retryOn ?? "" };
      await notify(tx, { kind: "application-declined", detail, ...told });
    }
    return { ok: true, outcome };
  });
}

/** What a verdict lacks. */
async function barTo(
  tx: DbOrTx,
  { application, version }: LockedApplication,
  { verdict, scores, note: words, retryOn, round }: Review,
  viewer: Viewer,
) {
  if (verdict !== "approve") {
    if (words === "") return "note-missing";
    return verdict === "decline" && !retryOn ? "retry-missing" : undefined;
  }
  const [own] = await tx
    .select({ id: applicationReviews.id })
    .from(applicationReviews)
    .where(
      and(
        eq(applicationReviews.applicationId, application.id),
        eq(applicationReviews.round, round),
        eq(applicationReviews.reviewerId, viewer.id),
      ),
    );
  if (own) return "already-approved";
  const [practical] = await tx
    .select({ id: certificationRequirements.id })
    .from(certificationRequirements)
    .where(
      and(
        eq(certificationRequirements.versionId, version.id),
        eq(certificationRequirements.kind, "practical"),
      ),
    );
  if (!practical) return undefined;
  const total = totalScore(scores, version.rubric);
  if (total === undefined) return "scores-missing";
  return total < version.rubricPass ? "below-pass" : undefined;
}

/** Whether this approval is enough: alone, or as the second. */
async function isSeconded(
  tx: DbOrTx,
  { application, version }: LockedApplication,
  viewer: Viewer,
): Promise<boolean> {
  if (!version.needsSecondReviewer) return true;
  const others = await tx.$count(
    applicationReviews,
    and(
      eq(applicationReviews.applicationId, application.id),
      eq(applicationReviews.round, application.round),
      eq(applicationReviews.verdict, "approve"),
      ne(applicationReviews.reviewerId, viewer.id),
    ),
  );
  return others > 0;
}

async function approve(
  tx: DbOrTx,
  { viewer, applicationId, now }: Act,
  { application, version }: LockedApplication,
  words: string,
): Promise<{ ok: true; outcome: "approved" }> {
  const issued = await issueCredential(tx, {
    personId: application.personId,
    versionId: version.id,
    applicationId,
    issuedBy: viewer.id,
    now,
  });
  // Cannot be unless somebody wrote a credential by hand: nothing of this may stay.
  if (!issued.ok) throw new Error(`Application ${applicationId}: ${issued.reason}`);
  const onceKey = await noteApplication(tx, {
    applicationId,
    event: "approved",
    actorId: viewer.id,
    note: words,
    at: now,
  });
  await notify(tx, {
    kind: "application-approved",
    about: credentialTopic({
      ...issued.credential,
      nameJa: version.nameJa,
      nameEn: version.nameEn,
    }),
    actorId: viewer.id,
    detail: { message: words || undefined },
    recipients: [application.personId],
    onceKey,
    now,
  });
  return { ok: true, outcome: "approved" };
}

function note(
  tx: DbOrTx,
  { viewer, applicationId, now }: Act,
  event: ApplicationEvent,
  words = "",
): Promise<string> {
  return noteApplication(tx, {
    applicationId,
    event,
    actorId: viewer.id,
    note: words,
    at: now,
  });
}
