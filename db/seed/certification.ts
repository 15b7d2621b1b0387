import { createHash } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import { termFrom } from "#app/certification/credentials/credentials.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { applicationHistory, applications, applicationWorks } from "#db/schema/applications.ts";
import { contributions } from "#db/schema/certifications.ts";
import { credentialHistory, credentialRenewals, credentials } from "#db/schema/credentials.ts";
import { people } from "#db/schema/people.ts";
import type { ApplicationEvent, ApplicationState } from "#db/vocabulary.ts";
import { type SeedVersion, seedDefinitions } from "./certification-definitions.ts";
import * as content from "./content/certifications.ts";
import { fraction } from "./fraction.ts";

const DAY = 24 * 60 * 60_000;
const SUPPORTER = "supporter@portal.example";
/** Holders of a live credential. */
const LIVE = 12;
const FORMER = 2;
const APPLICANTS = 7;

type Person = { id: number; handle: string };
type Versions = Awaited<ReturnType<typeof seedDefinitions>>;

/**
 * The certified supporter programme of the demo community: its definitions, holders in every state
 * and applications in every state. Answers written by a holder bear the mark of their time.
 */
export async function seedCertification(tx: DbOrTx, { now }: { now: Date }): Promise<void> {
  const staff = await listStaff(tx);
  const [admin, reviewer] = [staff.admin, staff.reviewer];
  const versions = await seedDefinitions(tx, { adminId: admin, now });
  const answerers = await listAnswerers(tx, LIVE + FORMER + APPLICANTS);
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const scene = { versions, reviewer, now, ago };
  await insertContributions(tx, answerers.slice(0, 5), reviewer, ago);
  for (const [index, person] of answerers.slice(0, LIVE).entries()) {
    await insertHolder(tx, scene, person, index);
  }
  const [lapsed, revoked] = answerers.slice(LIVE);
  if (lapsed) await insertCredential(tx, scene, lapsed, versions.former, 225, { lapsed: true });
  if (revoked) await insertCredential(tx, scene, revoked, versions.former, 90, { revokedDays: 25 });
  await insertApplications(tx, scene, answerers.slice(LIVE + FORMER));
  await markAnswers(tx);
}

type Scene = { versions: Versions; reviewer: number; now: Date; ago: (days: number) => Date };

async function listStaff(tx: DbOrTx) {
  const find = async (role: "admin" | "staff") => {
    const [row] = await tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.role, role))
      .orderBy(asc(people.id))
      .limit(1);
    if (!row) throw new Error(`The demo community has no ${role}`);
    return row.id;
  };
  return { admin: await find("admin"), reviewer: await find("staff") };
}

/** Members who know an area, those who answered most first, the demo supporter ahead of all. */
async function listAnswerers(tx: DbOrTx, limit: number): Promise<Person[]> {
  return tx
    .select({ id: people.id, handle: people.handle })
    .from(people)
    .where(
      and(
        eq(people.role, "member"),
        sql`exists (select 1 from person_skills k where k.person_id = people.id)`,
      ),
    )
    .orderBy(
      sql`${people.email} <> ${SUPPORTER}`,
      sql`(select count(*) from answers a where a.author_id = people.id) desc`,
      asc(people.id),
    )
    .limit(limit);
}

/** The first have every level; of the others one is about to end and one is past its end. */
async function insertHolder(tx: DbOrTx, scene: Scene, person: Person, index: number) {
  const { associate, former, professional, meister } = scene.versions;
  if (index === LIVE - 1) return insertCredential(tx, scene, person, former, 195);
  if (index === LIVE - 2) return insertCredential(tx, scene, person, former, 152);
  if (index < 2) await insertCredential(tx, scene, person, former, 250, { renewedDays: 75 });
  else await insertCredential(tx, scene, person, associate, 15 + index * 7);
  if (index < 4) await insertCredential(tx, scene, person, professional, 120 - index * 20);
  if (index === 1) await insertCredential(tx, scene, person, meister, 20);
}

type Fate = { lapsed?: true; revokedDays?: number; renewedDays?: number };

