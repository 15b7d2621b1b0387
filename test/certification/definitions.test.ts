import { eq } from "drizzle-orm";
import {
  createCertification,
  discardVersion,
  publishVersion,
  saveVersion,
  setRetired,
  startVersion,
} from "#app/certification/definitions/defining.server.ts";
import {
  findCertificationForStaff,
  findVersion,
  listActiveCertifications,
} from "#app/certification/definitions/definition-reading.server.ts";
import { listQualifying } from "#app/certification/definitions/qualifying.server.ts";
import { credentials } from "#db/schema/credentials.ts";
import { cast } from "#test/questions/cast.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { certify, content, earnAcceptance, publish, start } from "./programme.ts";

const slugs = async (db: Parameters<typeof listActiveCertifications>[0]) =>
  (await listActiveCertifications(db)).map(({ slug }) => slug);

describe("a certification", () => {
  test("is a draft until it is published, and retired by decision", async ({ db }) => {
    const { admin } = await cast(db);
    const act = { actorId: admin.id, now: NOW };
    const created = await createCertification(db, {
      slug: "first",
      level: 1,
      content: content(),
      ...act,
    });
    if (!created.ok) throw new Error(created.reason);
    const { certificationId } = created;
    const state = async () => (await findCertificationForStaff(db, { certificationId }))?.state;
    expect(await state()).toBe("draft");
    expect(await slugs(db)).not.toContain("first");
    expect(await publishVersion(db, { certificationId, revision: 1, ...act })).toEqual({
      ok: true,
    });
    expect(await state()).toBe("active");
    expect(await slugs(db)).toContain("first");
    await setRetired(db, { certificationId, retired: true, ...act });
    expect(await state()).toBe("retired");
    expect(await slugs(db)).not.toContain("first");
    await setRetired(db, { certificationId, retired: false, ...act });
    expect(await state()).toBe("active");
  });

  test("keeps its address to itself", async ({ db }) => {
    const { admin } = await cast(db);
    const one = { slug: "same", level: 1, content: content(), actorId: admin.id, now: NOW };
    expect((await createCertification(db, one)).ok).toBe(true);
    expect(await createCertification(db, one)).toEqual({ ok: false, reason: "slug-taken" });
  });

  test("is not published while something is missing", async ({ db }) => {
    const { admin } = await cast(db);
    const act = { actorId: admin.id, now: NOW };
    const lacking = content({
      requirements: [
        { kind: "exam", threshold: 1, withinMonths: null },
        { kind: "practical", threshold: 1, withinMonths: null },
      ],
      renewalAnswers: null,
      rubricPass: 5,
    });
    const created = await createCertification(db, {
      slug: "x",
      level: 2,
      content: lacking,
      ...act,
    });
    if (!created.ok) throw new Error(created.reason);
    const published = await publishVersion(db, {
      certificationId: created.certificationId,
      revision: 1,
      ...act,
    });
    expect(published).toEqual({
      ok: false,
      reason: "bars",
      bars: ["no-exam", "no-rubric", "rubric-out-of-reach", "no-renewal"],
    });
  });
});

describe("a new version", () => {
  test("leaves holders and applications under way alone", async ({ db }) => {
    const people = await cast(db);
    const { certificationId, slug, versionId } = await publish(db, people.admin);
    await certify(db, people, people.helper, slug);
    const underWay = await start(db, people.stranger, slug);
    const act = { actorId: people.admin.id, now: NOW };
    await startVersion(db, { certificationId, ...act });
    const harder = content({
      requirements: [{ kind: "accepted-answers", threshold: 50, withinMonths: null }],
    });
    expect(await saveVersion(db, { certificationId, revision: 1, content: harder })).toEqual({
      ok: true,
    });
    expect(await publishVersion(db, { certificationId, revision: 2, ...act })).toEqual({
      ok: true,
    });
    const found = await findCertificationForStaff(db, { certificationId });
    expect(found?.current?.number).toBe(2);
    expect(found?.current?.requirements).toEqual(harder.requirements);
    const [credential] = await db
      .select()
      .from(credentials)
      .where(eq(credentials.personId, people.helper.id));
    expect(credential).toMatchObject({ versionId, endedAt: null });
    expect((await findVersion(db, versionId))?.requirements[0]?.threshold).toBe(1);
    expect(await start(db, people.stranger, slug)).toBe(underWay);
  });

  test("is saved by one of two who had it open", async ({ db }) => {
    const people = await cast(db);
    const { certificationId } = await publish(db, people.admin);
    const act = { certificationId, actorId: people.admin.id, now: NOW };
    await startVersion(db, act);
    await startVersion(db, act);
    const save = (nameJa: string) =>
      saveVersion(db, { certificationId, revision: 1, content: content({ nameJa }) });
    expect(await save("先の人")).toEqual({ ok: true });
    expect(await save("後の人")).toEqual({ ok: false, reason: "stale" });
    expect(await publishVersion(db, { ...act, revision: 1 })).toEqual({
      ok: false,
      reason: "stale",
    });
    const found = await findCertificationForStaff(db, { certificationId });
    expect(found?.versions).toHaveLength(2);
    expect(found?.writing?.nameJa).toBe("先の人");
    expect(await discardVersion(db, act)).toEqual({ ok: true, isGone: false });
    expect((await findCertificationForStaff(db, { certificationId }))?.writing).toBeUndefined();
  });

  test("is begun once by two clicks at the same moment", async () => {
    const { db, close } = await freshDatabase();
    const people = await cast(db);
    const { certificationId } = await publish(db, people.admin);
    const act = { certificationId, actorId: people.admin.id, now: NOW };
    await Promise.all(Array.from({ length: 8 }, () => startVersion(db, act)));
    expect((await findCertificationForStaff(db, { certificationId }))?.versions).toHaveLength(2);
    await close();
  });
});

test("who would qualify today is measured by the rules of applications", async ({ db }) => {
  const people = await cast(db);
  const { versionId } = await publish(db, people.admin);
  await earnAcceptance(db, people, people.helper);
  // Within one's own company nothing counts.
  await earnAcceptance(db, people, people.colleague);
  const version = await findVersion(db, versionId);
  if (!version) throw new Error("no version");
  const rows = await listQualifying(db, { version, now: NOW });
  expect(rows.map(({ id }) => id)).toEqual([people.helper.id]);
});
