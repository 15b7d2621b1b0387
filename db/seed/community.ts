import type { DbOrTx } from "#db/client.server.ts";
import { organisationDomains, organisationLeads, organisations } from "#db/schema/organisations.ts";
import { areaFollows, people, personSkills } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";
import {
  productAreas as areas,
  organisations as companies,
  people as peopleContent,
  vendor,
} from "./content/index.ts";
import type { SeedOrganisation, SeedPerson } from "./content/types.ts";
import { fraction } from "./fraction.ts";
import { continueKeys, insertRows } from "./insert-rows.ts";

const DAY = 24 * 60 * 60_000;

/** What the threads need to know of a person. */
export type Member = {
  id: number;
  handle: string;
  organisationId: number | null;
  isStaff: boolean;
  /** Product areas of which new questions are told. */
  follows: string[];
};

export type Community = {
  /** By key of the content. */
  members: Map<string, Member>;
  /** By slug. */
  areaIds: Map<string, number>;
};

type Given = {
  passwordHash: string;
  now: Date;
  /** When the first question was asked; everybody's first deed by key. */
  openedAt: Date;
  firstDeeds: ReadonlyMap<string, Date>;
};

/** Inserts product areas, companies and people with all that belongs to them. */
export async function insertCommunity(tx: DbOrTx, given: Given): Promise<Community> {
  const areaIds = new Map(areas.map(({ slug }, index) => [slug as string, index + 1]));
  const organisationIds = new Map(companies.map(({ key }, index) => [key as string, index + 1]));
  const members = new Map(
    peopleContent.map((person, index) => [
      person.key,
      memberOf(person, index + 1, person.organisation && organisationIds.get(person.organisation)),
    ]),
  );
  await insertAreas(tx, given.openedAt);
  await insertOrganisations(tx, given);
  await insertPeople(tx, { members, areaIds }, given);
  return { members, areaIds };
}

function memberOf(
  person: SeedPerson,
  id: number,
  organisationId: number | "" | null | undefined,
): Member {
  return {
    id,
    handle: person.handle,
    organisationId: organisationId || null,
    isStaff: person.organisation === null,
    follows: person.skills,
  };
}

async function insertAreas(tx: DbOrTx, openedAt: Date): Promise<void> {
  await insertRows(
    tx,
    productAreas,
    areas.map(({ slug, nameJa, nameEn, description, descriptionEn }, index) => ({
      id: index + 1,
      slug,
      nameJa,
      nameEn,
      descriptionJa: description,
      descriptionEn,
      position: index + 1,
      createdAt: openedAt,
    })),
  );
  await continueKeys(tx, productAreas);
}

async function insertOrganisations(tx: DbOrTx, { now, openedAt }: Given): Promise<void> {
  await insertRows(
    tx,
    organisations,
    companies.map((company, index) => {
      const { startsOn, endsOn } = contractOf(company, now);
      const createdAt = new Date(Math.max(Date.parse(startsOn), openedAt.getTime()));
      const { name, tier, phase, industry, region } = company;
      return {
        id: index + 1,
        name,
        tier,
        phase,
        industry,
        region,
        contractStartsOn: startsOn,
        contractEndsOn: endsOn,
        createdAt,
        updatedAt: createdAt,
      };
    }),
  );
  await insertRows(
    tx,
    organisationDomains,
    companies.map(({ domain }, index) => ({
      domain,
      organisationId: index + 1,
      createdAt: openedAt,
    })),
  );
  await continueKeys(tx, organisations);
}

/** First day of the first contract and last day of the term that runs now. */
function contractOf(
  { contractMonthsAgo, contractMonths }: SeedOrganisation,
  now: Date,
): { startsOn: string; endsOn: string } {
  const terms = Math.floor(contractMonthsAgo / contractMonths) + 1;
  const firstOfMonth = (months: number) =>
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1);
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return {
    startsOn: day(firstOfMonth(-contractMonthsAgo)),
    endsOn: day(firstOfMonth(terms * contractMonths - contractMonthsAgo) - DAY),
  };
}

async function insertPeople(
  tx: DbOrTx,
  { members, areaIds }: Community,
  { firstDeeds, now, openedAt, passwordHash }: Given,
): Promise<void> {
  const rows = peopleContent.map((person, index) => {
    const createdAt = joinedAt(person, firstDeeds.get(person.key) ?? now, openedAt);
    const { handle, name, reading, title, bio, locale, timeZone, role } = person;
    return {
      id: index + 1,
      handle,
      email: addressOf(person),
      emailVerifiedAt: createdAt,
      passwordHash,
      name,
      reading,
      title,
      bio,
      locale,
      timeZone,
      role,
      organisationId: members.get(person.key)?.organisationId ?? null,
      showsOrganisation: person.showsOrganisation ?? true,
      createdAt,
      updatedAt: createdAt,
    };
  });
  await insertRows(tx, people, rows);
  await continueKeys(tx, people);

  const skills = peopleContent.flatMap((person, index) =>
    person.skills.map((slug) => ({
      personId: index + 1,
      productAreaId: areaIds.get(slug) ?? 0,
      createdAt: rows[index]?.createdAt ?? now,
    })),
  );
  await insertRows(
    tx,
    personSkills,
    skills.map(({ createdAt: _, ...skill }) => skill),
  );
  await insertRows(tx, areaFollows, skills);

  const namedBy = peopleContent.findIndex(({ role }) => role === "admin") + 1;
  await insertRows(
    tx,
    organisationLeads,
    rows
      .filter((_, index) => peopleContent[index]?.lead)
      .map(({ id, organisationId, createdAt }) => ({
        personId: id,
        organisationId: organisationId ?? 0,
        namedBy,
        namedAt: createdAt,
      })),
  );
}

/** Some time between the opening of the portal and the first thing the person did there. */
function joinedAt({ key, role }: SeedPerson, firstDeed: Date, openedAt: Date): Date {
  if (role !== "member") return openedAt;
  const span = Math.max(0, firstDeed.getTime() - openedAt.getTime());
  return new Date(firstDeed.getTime() - Math.min(span, fraction(key, "joined") * 40 * DAY));
}

function addressOf({ email, handle, organisation }: SeedPerson): string {
  const domain = companies.find(({ key }) => key === organisation)?.domain ?? vendor.domain;
  return email ?? `${handle}@${domain}`;
}