async function insertCredential(
  tx: DbOrTx,
  { reviewer, ago }: Scene,
  person: Person,
  version: SeedVersion,
  days: number,
  fate: Fate = {},
): Promise<void> {
  const issuedAt = ago(days);
  const applicationId = await insertApplication(tx, {
    person,
    version,
    steps: approvedSteps(person, reviewer, issuedAt),
  });
  const first = termFrom(issuedAt, version);
  const term = fate.renewedDays === undefined ? first : termFrom(first.expiresAt, version);
  const words = [person.handle, version.slug];
  const [row] = await tx
    .insert(credentials)
    .values({
      publicId: uuidOf(...words),
      number: `${issuedAt.getUTCFullYear()}-${numberOf(...words)}`,
      certificationId: version.certificationId,
      versionId: version.id,
      level: version.level,
      personId: person.id,
      applicationId,
      issuedBy: reviewer,
      issuedAt,
      ...term,
      statusIndex: Math.floor(fraction("status", ...words) * 131_072),
      ...(fate.lapsed && { endedAt: first.lapsesAt, ending: "lapsed" as const }),
      ...(fate.revokedDays !== undefined && {
        endedAt: ago(fate.revokedDays),
        ending: "revoked" as const,
        revokedBy: reviewer,
        revokeReason: "自社サービスの宣伝を目的とした回答が続いたため。",
      }),
    })
    .returning({ id: credentials.id });
  if (!row) throw new Error("The credential was not stored");
  const credentialId = row.id;
  const lines: (typeof credentialHistory.$inferInsert)[] = [
    { credentialId, event: "issued", actorId: reviewer, at: issuedAt },
  ];
  if (fate.renewedDays !== undefined) {
    const at = ago(fate.renewedDays);
    const { expiresAt } = term;
    const formerExpiresAt = first.expiresAt;
    await tx
      .insert(credentialRenewals)
      .values({ credentialId, way: "answers", answers: 4, formerExpiresAt, expiresAt, at });
    lines.push({ credentialId, event: "renewed", actorId: null, at });
  }
  if (fate.lapsed) lines.push({ credentialId, event: "lapsed", actorId: null, at: first.lapsesAt });
  if (fate.revokedDays !== undefined) {
    const at = ago(fate.revokedDays);
    lines.push({ credentialId, event: "revoked", actorId: reviewer, at });
  }
  await tx.insert(credentialHistory).values(lines);
}

type Step = { event: ApplicationEvent; actorId: number; at: Date; note?: string };

function approvedSteps(person: Person, reviewer: number, at: Date): Step[] {
  const before = (days: number) => new Date(at.getTime() - days * DAY);
  const took = 3 + Math.floor(fraction(person.handle, "took") * 12);
  return [
    { event: "started", actorId: person.id, at: before(took + 4) },
    { event: "submitted", actorId: person.id, at: before(took) },
    { event: "review-started", actorId: reviewer, at: before(1) },
    { event: "approved", actorId: reviewer, at },
  ];
}

const STATE_AFTER: Partial<Record<ApplicationEvent, ApplicationState>> = {
  started: "draft",
  submitted: "submitted",
  "review-started": "in-review",
  returned: "returned",
  approved: "approved",
  declined: "declined",
  withdrawn: "withdrawn",
};

/** An application that went these steps. */
async function insertApplication(
  tx: DbOrTx,
  { person, version, steps }: { person: Person; version: SeedVersion; steps: Step[] },
): Promise<number> {
  const [first] = steps;
  const last = steps.at(-1);
  const state = last && STATE_AFTER[last.event];
  if (!first || !last || !state) throw new Error("An application without a state");
  const submitted = steps.findLast(({ event }) => event === "submitted");
  const isDecided = ["approved", "returned", "declined", "withdrawn"].includes(state);
  const statement = content.statements[person.id % content.statements.length] ?? "";
  const [row] = await tx
    .insert(applications)
    .values({
      certificationId: version.certificationId,
      versionId: version.id,
      personId: person.id,
      state,
      statement,
      round: steps.filter(({ event }) => event === "submitted").length,
      reviewerId: state === "in-review" ? last.actorId : null,
      startedAt: first.at,
      submittedAt: submitted?.at,
      decidedAt: isDecided ? last.at : null,
      retryOn:
        state === "declined"
          ? new Date(last.at.getTime() + 90 * DAY).toISOString().slice(0, 10)
          : null,
    })
    .returning({ id: applications.id });
  if (!row) throw new Error("The application was not stored");
  const applicationId = row.id;
  await tx.insert(applicationHistory).values(steps.map((step) => ({ applicationId, ...step })));
  if (version.asksPractical) {
    const work = content.works[person.id % content.works.length];
    if (work)
      await tx.insert(applicationWorks).values({ applicationId, ...work, addedAt: first.at });
  }
  return applicationId;
}

