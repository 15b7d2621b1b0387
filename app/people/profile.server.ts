import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { areaColumns } from "#app/areas/areas.server.ts";
import type { Area } from "#app/areas/areas.ts";
import { isStaff, type MaybeViewer } from "#app/auth/viewer.ts";
import type { PersonSummary } from "#app/ui/person-line.tsx";
import type { DbOrTx } from "#db/client.server.ts";
import { organisationLeads, organisations } from "#db/schema/organisations.ts";
import { people, personSkills } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import { answers, comments, questions } from "#db/schema/questions.ts";
import { violatedConstraint } from "#db/violations.ts";
import type { Locale } from "#db/vocabulary.ts";
import { seesOrganisationOf } from "./people.ts";
import { personSummary, toPersonSummary } from "./person-summary.server.ts";

export type Profile = PersonSummary & {
  id: number;
  /** What only people who are signed in see. */
  details?: {
    reading: string;
    bio: string;
    locale: Locale;
    timeZone: string;
    isLead: boolean;
    areas: Area[];
    joinedAt: Date;
    /** Set when the viewer may open the company's page. */
    organisationId?: number;
  };
};

/**
 * A person's profile. Visitors see who speaks – name, title, company unless hidden – and only of
 * people who wrote something public; for others the profile does not exist.
 *
 * @param visibleQuestions the condition under which a question exists for the viewer
 */
export async function findProfile(
  db: DbOrTx,
  {
    viewer,
    handle,
    visibleQuestions,
  }: { viewer: MaybeViewer; handle: string; visibleQuestions: SQL },
): Promise<Profile | undefined> {
  const [row] = await db
    .select({
      ...personSummary,
      id: people.id,
      organisationId: people.organisationId,
      reading: people.reading,
      bio: people.bio,
      locale: people.locale,
      timeZone: people.timeZone,
      joinedAt: people.createdAt,
      isLead: sql<boolean>`exists (select 1 from ${organisationLeads}
        where ${organisationLeads.personId} = ${people.id}
          and ${organisationLeads.organisationId} = ${people.organisationId})`,
      areas: skills,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(people.handle, handle), viewer ? undefined : hasWritten(visibleQuestions)));
  if (!row) return undefined;
  const seesOrganisation = seesOrganisationOf(viewer, row);
  const summary = toPersonSummary({ ...row, showsOrganisation: seesOrganisation });
  if (!viewer) return { ...summary, id: row.id };
  const mayOpen =
    row.organisationId !== null &&
    (isStaff(viewer) || viewer.organisation?.id === row.organisationId);
  const { reading, bio, locale, timeZone, isLead, joinedAt } = row;
  return {
    ...summary,
    id: row.id,
    details: {
      reading,
      bio,
      locale,
      timeZone,
      isLead: isLead && seesOrganisation,
      joinedAt,
      areas: row.areas,
      organisationId: mayOpen ? (row.organisationId ?? undefined) : undefined,
    },
  };
}

/** The product areas in use in which a person helps, as a value of queries over `people`. */
const skills = sql<Area[]>`coalesce((
  select json_agg(json_build_object('id', a.id, 'slug', a.slug, 'nameJa', a.name_ja, 'nameEn', a.name_en)
    order by a.position, a.id)
  from person_skills k join product_areas a on a.id = k.product_area_id and a.retired_at is null
  where k.person_id = people.id), '[]')`;

/** Wrote a question, an answer or a comment under a question of the given condition. */
function hasWritten(visibleQuestions: SQL): SQL {
  const under = (post: typeof answers | typeof comments) => sql`exists (
    select 1 from ${post} join ${questions} on ${questions.id} = ${post.questionId}
    where ${post.authorId} = ${people.id} and ${post.deletedAt} is null and ${visibleQuestions})`;
  return or(
    sql`exists (select 1 from ${questions}
      where ${questions.authorId} = ${people.id} and ${visibleQuestions})`,
    under(answers),
    under(comments),
  ) as SQL;
}

/** The product areas in use in which a person helps. */
async function listSkills(db: DbOrTx, { personId }: { personId: number }): Promise<Area[]> {
  return db
    .select(areaColumns)
    .from(personSkills)
    .innerJoin(productAreas, eq(productAreas.id, personSkills.productAreaId))
    .where(and(eq(personSkills.personId, personId), isNull(productAreas.retiredAt)))
    .orderBy(asc(productAreas.position), asc(productAreas.id));
}

export type OwnProfile = {
  name: string;
  reading: string;
  title: string;
  bio: string;
  handle: string;
  locale: Locale;
  timeZone: string;
  showsOrganisation: boolean;
};

/** What a person may change about themselves, as it is now. */
export async function findOwnProfile(
  db: DbOrTx,
  { personId }: { personId: number },
): Promise<OwnProfile & { skills: Area[] }> {
  const [row] = await db
    .select({
      name: people.name,
      reading: people.reading,
      title: people.title,
      bio: people.bio,
      handle: people.handle,
      locale: people.locale,
      timeZone: people.timeZone,
      showsOrganisation: people.showsOrganisation,
    })
    .from(people)
    .where(eq(people.id, personId));
  if (!row) throw new Error("The viewer is nobody");
  return { ...row, skills: await listSkills(db, { personId }) };
}

/**
 * Saves a person's profile with the areas in which they help. Skills in retired areas, which no
 * form shows, stay as they are.
 *
 * @returns refusal when another person has the handle, decided by the database
 */
export async function changeProfile(
  db: DbOrTx,
  {
    personId,
    profile,
    areaIds,
    now,
  }: { personId: number; profile: OwnProfile; areaIds: number[]; now: Date },
): Promise<{ ok: true } | { ok: false; reason: "handle-taken" }> {
  try {
    await db.transaction(async (tx) => {
      await tx
        .update(people)
        .set({ ...profile, updatedAt: now })
        .where(eq(people.id, personId));
      await replaceSkills(tx, personId, areaIds);
    });
    return { ok: true };
  } catch (error) {
    if (violatedConstraint(error) === "people_handle_unique") {
      return { ok: false, reason: "handle-taken" };
    }
    throw error;
  }
}

async function replaceSkills(tx: DbOrTx, personId: number, areaIds: number[]): Promise<void> {
  const inUse = tx
    .select({ id: productAreas.id })
    .from(productAreas)
    .where(isNull(productAreas.retiredAt));
  await tx
    .delete(personSkills)
    .where(and(eq(personSkills.personId, personId), inArray(personSkills.productAreaId, inUse)));
  if (areaIds.length === 0) return;
  await tx
    .insert(personSkills)
    .select(
      tx
        .select({
          personId: sql<number>`${personId}::bigint`.as("person_id"),
          productAreaId: productAreas.id,
        })
        .from(productAreas)
        .where(and(isNull(productAreas.retiredAt), inArray(productAreas.id, areaIds))),
    )
    .onConflictDoNothing();
}
