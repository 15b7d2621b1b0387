import { parseWithZod } from "@conform-to/zod/v4";
import { eq } from "drizzle-orm";
import { registerForEvent } from "#app/events/admission/registering.server.ts";
import { answerField } from "#app/events/listing/answer-field.ts";
import { applyToast } from "#app/events/listing/apply-outcome.ts";
import { findEventPage } from "#app/events/listing/event-reading.server.ts";
import { answersOf, registrationSchema } from "#app/events/listing/registration-form.ts";
import {
  listBrought,
  listCandidates,
  listRegistrationHistory,
} from "#app/events/listing/registration-reading.server.ts";
import { standingWords, summaryWords } from "#app/events/listing/standing-words.ts";
import { applyVerb } from "#app/events/listing/ticket-list.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import { eventSessions, sessionSpeakers } from "#db/schema/events.ts";
import { people } from "#db/schema/people.ts";
import { cast } from "#test/questions/cast.ts";
import { expect, test } from "#test/support/database.ts";
import { createEvent, createRegistration, createTicketType } from "#test/support/events.ts";
import { NOW } from "#test/support/factories.ts";

const questions = [
  { id: 1, kind: "text", label: "聞きたいこと", choices: [], isRequired: true },
  { id: 2, kind: "choice", label: "懇親会", choices: ["参加", "不参加"], isRequired: false },
  { id: 3, kind: "choices", label: "興味", choices: ["分析", "連携"], isRequired: true },
] as const;

function submit(entries: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  const schema = registrationSchema(translator("ja", "registrations"), {
    ticketIds: [5, 6],
    questions,
  });
  return parseWithZod(form, { schema });
}

test("a form with every answer is read; several choices stand in lines", () => {
  const submission = submit([
    ["ticket", "6"],
    ["self", "on"],
    ["people", "12"],
    ["people", "13"],
    [answerField(1), "  連携の設定  "],
    [answerField(3), "分析"],
    [answerField(3), "連携"],
  ]);
  if (submission.status !== "success") throw new Error(JSON.stringify(submission.reply()));
  expect(submission.value).toMatchObject({ ticket: 6, self: "on", people: [12, 13] });
  expect([...answersOf(submission.value, questions)]).toEqual([
    [1, "連携の設定"],
    [2, ""],
    [3, "分析\n連携"],
  ]);
});

test("what is missing or was never offered is said beside its field, and nothing typed is lost", () => {
  const submission = submit([
    ["ticket", "99"],
    [answerField(2), "どちらでも"],
    [answerField(1), " "],
  ]);
  const reply = submission.reply();
  expect(reply.status).toBe("error");
  expect(reply.error).toMatchObject({
    ticket: ["枠を選んでください。"],
    "answer-1": ["回答してください。"],
    "answer-2": ["選択肢から選んでください。"],
    "answer-3": ["回答してください。"],
  });
  expect(reply.initialValue).toMatchObject({ ticket: "99", "answer-2": "どちらでも" });
});

test("somebody has to take part", () => {
  const submission = submit([
    ["ticket", "5"],
    [answerField(1), "はい"],
    [answerField(3), "分析"],
  ]);
  expect(submission.reply().error).toEqual({ self: ["参加する人を選んでください。"] });
});

test("colleagues are found by name; who applied, was suspended or is elsewhere is not", async ({
  db,
}) => {
  const { asker, colleague, lead, stranger, member, home } = await cast(db);
  await db.update(people).set({ name: "山田 花子" }).where(eq(people.id, colleague.id));
  await db.update(people).set({ name: "山田 太郎" }).where(eq(people.id, stranger.id));
  const event = await createEvent(db);
  const ticket = await createTicketType(db, { eventId: event.id });
  const find = async (word: string, chosen: number[] = []) =>
    (await listCandidates(db, { viewer: asker, eventId: event.id, word, chosen })).people.map(
      ({ id }) => id,
    );
  expect(await find("")).toEqual(expect.arrayContaining([colleague.id, lead.id]));
  expect(await find("")).not.toContain(asker.id);
  expect(await find("やまだ")).toEqual([]);
  expect(await find("山田")).toEqual([colleague.id]);
  // Those already ticked stay, whatever is looked for next.
  expect(await find("山田", [lead.id])).toEqual([lead.id, colleague.id]);
  expect(await find("山田", [stranger.id])).toEqual([colleague.id]);
  await createRegistration(db, { event, ticket, person: colleague, state: "waitlisted" });
  expect(await find("山田")).toEqual([]);
  for (let n = 0; n < 12; n += 1) await member(home);
  const all = await listCandidates(db, { viewer: asker, eventId: event.id, word: "" });
  expect(all).toMatchObject({ hasMore: true });
  expect(all.people).toHaveLength(8);
});