/** One application in each state that is not approved. */
async function insertApplications(
  tx: DbOrTx,
  { versions, reviewer, ago }: Scene,
  applicants: Person[],
): Promise<void> {
  const { associate, professional } = versions;
  const ways: { version: SeedVersion; steps: (person: Person) => Step[] }[] = [
    {
      version: associate,
      steps: ({ id }) => [{ event: "started", actorId: id, at: ago(4) }],
    },
    {
      version: associate,
      steps: ({ id }) => [
        { event: "started", actorId: id, at: ago(9) },
        { event: "submitted", actorId: id, at: ago(2) },
      ],
    },
    {
      version: professional,
      steps: ({ id }) => [
        { event: "started", actorId: id, at: ago(16) },
        { event: "submitted", actorId: id, at: ago(6) },
        { event: "review-started", actorId: reviewer, at: ago(1) },
      ],
    },
    {
      version: associate,
      steps: ({ id }) => [
        { event: "started", actorId: id, at: ago(30) },
        { event: "submitted", actorId: id, at: ago(22) },
        { event: "review-started", actorId: reviewer, at: ago(20) },
        {
          event: "returned",
          actorId: reviewer,
          at: ago(19),
          note: "直近の回答をもう1件、画面の順に沿って書き直したうえで、もう一度申請してください。",
        },
      ],
    },
    {
      version: professional,
      steps: ({ id }) => [
        { event: "started", actorId: id, at: ago(60) },
        { event: "submitted", actorId: id, at: ago(52) },
        { event: "review-started", actorId: reviewer, at: ago(50) },
        {
          event: "declined",
          actorId: reviewer,
          at: ago(48),
          note: "実技の手順が、ほかの方には再現しにくい内容でした。勉強会に参加してから、再挑戦をお待ちしています。",
        },
      ],
    },
    {
      version: associate,
      steps: ({ id }) => [
        { event: "started", actorId: id, at: ago(45) },
        { event: "withdrawn", actorId: id, at: ago(40) },
      ],
    },
  ];
  for (const [index, { version, steps }] of ways.entries()) {
    const person = applicants[index];
    if (person) await insertApplication(tx, { person, version, steps: steps(person) });
  }
}

async function insertContributions(
  tx: DbOrTx,
  holders: Person[],
  recordedBy: number,
  ago: (days: number) => Date,
): Promise<void> {
  const rows = holders.flatMap((person, index) =>
    content.contributions
      .filter(({ kind }) => kind === "event-attendance" || index < 2)
      .map(({ kind, title, days }) => ({
        personId: person.id,
        kind,
        title,
        happenedOn: ago(days).toISOString().slice(0, 10),
        recordedBy,
        recordedAt: ago(days - 1),
      })),
  );
  await tx.insert(contributions).values(rows);
}

/** Answers bear the highest credential that their author held when they wrote them. */
async function markAnswers(tx: DbOrTx): Promise<void> {
  await tx.execute(sql`
    update answers set credential_id = held.id
    from (select a.id as answer_id, (select c.id from credentials c
        where c.person_id = a.author_id and c.issued_at <= a.created_at
          and (c.ended_at is null or c.ended_at > a.created_at)
        order by c.level desc, c.issued_at desc limit 1) as id from answers a) held
    where held.answer_id = answers.id and held.id is not null`);
}

function uuidOf(...words: string[]): string {
  const hex = createHash("sha256").update(words.join("\0")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function numberOf(...words: string[]): string {
  const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const bytes = createHash("sha256")
    .update(["number", ...words].join("\0"))
    .digest();
  const word = [...bytes.subarray(0, 8)].map((byte) => letters[byte % 32]).join("");
  return `${word.slice(0, 4)}-${word.slice(4)}`;
}
