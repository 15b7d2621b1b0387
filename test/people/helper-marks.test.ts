import { findHelperMark, markHelper, unmarkHelper } from "#app/people/helper-marks.server.ts";
import { listThoseWhoSee } from "#app/questions/audience.server.ts";
import { auditLog } from "#db/schema/portal.ts";
import { cast } from "#test/questions/cast.ts";
import { expect, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";

test("staff mark members who can log in, and nobody else", async ({ db }) => {
  const { asker, staff, admin } = await cast(db);
  const mark = (personId: number) => markHelper(db, { personId, actorId: staff.id, now: NOW });
  expect(await mark(asker.id)).toEqual({ ok: true });
  expect(await mark(asker.id)).toEqual({ ok: true });
  expect(await findHelperMark(db, { personId: asker.id })).toEqual({
    markedAt: NOW,
    markedBy: staff.name,
  });
  const imported = await createPerson(db, { email: null });
  expect(await mark(imported.id)).toMatchObject({ reason: "no-member" });
  expect(await mark(admin.id)).toMatchObject({ reason: "no-member" });
  expect(await mark(999_999)).toMatchObject({ reason: "unknown" });
  await unmarkHelper(db, { personId: asker.id, actorId: staff.id, now: NOW });
  await unmarkHelper(db, { personId: asker.id, actorId: staff.id, now: NOW });
  expect(await findHelperMark(db, { personId: asker.id })).toBeUndefined();
  const audit = await db.select({ action: auditLog.action }).from(auditLog);
  expect(audit.map(({ action }) => action)).toEqual([
    "person.helper-marked",
    "person.helper-unmarked",
  ]);
});

test("with the mark, questions among supporters exist", async ({ db }) => {
  const { area, asker, stranger, staff, colleague } = await cast(db);
  await markHelper(db, { personId: stranger.id, actorId: staff.id, now: NOW });
  const question = {
    id: 1,
    scope: "supporters" as const,
    organisationId: null,
    authorId: asker.id,
    productAreaId: area.id,
  };
  const everyone = [asker.id, stranger.id, staff.id, colleague.id];
  const seeing = await listThoseWhoSee(db, question, everyone);
  expect(seeing.sort((a, b) => a - b)).toEqual(
    [asker.id, stranger.id, staff.id].sort((a, b) => a - b),
  );
});