test("nobody is offered to be brought to what does not exist for them", async ({ db }) => {
  const { asker, colleague } = await cast(db);
  const event = await createEvent(db, { invitedOnly: true });
  await createTicketType(db, { eventId: event.id });
  const { people: found } = await listCandidates(db, {
    viewer: asker,
    eventId: event.id,
    word: "",
  });
  expect(found.map(({ id }) => id)).not.toContain(colleague.id);
});

test("whoever applied for a colleague sees how that stands; the colleague reads who it was", async ({
  db,
}) => {
  const { asker, colleague } = await cast(db);
  const event = await createEvent(db);
  const ticket = await createTicketType(db, { eventId: event.id, capacity: 1 });
  const applied = await registerForEvent(db as never, {
    viewer: asker,
    eventId: event.id,
    ticketTypeId: ticket.id,
    answers: new Map(),
    personIds: [asker.id, colleague.id],
    now: NOW,
  });
  if (!applied.ok) throw new Error(applied.reason);
  const [brought] = await listBrought(db, { viewer: asker, eventId: event.id });
  expect(brought).toMatchObject({ personId: colleague.id, ticketName: "一般" });
  expect(await listBrought(db, { viewer: colleague, eventId: event.id })).toEqual([]);
  const own = applied.registrations.find(({ personId }) => personId === colleague.id);
  const history = await listRegistrationHistory(db, {
    viewer: colleague,
    registrationId: own?.id ?? 0,
  });
  expect(history[0]).toMatchObject({ kind: "applied", by: asker.name });
  const said = applyToast(event.title, applied.registrations);
  expect(said).toEqual({
    key: "registrations:done.several",
    params: { title: event.title, people: 2 },
  });
});

test("speakers of the timetable are shown with their pages, guests by name", async ({ db }) => {
  const { supporter } = await cast(db);
  const event = await createEvent(db, { scope: "public" });
  const add = async (startsAfter: number, title: string) => {
    const [row] = await db
      .insert(eventSessions)
      .values({ eventId: event.id, startsAfter, minutes: 30, title, createdAt: NOW })
      .returning();
    return row?.id ?? 0;
  };
  const second = await add(30, "二番目");
  const first = await add(0, "一番目");
  await db.insert(sessionSpeakers).values([
    { sessionId: first, position: 2, name: "招待講演者", affiliation: "大学" },
    { sessionId: first, position: 1, personId: supporter.id },
  ]);
  const page = await findEventPage(db, { viewer: undefined, eventId: event.id, now: NOW });
  expect(page?.timetable.map(({ id, startsAt }) => [id, startsAt])).toEqual([
    [first, event.startsAt],
    [second, new Date(event.startsAt.getTime() + 30 * 60_000)],
  ]);
  expect(page?.timetable[0]?.speakers).toMatchObject([
    { person: { handle: supporter.handle } },
    { person: null, name: "招待講演者", affiliation: "大学" },
  ]);
});

test("places are said in words, for one ticket and for several", () => {
  const t = translator("ja", "events");
  const one = { admission: "first-come", capacity: 20, taken: 17, waiting: 0, applied: 0 } as const;
  expect(standingWords(one, t)).toBe("先着順・残り3席（定員20）");
  expect(standingWords({ ...one, taken: 20, waiting: 2 }, t)).toBe(
    "先着順・満席（定員20）・キャンセル待ち2人",
  );
  expect(standingWords({ ...one, admission: "lottery", applied: 31 }, t)).toBe(
    "抽選・定員20・申込31人",
  );
  const full = { ...one, taken: 20 };
  expect(summaryWords([], t)).toBeUndefined();
  expect(summaryWords([one, full], t)).toBe("残り3席（定員40）");
  expect(summaryWords([full, { ...full, waiting: 4 }], t)).toBe(
    "満席（定員40）・キャンセル待ち4人",
  );
  expect(summaryWords([full, { ...one, admission: "lottery" }], t)).toBe("抽選あり（定員40）");
  const verb = (changes: object) => applyVerb({ ...one, drawnAt: null, ...changes });
  expect([verb({}), verb({ taken: 20 })]).toEqual(["now", "wait"]);
  expect(verb({ admission: "lottery", taken: 20 })).toBe("lottery");
  expect(verb({ admission: "lottery", taken: 20, drawnAt: NOW })).toBe("wait");
  expect(verb({ admission: "approval" })).toBe("approval");
});
