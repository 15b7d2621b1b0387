import { eq } from "drizzle-orm";
import {
  addQuestion,
  editQuestion,
  listQuestions,
  raiseQuestion,
  removeQuestion,
} from "#app/events/organising/applicant-questions.server.ts";
import { addTicket, editTicket } from "#app/events/organising/tickets.server.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { ticketTypes } from "#db/schema/events.ts";
import { registrationAnswers, registrations } from "#db/schema/registrations.ts";
import type { RegistrationState } from "#db/vocabulary.ts";
import { cast } from "#test/questions/cast.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createEvent, createRegistration } from "#test/support/events.ts";
import { NOW, START, ticket } from "./scene.ts";

const describeDraw = () => "抽選日時が変わりました。";

/** A published event with one ticket, and somebody for each of the given states. */
async function scene(
  db: Db,
  states: RegistrationState[] = [],
  content: Parameters<typeof ticket>[0] = {},
) {
  const people = await cast(db);
  const event = await createEvent(db, { startsAt: START });
  const act = { viewer: people.staff, eventId: event.id, now: NOW };
  const added = await addTicket(db, { ...act, content: ticket(content) });
  if (!added.ok) throw new Error(added.reason);
  const { ticketTypeId } = added;
  const rows = [];
  for (const state of states) {
    const person = await people.member(people.home);
    rows.push(
      await createRegistration(db, {
        event,
        ticket: { id: ticketTypeId },
        person: { ...person, organisationId: people.home.id },
        state,
      }),
    );
  }
  const edit = (changes: Parameters<typeof ticket>[0], version = 1) =>
    editTicket(db, {
      ...act,
      ticketTypeId,
      version,
      content: ticket({ ...content, ...changes }),
      describeDraw,
    });
  return { ...people, event, act, ticketTypeId, rows, edit };
}

describe("a ticket", () => {
  test("is free to change until somebody applies", async ({ db }) => {
    const { edit, ticketTypeId } = await scene(db);
    const drawAt = later(START, -DAY);
    expect(await edit({ admission: "lottery", drawAt })).toEqual({ ok: true });
    const [row] = await db.select().from(ticketTypes).where(eq(ticketTypes.id, ticketTypeId));
    expect(row?.drawSeed).toMatch(/^[0-9a-f]{64}$/);
    // Another time is another time of the same draw.
    expect(await edit({ admission: "lottery", drawAt: later(drawAt, -HOUR) }, 2)).toEqual({
      ok: true,
    });
    const [again] = await db.select().from(ticketTypes).where(eq(ticketTypes.id, ticketTypeId));
    expect(again?.drawSeed).toBe(row?.drawSeed);
    expect(await edit({ admission: "approval" }, 3)).toEqual({ ok: true });
    expect(await edit({ admission: "approval" }, 3)).toEqual({ ok: false, reason: "stale" });
  });

  test("keeps what people applied under, even those who gave up", async ({ db }) => {
    const { edit } = await scene(db, ["cancelled"]);
    expect(await edit({ admission: "approval" })).toEqual({ ok: false, reason: "admission-fixed" });
    expect(await edit({ place: "online" })).toEqual({ ok: false, reason: "place-fixed" });
    expect(await edit({ capacity: 1 })).toEqual({ ok: true });
  });

  test("takes no place away", async ({ db }) => {
    const { edit } = await scene(db, ["confirmed", "offered", "waitlisted"]);
    expect(await edit({ capacity: 1 })).toEqual({ ok: false, reason: "capacity-below-taken" });
    expect(await edit({ organisationCap: 1 })).toEqual({ ok: false, reason: "cap-below-taken" });
    expect(await edit({ capacity: 2, organisationCap: 2 })).toEqual({ ok: true });
  });

  test("offers the places it gains to those who wait", async ({ db }) => {
    const full = { capacity: 1 };
    const { edit, rows } = await scene(db, ["confirmed", "waitlisted", "waitlisted"], full);
    expect(await edit({ capacity: 2 })).toEqual({ ok: true });
    const states = [];
    for (const { id } of rows) {
      const [row] = await db.select().from(registrations).where(eq(registrations.id, id));
      states.push(row?.state);
    }
    expect(states).toEqual(["confirmed", "offered", "waitlisted"]);
  });

  test("is where its event is, and drawn before it begins", async ({ db }) => {
    const { act } = await scene(db);
    const add = (content: Parameters<typeof ticket>[0]) =>
      addTicket(db, { ...act, content: ticket(content) });
    expect(await add({ place: "online" })).toMatchObject({ reason: "place-elsewhere" });
    expect(await add({ admission: "lottery" })).toMatchObject({ reason: "draw-missing" });
    const at = (drawAt: Date) => add({ admission: "lottery", drawAt });
    expect(await at(START)).toMatchObject({ reason: "draw-too-late" });
    expect(await at(later(NOW, -1))).toMatchObject({ reason: "draw-past" });
    expect(await at(later(NOW, HOUR))).toMatchObject({ ok: true });
    const over = { ...act, now: later(START, DAY) };
    expect(await addTicket(db, { ...over, content: ticket() })).toMatchObject({ reason: "closed" });
  });

  test("is the business of those who run the event", async ({ db }) => {
    const { act, asker } = await scene(db);
    const add = { ...act, viewer: asker, content: ticket() };
    expect(await addTicket(db, add)).toEqual({ ok: false, reason: "not-allowed" });
  });
});

describe("a question for applicants", () => {
  const content = { kind: "choice", label: "昼食は？", choices: ["肉", "魚"], isRequired: true };
  const question = content as Parameters<typeof addQuestion>[1]["content"];

  test("keeps its sense once it was answered", async ({ db }) => {
    const { act, rows } = await scene(db, ["confirmed"]);
    await addQuestion(db, { ...act, content: question });
    const [asked] = await listQuestions(db, act);
    const questionId = asked?.id ?? 0;
    await db
      .insert(registrationAnswers)
      .values({ registrationId: rows[0]?.id ?? 0, questionId, answer: "肉" });
    const edit = (changes: Partial<typeof question>) =>
      editQuestion(db, { ...act, questionId, content: { ...question, ...changes } });
    expect(await edit({ kind: "text", choices: [] })).toMatchObject({ reason: "kind-fixed" });
    expect(await edit({ choices: ["肉", "豆"] })).toMatchObject({ reason: "choices-answered" });
    expect(await edit({ choices: ["肉", "魚", "豆"] })).toEqual({ ok: true });
    expect(await removeQuestion(db, { ...act, questionId })).toEqual({ ok: true });
    expect(await removeQuestion(db, { ...act, questionId })).toEqual({
      ok: false,
      reason: "not-found",
    });
  });

  test("moves up one at a time", async ({ db }) => {
    const { act } = await scene(db);
    for (const label of ["一", "二", "三"]) {
      await addQuestion(db, { ...act, content: { ...question, label } });
    }
    const order = async () => (await listQuestions(db, act)).map(({ label }) => label).join("");
    const last = (await listQuestions(db, act)).at(-1);
    await raiseQuestion(db, { ...act, questionId: last?.id ?? 0 });
    expect(await order()).toBe("一三二");
    await raiseQuestion(db, { ...act, questionId: last?.id ?? 0 });
    await raiseQuestion(db, { ...act, questionId: last?.id ?? 0 });
    expect(await order()).toBe("三一二");
  });
});
