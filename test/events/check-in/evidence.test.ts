import {
  recordContribution,
  removeContribution,
} from "#app/certification/contributions/contributions.server.ts";
import { listCheckedIn } from "#app/certification/requirements/attended-events.server.ts";
import { measurePeople } from "#app/certification/requirements/measuring.server.ts";
import { findProgress } from "#app/certification/requirements/progress.server.ts";
import type { Requirement } from "#app/certification/requirements/requirements.ts";
import { undoAttendance } from "#app/events/check-in/attending.server.ts";
import type { Db } from "#db/client.server.ts";
import { contributions } from "#db/schema/certifications.ts";
import { expect, test } from "#test/support/database.ts";
import { at, done, doorOf, memberOf } from "./scene.ts";

const LATER = at("23:00");
const requirement = (withinMonths: number | null): Requirement => ({
  kind: "events-attended",
  threshold: 2,
  withinMonths,
});

const progressOf = async (db: Db, personId: number, withinMonths: number | null = 12) => {
  const [progress] = await findProgress(db, {
    personId,
    requirements: [requirement(withinMonths)],
    examId: null,
    works: 0,
    now: LATER,
  });
  return progress;
};

test("check-ins count beside what staff recorded, each event once", async ({ db }) => {
  const person = await memberOf(db);
  const [door, other] = [
    await doorOf(db, { title: "第5回ユーザー会" }),
    await doorOf(db, { title: "分科会", invitedOnly: true }),
  ];
  await door.register("confirmed", person);
  done(await door.scan({ personId: person.id }));
  done(await other.scan({ personId: person.id }, { way: "walk-in" }));
  const record = (title: string, happenedOn: string) =>
    recordContribution(db, {
      personId: person.id,
      kind: "event-attendance",
      title,
      happenedOn,
      actorId: door.viewer.id,
      now: LATER,
    });
  // The first is the event above, told a second time by hand.
  await record("第5回ユーザー会", "2026-06-01");
  await record("第5回ユーザー会", "2025-12-01");
  await record("他社の勉強会", "2026-05-20");
  const progress = await progressOf(db, person.id);
  expect(progress).toMatchObject({ value: 4, met: true });
  expect(progress?.evidence).toEqual([
    // Not visible to somebody who merely came by.
    { title: "分科会", at: "2026-06-01T00:00:00Z", to: null },
    { title: "第5回ユーザー会", at: "2026-06-01T00:00:00Z", to: `/events/${door.event.id}` },
    { title: "他社の勉強会", at: "2026-05-20T00:00:00Z", to: null },
    { title: "第5回ユーザー会", at: "2025-12-01T00:00:00Z", to: null },
  ]);
  expect(await listCheckedIn(db, { personId: person.id })).toHaveLength(2);
});

test("undone check-ins, removed records and those of long ago do not count", async ({ db }) => {
  const person = await memberOf(db);
  const door = await doorOf(db);
  await door.register("confirmed", person);
  const { arrival } = done(await door.scan({ personId: person.id }));
  const old = await doorOf(db, {
    startsAt: new Date("2025-02-01T09:00:00Z"),
    endsAt: new Date("2025-02-01T11:00:00Z"),
  });
  done(await old.scan({ personId: person.id }, { way: "walk-in" }));
  await recordContribution(db, {
    personId: person.id,
    kind: "event-attendance",
    title: "他社の勉強会",
    happenedOn: "2026-05-20",
    actorId: door.viewer.id,
    now: LATER,
  });
  expect(await progressOf(db, person.id)).toMatchObject({ value: 2 });
  expect(await progressOf(db, person.id, null)).toMatchObject({ value: 3 });
  const { viewer, event } = door;
  const undo = { viewer, eventId: event.id, attendanceId: arrival.attendanceId, now: LATER };
  done(await undoAttendance(db, undo));
  const [row] = await db.select().from(contributions);
  await removeContribution(db, {
    personId: person.id,
    contributionId: row?.id ?? 0,
    actorId: viewer.id,
    now: LATER,
  });
  const progress = await progressOf(db, person.id);
  expect(progress).toMatchObject({ value: 0, met: false, evidence: [] });
  // Guests are nobody's evidence, and registrations are not attendance.
  done(await door.scan({ guest: { name: person.name, affiliation: "" } }));
  const values = await measurePeople(db, {
    personIds: [person.id, viewer.id],
    requirements: [requirement(12)],
    examId: null,
    now: LATER,
  });
  expect([...values.values()]).toEqual([{ "events-attended": 0 }, { "events-attended": 0 }]);
});
