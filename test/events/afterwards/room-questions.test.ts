import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { findAfterwards } from "#app/events/afterwards/afterwards.server.ts";
import { askFromRoom, findRoom } from "#app/events/afterwards/room-questions.server.ts";
import { after as later } from "#app/lib/time.ts";
import { findDraft, saveDraft } from "#app/questions/drafts.server.ts";
import { findQuestion } from "#app/questions/question-page.server.ts";
import { roomQuestions } from "#db/schema/attendances.ts";
import { events } from "#db/schema/events.ts";
import { questions } from "#db/schema/questions.ts";
import { expect, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { type EndedEvent, endedEvent } from "./scene.ts";

const asked = (scene: EndedEvent, viewer: Viewer, scope: "public" | "customers" = "customers") => ({
  viewer,
  eventId: scene.event.id,
  sessionId: scene.session.id as number | undefined,
  content: {
    title: "在庫が二重に引かれるのはなぜですか",
    body: "会場で出た質問です。",
    productAreaId: scene.area.id,
    scope,
    tags: "",
  },
  submissionKey: randomUUID(),
  now: NOW,
});

test("becomes a thread, once, that leads to the event and back", async ({ db }) => {
  const scene = await endedEvent(db);
  const { event, attendee, outsider, session } = scene;
  const draft = { personId: attendee.id, fields: { title: "書きかけ" }, now: NOW };
  await saveDraft(db, { ...draft, place: "question" });
  await saveDraft(db, { ...draft, place: `room-question:${event.id}` });
  const form = asked(scene, attendee);
  const first = await askFromRoom(db, form);
  expect(first).toMatchObject({ ok: true });
  expect(await askFromRoom(db, form)).toEqual(first);
  const rows = await db.select().from(roomQuestions);
  expect(rows).toMatchObject([{ eventId: event.id, sessionId: session.id, addedBy: attendee.id }]);
  const questionId = rows[0]?.questionId ?? 0;
  const page = await findQuestion(db, { viewer: outsider, questionId });
  expect(page?.event).toEqual({ id: event.id, title: event.title });
  const remains = await findAfterwards(db, { viewer: outsider, eventId: event.id, now: NOW });
  expect(remains?.questions).toMatchObject([{ id: questionId, session: session.title }]);
  // The draft of the other form is not this one's.
  const drafts = { personId: attendee.id };
  expect(await findDraft(db, { ...drafts, place: "question" })).toBeDefined();
  expect(await findDraft(db, { ...drafts, place: `room-question:${event.id}` })).toBeUndefined();
});

test("each side is shown to those who see both", async ({ db }) => {
  const scene = await endedEvent(db, { scope: "public" });
  const { event, attendee, outsider } = scene;
  const made = await askFromRoom(db, asked(scene, attendee));
  const questionId = made.ok ? made.questionId : 0;
  const listed = async (viewer: Viewer | undefined) =>
    (await findAfterwards(db, { viewer, eventId: event.id, now: NOW }))?.questions.length;
  // Asked for customers: an anonymous visitor of the public event does not see it.
  expect([await listed(outsider), await listed(undefined)]).toEqual([1, 0]);
  await db.update(questions).set({ scope: "public" }).where(eq(questions.id, questionId));
  expect(await listed(undefined)).toBe(1);
  await db.update(events).set({ invitedOnly: true }).where(eq(events.id, event.id));
  const seen = async (viewer: Viewer | undefined) =>
    (await findQuestion(db, { viewer, questionId }))?.event;
  expect(await seen(outsider)).toBeNull();
  expect(await seen(undefined)).toBeNull();
  expect(await listed(outsider)).toBeUndefined();
});

test("is asked by those who were there, never wider than the event", async ({ db }) => {
  const scene = await endedEvent(db);
  const { event, attendee, organiser, outsider, session } = scene;
  const refused = await askFromRoom(db, asked(scene, outsider));
  expect(refused).toEqual({ ok: false, reason: "not-allowed" });
  expect(await askFromRoom(db, asked(scene, attendee, "public"))).toEqual({
    ok: false,
    reason: "scope-not-allowed",
  });
  const elsewhere = { ...asked(scene, attendee), sessionId: session.id + 999 };
  expect(await askFromRoom(db, elsewhere)).toEqual({ ok: false, reason: "session-unknown" });
  const before = { viewer: organiser, eventId: event.id, now: later(event.startsAt, -1) };
  expect(await findRoom(db, before)).toEqual({ ok: false, reason: "not-allowed" });
  expect(await askFromRoom(db, asked(scene, organiser))).toMatchObject({ ok: true });
});
