import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { dayIn } from "#app/lib/time.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { applications, applicationWorks } from "#db/schema/applications.ts";
import { credentials } from "#db/schema/credentials.ts";
import { people } from "#db/schema/people.ts";
import type { RequirementKind } from "#db/vocabulary.ts";
import {
  findPublishedCertification,
  findVersion,
} from "../definitions/definition-reading.server.ts";
import { findProgress } from "../requirements/progress.server.ts";
import { allMet } from "../requirements/requirements.ts";
import {
  type LockedApplication,
  lockApplication,
  namesOf,
  noteApplication,
} from "./application-desk.server.ts";
import { reviewTopic } from "./application-topic.ts";
import { afterStep, canApply, isEditable } from "./applications.ts";

type Act = { viewer: Viewer; applicationId: number; now: Date };
type Gone = { ok: false; reason: "not-found" } | { ok: false; reason: "not-allowed" };

/** Why somebody cannot begin to apply just now. */
export type StartRefusal =
  | Gone
  | { ok: false; reason: "already-held" }
  | { ok: false; reason: "wait"; until: string };

/**
 * Begins an application as a draft, measured by the version that is published now. Whoever has one
 * under way already is led to that one.
 */
export async function startApplication(
  db: Db,
  { viewer, slug, now }: { viewer: Viewer; slug: string; now: Date },
): Promise<{ ok: true; applicationId: number } | StartRefusal> {
  const certification = await findPublishedCertification(db, { slug });
  if (!certification) return { ok: false, reason: "not-found" };
  if (!canApply(viewer) || certification.retiredAt) return { ok: false, reason: "not-allowed" };
  const { certificationId } = certification;
  const personId = viewer.id;
  return db.transaction(async (tx) => {
    // One after the other for each person, so that two clicks begin one application.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("update");
    const [last] = await tx
      .select()
      .from(applications)
      .where(
        and(eq(applications.personId, personId), eq(applications.certificationId, certificationId)),
      )
      .orderBy(desc(applications.id))
      .limit(1);
    if (last && afterStep(last.state, "withdraw")) return { ok: true, applicationId: last.id };
    if (await holdsLive(tx, { personId, certificationId })) {
      return { ok: false, reason: "already-held" };
    }
    if (last?.state === "declined" && last.retryOn && dayIn(viewer.timeZone, now) < last.retryOn) {
      return { ok: false, reason: "wait", until: last.retryOn };
    }
    const [begun] = await tx
      .insert(applications)
      .values({ certificationId, versionId: certification.id, personId, startedAt: now })
      .returning({ id: applications.id });
    if (!begun) throw new Error("The application was not stored");
    const applicationId = begun.id;
    await noteApplication(tx, { applicationId, event: "started", actorId: personId, at: now });
    return { ok: true, applicationId };
  });
}

async function holdsLive(
  tx: DbOrTx,
  { personId, certificationId }: { personId: number; certificationId: number },
): Promise<boolean> {
  const rows = await tx
    .select({ id: credentials.id })
    .from(credentials)
    .where(
      and(
        eq(credentials.personId, personId),
        eq(credentials.certificationId, certificationId),
        isNull(credentials.endedAt),
      ),
    );
  return rows.length > 0;
}

/** One's own application, locked; somebody else's does not exist. */
export async function lockOwn(
  tx: DbOrTx,
  { viewer, applicationId }: Pick<Act, "viewer" | "applicationId">,
): Promise<LockedApplication | undefined> {
  const locked = await lockApplication(tx, applicationId);
  return locked?.application.personId === viewer.id ? locked : undefined;
}

/** Keeps what the applicant says about themselves. */
export async function saveStatement(
  db: Db,
  { statement, ...act }: Act & { statement: string },
): Promise<{ ok: true } | Gone> {
  return db.transaction(async (tx) => {
    const locked = await lockOwn(tx, act);
    if (!locked) return { ok: false, reason: "not-found" };
    if (!isEditable(locked.application.state)) return { ok: false, reason: "not-allowed" };
    await tx.update(applications).set({ statement }).where(eq(applications.id, act.applicationId));
    return { ok: true };
  });
}

/**
 * Hands an application in. It must meet every requirement at this moment; what each came to is kept
 * with it. Staff hear of it.
 */
export async function submitApplication(
  db: Db,
  act: Act,
): Promise<{ ok: true } | Gone | { ok: false; reason: "requirements-missing" }> {
  const { applicationId, viewer, now } = act;
  return db.transaction(async (tx) => {
    const locked = await lockOwn(tx, act);
    if (!locked) return { ok: false, reason: "not-found" };
    const state = afterStep(locked.application.state, "submit");
    if (!state || locked.retiredAt) return { ok: false, reason: "not-allowed" };
    const progress = await findApplicationProgress(tx, { ...locked.application, now });
    if (!allMet(progress)) return { ok: false, reason: "requirements-missing" };
    const measured: Partial<Record<RequirementKind, number>> = Object.fromEntries(
      progress.map(({ kind, value }) => [kind, value]),
    );
    await tx
      .update(applications)
      .set({
        state,
        measured,
        submittedAt: now,
        round: sql`${applications.round} + 1`,
        reviewerId: null,
        decidedAt: null,
      })
      .where(eq(applications.id, applicationId));
    const actorId = viewer.id;
    const onceKey = await noteApplication(tx, {
      applicationId,
      event: "submitted",
      actorId,
      at: now,
    });
    await notify(tx, {
      kind: "application-submitted",
      about: reviewTopic(namesOf(locked)),
      actorId,
      detail: {},
      recipients: await listStaff(tx),
      staffOnly: true,
      onceKey,
      now,
    });
    return { ok: true };
  });
}

/** Takes one's application back, at any time before it is decided. */
export async function withdrawApplication(db: Db, act: Act): Promise<{ ok: true } | Gone> {
  const { applicationId, viewer, now } = act;
  return db.transaction(async (tx) => {
    const locked = await lockOwn(tx, act);
    if (!locked) return { ok: false, reason: "not-found" };
    if (locked.application.state === "withdrawn") return { ok: true };
    const state = afterStep(locked.application.state, "withdraw");
    if (!state) return { ok: false, reason: "not-allowed" };
    await tx
      .update(applications)
      .set({ state, decidedAt: now })
      .where(eq(applications.id, applicationId));
    await noteApplication(tx, {
      applicationId,
      event: "withdrawn",
      actorId: viewer.id,
      at: now,
    });
    return { ok: true };
  });
}

/** How far an application is with each requirement of its version. */
export async function findApplicationProgress(
  db: DbOrTx,
  { id, versionId, personId, now }: { id: number; versionId: number; personId: number; now: Date },
) {
  const version = await findVersion(db, versionId);
  if (!version) throw new Error("An application without its version");
  const works = await db.$count(applicationWorks, eq(applicationWorks.applicationId, id));
  const { requirements, examId } = version;
  return findProgress(db, { personId, requirements, examId, works, now });
}

async function listStaff(tx: DbOrTx): Promise<number[]> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.role, ["staff", "admin"]));
  return rows.map(({ id }) => id);
}
