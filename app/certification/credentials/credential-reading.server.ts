import { and, desc, eq, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { after, DAY } from "#app/lib/time.ts";
import { contains, matchesPerson, searchWord } from "#app/people/name-search.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { certifications, certificationVersions } from "#db/schema/certifications.ts";
import { credentials } from "#db/schema/credentials.ts";
import { exams } from "#db/schema/exams.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { type CredentialState, canRenew, RENEWAL_DAYS } from "./credentials.ts";
import { findRenewalEvidence } from "./renewal-evidence.server.ts";
import { wayOf } from "./renewing.server.ts";

const PAGE = 50;

const columns = {
  id: credentials.id,
  publicId: credentials.publicId,
  number: credentials.number,
  level: credentials.level,
  personId: credentials.personId,
  issuedAt: credentials.issuedAt,
  expiresAt: credentials.expiresAt,
  lapsesAt: credentials.lapsesAt,
  endedAt: credentials.endedAt,
  ending: credentials.ending,
  nameJa: certificationVersions.nameJa,
  nameEn: certificationVersions.nameEn,
};

/** All credentials of a person, the newest first: the history of their levels. */
export async function listCredentialsOf(db: DbOrTx, { personId }: { personId: number }) {
  return db
    .select({
      ...columns,
      renewalExamId: certificationVersions.renewalExamId,
      renewalAnswers: certificationVersions.renewalAnswers,
      renewalExamSlug: exams.slug,
    })
    .from(credentials)
    .innerJoin(certificationVersions, eq(certificationVersions.id, credentials.versionId))
    .leftJoin(exams, eq(exams.id, certificationVersions.renewalExamId))
    .where(eq(credentials.personId, personId))
    .orderBy(desc(credentials.issuedAt), desc(credentials.id));
}

export type HeldCredential = Awaited<ReturnType<typeof listCredentialsOf>>[number];

/** What has come together for the next term, while that can begin; else null. */
export async function findRenewal(
  db: DbOrTx,
  { credential, now }: { credential: HeldCredential; now: Date },
) {
  if (!canRenew(credential, now)) return null;
  const { renewalExamId, renewalAnswers, renewalExamSlug, expiresAt } = credential;
  const examSince = after(expiresAt, -RENEWAL_DAYS * DAY);
  const evidence = await findRenewalEvidence(db, { credential, renewalExamId, examSince, now });
  return {
    answers: renewalAnswers === null ? null : { value: evidence.answers, needed: renewalAnswers },
    exam: renewalExamSlug && { slug: renewalExamSlug, passed: evidence.attemptId !== null },
    isReady: wayOf(evidence, credential) !== undefined,
  };
}

/** The condition that a credential is in a state at a moment; see `credentialState`. */
function inState(state: CredentialState, now: Date): SQL | undefined {
  const live = isNull(credentials.endedAt);
  const at = sql.param(now, credentials.expiresAt);
  const soon = sql.param(after(now, RENEWAL_DAYS * DAY), credentials.expiresAt);
  switch (state) {
    case "revoked":
      return eq(credentials.ending, "revoked");
    case "expired":
      return or(eq(credentials.ending, "lapsed"), and(live, sql`${credentials.lapsesAt} <= ${at}`));
    case "in-grace":
      return and(live, sql`${credentials.expiresAt} <= ${at} and ${credentials.lapsesAt} > ${at}`);
    case "expiring":
      return and(
        live,
        sql`${credentials.expiresAt} > ${at} and ${credentials.expiresAt} <= ${soon}`,
      );
    case "live":
      return and(live, sql`${credentials.expiresAt} > ${soon}`);
  }
}

export type CredentialFilter = {
  q?: string;
  state?: CredentialState;
  certificationId?: number;
  before?: number;
};

/** A page of all credentials for staff, the newest first. */
export async function listCredentials(
  db: DbOrTx,
  { q, state, certificationId, before, now }: CredentialFilter & { now: Date },
) {
  const word = searchWord(q);
  const rows = await db
    .select({
      ...columns,
      personName: people.name,
      personHandle: people.handle,
      organisationName: organisations.name,
    })
    .from(credentials)
    .innerJoin(certificationVersions, eq(certificationVersions.id, credentials.versionId))
    .innerJoin(people, eq(people.id, credentials.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        word === "" ? undefined : or(matchesPerson(word), contains(credentials.number, word)),
        state && inState(state, now),
        certificationId === undefined
          ? undefined
          : eq(credentials.certificationId, certificationId),
        before === undefined ? undefined : lt(credentials.id, before),
      ),
    )
    .orderBy(desc(credentials.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  return { rows: page, next: rows.length > PAGE ? page.at(-1)?.id : undefined };
}

/** One credential, for staff. */
export async function findCredentialForStaff(
  db: DbOrTx,
  { credentialId }: { credentialId: number },
) {
  const [row] = await db
    .select({ ...columns, personName: people.name })
    .from(credentials)
    .innerJoin(certificationVersions, eq(certificationVersions.id, credentials.versionId))
    .innerJoin(certifications, eq(certifications.id, credentials.certificationId))
    .innerJoin(people, eq(people.id, credentials.personId))
    .where(eq(credentials.id, credentialId));
  return row;
}
