import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { DbOrTx } from "#db/client.server.ts";
import { applicationHistory, applicationReviews, applications } from "#db/schema/applications.ts";
import { certifications, certificationVersions } from "#db/schema/certifications.ts";
import { credentials } from "#db/schema/credentials.ts";
import { exams } from "#db/schema/exams.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import type { ApplicationState } from "#db/vocabulary.ts";

const PAGE = 30;
const reviewer = alias(people, "reviewer");

const columns = {
  id: applications.id,
  certificationId: applications.certificationId,
  versionId: applications.versionId,
  personId: applications.personId,
  state: applications.state,
  statement: applications.statement,
  measured: applications.measured,
  round: applications.round,
  reviewerId: applications.reviewerId,
  reviewerName: reviewer.name,
  submittedAt: applications.submittedAt,
  decidedAt: applications.decidedAt,
  retryOn: applications.retryOn,
  slug: certifications.slug,
  level: certifications.level,
  nameJa: certificationVersions.nameJa,
  nameEn: certificationVersions.nameEn,
  applicantName: people.name,
  applicantHandle: people.handle,
  organisationName: organisations.name,
};

function select(db: DbOrTx) {
  return db
    .select({
      ...columns,
      examSlug: exams.slug,
      rubric: certificationVersions.rubric,
      rubricPass: certificationVersions.rubricPass,
      needsSecondReviewer: certificationVersions.needsSecondReviewer,
      credentialPublicId: credentials.publicId,
    })
    .from(applications)
    .innerJoin(certifications, eq(certifications.id, applications.certificationId))
    .innerJoin(certificationVersions, eq(certificationVersions.id, applications.versionId))
    .innerJoin(people, eq(people.id, applications.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(reviewer, eq(reviewer.id, applications.reviewerId))
    .leftJoin(exams, eq(exams.id, certificationVersions.examId))
    .leftJoin(credentials, eq(credentials.applicationId, applications.id));
}

/** One's own application; somebody else's does not exist. */
export async function findOwnApplication(
  db: DbOrTx,
  { personId, applicationId }: { personId: number; applicationId: number },
) {
  const [row] = await select(db).where(
    and(eq(applications.id, applicationId), eq(applications.personId, personId)),
  );
  return row;
}

/** Any application, for staff. */
export async function findApplication(db: DbOrTx, { applicationId }: { applicationId: number }) {
  const [row] = await select(db).where(eq(applications.id, applicationId));
  return row;
}

/** A person's newest application for a certification, whatever became of it. */
export async function findLastApplication(
  db: DbOrTx,
  { personId, certificationId }: { personId: number; certificationId: number },
) {
  const [row] = await db
    .select({ id: applications.id, state: applications.state, retryOn: applications.retryOn })
    .from(applications)
    .where(
      and(eq(applications.personId, personId), eq(applications.certificationId, certificationId)),
    )
    .orderBy(desc(applications.id))
    .limit(1);
  return row;
}

/** All applications of a person, the newest first. */
export async function listOwnApplications(db: DbOrTx, { personId }: { personId: number }) {
  return db
    .select({
      id: applications.id,
      state: applications.state,
      level: certifications.level,
      nameJa: certificationVersions.nameJa,
      nameEn: certificationVersions.nameEn,
      startedAt: applications.startedAt,
    })
    .from(applications)
    .innerJoin(certifications, eq(certifications.id, applications.certificationId))
    .innerJoin(certificationVersions, eq(certificationVersions.id, applications.versionId))
    .where(eq(applications.personId, personId))
    .orderBy(desc(applications.startedAt), desc(applications.id))
    .limit(50);
}

export const QUEUE_TABS = ["waiting", "open", "done"] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

const TAB_STATES: Record<QueueTab, ApplicationState[]> = {
  waiting: ["submitted", "in-review"],
  open: ["draft", "returned"],
  done: ["approved", "declined", "withdrawn"],
};

/**
 * A page of applications for staff: what waits for review in the order of submission, everything
 * else the newest first.
 */
export async function listApplications(
  db: DbOrTx,
  { tab, before }: { tab: QueueTab; before?: number },
) {
  const waits = tab === "waiting";
  const rows = await db
    .select(columns)
    .from(applications)
    .innerJoin(certifications, eq(certifications.id, applications.certificationId))
    .innerJoin(certificationVersions, eq(certificationVersions.id, applications.versionId))
    .innerJoin(people, eq(people.id, applications.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(reviewer, eq(reviewer.id, applications.reviewerId))
    .where(
      and(
        inArray(applications.state, TAB_STATES[tab]),
        before === undefined || waits ? undefined : lt(applications.id, before),
      ),
    )
    .orderBy(
      ...(waits ? [asc(applications.submittedAt), asc(applications.id)] : [desc(applications.id)]),
    )
    // Everything that waits is shown: a queue whose end is out of sight is no queue.
    .limit(waits ? 500 : PAGE + 1);
  const page = waits ? rows : rows.slice(0, PAGE);
  const next = !waits && rows.length > PAGE ? page.at(-1)?.id : undefined;
  return { rows: page, next };
}

/** What happened to an application, the oldest first. */
export async function listApplicationHistory(
  db: DbOrTx,
  { applicationId }: { applicationId: number },
) {
  return db
    .select({
      id: applicationHistory.id,
      event: applicationHistory.event,
      note: applicationHistory.note,
      at: applicationHistory.at,
      actorName: people.name,
    })
    .from(applicationHistory)
    .leftJoin(people, eq(people.id, applicationHistory.actorId))
    .where(eq(applicationHistory.applicationId, applicationId))
    .orderBy(asc(applicationHistory.id));
}

/** The reviews of an application, for staff. */
export async function listReviews(db: DbOrTx, { applicationId }: { applicationId: number }) {
  return db
    .select({
      id: applicationReviews.id,
      round: applicationReviews.round,
      verdict: applicationReviews.verdict,
      scores: applicationReviews.scores,
      note: applicationReviews.note,
      at: applicationReviews.at,
      reviewerName: people.name,
    })
    .from(applicationReviews)
    .innerJoin(people, eq(people.id, applicationReviews.reviewerId))
    .where(eq(applicationReviews.applicationId, applicationId))
    .orderBy(asc(applicationReviews.id));
}
