import type { Viewer } from "#app/auth/viewer.ts";
import { saveClosure } from "#app/calendar/calendar.server.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import { followArea } from "#app/questions/following.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Locale } from "#db/vocabulary.ts";
import { createHelper } from "#test/questions/routing/scene.ts";
import { createArea, createOrganisation, createPerson, viewerOf } from "#test/support/factories.ts";
import { between, chance, pick } from "./chance.ts";
import { START, WORKED_AFTER_ALL, type Zone } from "./fortnight.ts";
import { wishesOf } from "./wishes.ts";

export const ORGANISATIONS = 12;
export const AREAS = 8;
export const HELPERS = 40;
export const STAFF = 6;
export const MEMBERS = 154;

export type Inhabitant = { handle: string; zone: Zone; viewer: Viewer; isOut: boolean };

export type World = {
  areas: { id: number; slug: string }[];
  members: Inhabitant[];
  helpers: Inhabitant[];
  staff: Inhabitant[];
  everybody: Inhabitant[];
  byId: Map<number, Inhabitant>;
};

/** The company, its customers and what they know and want, as they are before the first day. */
export async function createWorld(db: Db): Promise<World> {
  const organisations: { id: number; name: string }[] = [];
  for (let n = 1; n <= ORGANISATIONS; n += 1) {
    organisations.push(await createOrganisation(db, { name: `株式会社${n}号` }));
  }
  const areas: World["areas"] = [];
  for (let n = 1; n <= AREAS; n += 1) areas.push(await createArea(db, { slug: `subject-${n}` }));
  const build = { db, organisations, areas };
  const members = await many(MEMBERS, "member", (handle, n) => createMember(build, handle, n));
  const helpers = await many(HELPERS, "helper", (handle, n) => createSupporter(build, handle, n));
  const staff = await many(STAFF, "staff", async (handle) => {
    const values = { ...valuesOf(handle), role: "staff" as const };
    return inhabitant(handle, viewerOf(await createPerson(db, values)));
  });
  const actorId = staff[0]?.viewer.id ?? 0;
  await saveClosure(db, { day: WORKED_AFTER_ALL, name: "創立記念日", actorId, now: START });
  const everybody = [...members, ...helpers, ...staff];
  for (const one of everybody) await express(build, one);
  const byId = new Map(everybody.map((one) => [one.viewer.id, one]));
  return { areas, members, helpers, staff, everybody, byId };
}

type Build = { db: Db; organisations: { id: number; name: string }[]; areas: World["areas"] };

async function many(
  count: number,
  kind: string,
  create: (handle: string, n: number) => Promise<Inhabitant>,
): Promise<Inhabitant[]> {
  const made: Inhabitant[] = [];
  for (let n = 1; n <= count; n += 1) {
    made.push(await create(`${kind}-${String(n).padStart(3, "0")}`, n));
  }
  return made;
}

function valuesOf(handle: string) {
  const locale: Locale = chance("language", handle) < 0.12 ? "en" : "ja";
  const timeZone: Zone = chance("zone", handle) < 0.08 ? "Europe/Berlin" : "Asia/Tokyo";
  const email = `${handle}@test.example`;
  return { handle, email, name: `${handle} 太郎`, locale, timeZone, createdAt: START };
}

async function createMember({ db, organisations }: Build, handle: string, n: number) {
  const organisation = organisations[n % organisations.length];
  const values = { ...valuesOf(handle), organisationId: organisation?.id };
  return inhabitant(handle, viewerOf(await createPerson(db, values), organisation));
}

async function createSupporter(
  { db, organisations, areas }: Build,
  handle: string,
  n: number,
): Promise<Inhabitant> {
  const known = [0, 1, 2].slice(0, between(2, 3, "skills", handle));
  const viewer = await createHelper(db, {
    ...valuesOf(handle),
    organisationId: organisations[n % organisations.length]?.id,
    areaIds: known.map((step) => areas[(n + step * 3) % areas.length]?.id ?? 0),
    cap: between(1, 4, "load cap", handle),
    answersEn: chance("answers English", handle) < 0.4,
    ...(chance("away", handle) < 0.12 && { away: { from: "2026-04-27", to: "2026-05-01" } }),
  });
  return inhabitant(handle, viewer);
}

function inhabitant(handle: string, viewer: Viewer): Inhabitant {
  return { handle, viewer, zone: viewer.timeZone as Zone, isOut: false };
}

/** Says what a person wants to hear of, and when. */
async function express({ db, areas }: Build, { handle, viewer }: Inhabitant): Promise<void> {
  const wishes = wishesOf(handle, viewer.role);
  if (wishes) await changePreferences(db, { personId: viewer.id, ...wishes, now: START });
  if (chance("follows", handle) >= 0.07) return;
  const { slug } = pick(areas, "followed", handle);
  await followArea(db, { viewer, slug, following: true, now: START });
}
