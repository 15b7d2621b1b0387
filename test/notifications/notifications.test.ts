import { sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { decodeCursor } from "#app/lib/cursor.ts";
import { listNotifications, markRead, notify } from "#app/notifications/notifications.server.ts";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import type { Db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { suspensions } from "#db/schema/people.ts";
import { answers, questions } from "#db/schema/questions.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createArea, createOrganisation, createPerson, NOW } from "#test/support/factories.ts";

const everything = sql`true`;

const post = {
  bodySource: "本文",
  bodyHtml: "<p>本文</p>",
  bodyText: "本文",
  rendererVersion: 1,
  createdAt: NOW,
};

async function scene(db: Db) {
  const organisation = await createOrganisation(db);
  const [asker, answerer, watcher] = await Promise.all([
    createPerson(db, { organisationId: organisation.id }),
    createPerson(db),
    createPerson(db),
  ]);
  const area = await createArea(db);
  const [question] = await db
    .insert(questions)
    .values({
      ...post,
      authorId: asker.id,
      title: "件名を変えるには？",
      productAreaId: area.id,
      scope: "customers",
      organisationId: organisation.id,
      lastActivityAt: NOW,
      searchVector: sql`''::tsvector`,
    })
    .returning();
  if (!question) throw new Error("no question");
  const [answer] = await db
    .insert(answers)
    .values({ ...post, authorId: answerer.id, questionId: question.id })
    .returning();
  if (!answer) throw new Error("no answer");
  const event = {
    kind: "question-answered" as const,
    questionId: question.id,
    answerId: answer.id,
    actorId: answerer.id,
    now: NOW,
  };
  return { organisation, asker, answerer, watcher, question, answer, event };
}

const told = async (db: Db) =>
  (await db.select({ id: notifications.personId }).from(notifications)).map((row) => row.id).sort();

describe("notify", () => {
  test("tells each recipient once, and never the one who did it", async ({ db }) => {
    const { asker, answerer, watcher, event } = await scene(db);
    const recipients = [asker.id, watcher.id, asker.id, answerer.id];
    await notify(db, { ...event, recipients });
    expect(await told(db)).toEqual([asker.id, watcher.id].sort());
  });

  test("leaves the suspended in peace", async ({ db }) => {
    const { asker, answerer, watcher, event } = await scene(db);
    await db.insert(suspensions).values([
      { personId: watcher.id, reason: "x", suspendedBy: answerer.id, suspendedAt: NOW },
      {
        personId: asker.id,
        reason: "x",
        suspendedBy: answerer.id,
        suspendedAt: NOW,
        liftedBy: answerer.id,
        liftedAt: NOW,
      },
    ]);
    await notify(db, { ...event, recipients: [asker.id, watcher.id] });
    expect(await told(db)).toEqual([asker.id]);
  });

  test("repeats the same news only after it was read", async ({ db }) => {
    const { asker, event } = await scene(db);
    const accepted = { ...event, kind: "answer-accepted" as const, recipients: [asker.id] };
    await notify(db, accepted);
    await notify(db, accepted);
    expect(await told(db)).toHaveLength(1);
    await markRead(db, { personId: asker.id, now: NOW });
    await notify(db, accepted);
    expect(await told(db)).toHaveLength(2);
  });

  test("keeps different news apart", async ({ db }) => {
    const { asker, event } = await scene(db);
    await notify(db, { ...event, recipients: [asker.id] });
    await notify(db, { ...event, kind: "mentioned", recipients: [asker.id] });
    await notify(db, { ...event, answerId: undefined, recipients: [asker.id] });
    expect(await told(db)).toHaveLength(3);
  });

  test("does nothing for nobody", async ({ db }) => {
    const { answerer, event } = await scene(db);
    await notify(db, { ...event, recipients: [] });
    await notify(db, { ...event, recipients: [answerer.id] });
    expect(await told(db)).toEqual([]);
  });
});

describe("the inbox", () => {
  test("shows who did what where, newest first, and only one's own", async ({ db }) => {
    const { asker, answerer, watcher, question, answer, event } = await scene(db);
    await notify(db, { ...event, recipients: [asker.id, watcher.id] });
    await notify(db, { ...event, kind: "mentioned", recipients: [asker.id] });
    const { rows, next } = await listNotifications(db, {
      personId: asker.id,
      visible: everything,
    });
    expect(next).toBeUndefined();
    expect(rows.map((row) => row.kind)).toEqual(["mentioned", "question-answered"]);
    expect(rows[1]).toMatchObject({
      questionId: question.id,
      questionTitle: "件名を変えるには？",
      answerId: answer.id,
      actorName: answerer.name,
      createdAt: NOW,
      readAt: null,
    });
  });

  test("comes in pages that neither repeat nor miss a row", async ({ db }) => {
    const { asker, answerer, event } = await scene(db);
    await db.insert(notifications).values(
      Array.from({ length: 65 }, () => ({
        personId: asker.id,
        kind: event.kind,
        actorId: answerer.id,
        questionId: event.questionId,
        createdAt: NOW,
      })),
    );
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const page = await listNotifications(db, { personId: asker.id, visible: everything, before });
      seen.push(...page.rows.map((row) => row.id));
      before = page.next ? Number(decodeCursor(page.next, ["number"])?.[0]) : undefined;
    } while (before !== undefined);
    expect(seen).toHaveLength(65);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });

  test("forgets what the reader may no longer see", async ({ db }) => {
    const { organisation, asker, watcher, question, event } = await scene(db);
    await notify(db, { ...event, recipients: [asker.id, watcher.id] });
    await db.update(questions).set({ scope: "organisation" });
    const inboxOf = async (person: { id: number }, own: boolean) => {
      const viewer = {
        id: person.id,
        role: "member",
        organisation: own ? { id: organisation.id, name: "" } : null,
        isSupporter: false,
      } as Viewer;
      const visible = visibleQuestions(viewer);
      return (await listNotifications(db, { personId: person.id, visible })).rows;
    };
    expect(await inboxOf(asker, true)).toHaveLength(1);
    expect(await inboxOf(watcher, false)).toEqual([]);
    await db.update(questions).set({ deletedAt: NOW, deletedBy: question.authorId });
    expect(await inboxOf(asker, true)).toEqual([]);
  });

  test("forgets answers that were taken back", async ({ db }) => {
    const { asker, answerer, event } = await scene(db);
    await notify(db, { ...event, recipients: [asker.id] });
    await db.update(answers).set({ deletedAt: NOW, deletedBy: answerer.id });
    const { rows } = await listNotifications(db, { personId: asker.id, visible: everything });
    expect(rows).toEqual([]);
  });
});

describe("marking as read", () => {
  test("touches one's own rows only", async ({ db }) => {
    const { asker, watcher, event } = await scene(db);
    await notify(db, { ...event, recipients: [asker.id, watcher.id] });
    const [foreign] = (await listNotifications(db, { personId: watcher.id, visible: everything }))
      .rows;
    await markRead(db, { personId: asker.id, id: foreign?.id, now: NOW });
    await markRead(db, { personId: asker.id, now: NOW });
    const [still] = (await listNotifications(db, { personId: watcher.id, visible: everything }))
      .rows;
    expect(still?.readAt).toBeNull();
  });

  test("keeps the moment of the first time", async ({ db }) => {
    const { asker, event } = await scene(db);
    await notify(db, { ...event, recipients: [asker.id] });
    const [row] = (await listNotifications(db, { personId: asker.id, visible: everything })).rows;
    await markRead(db, { personId: asker.id, id: row?.id, now: NOW });
    await markRead(db, { personId: asker.id, now: new Date(NOW.getTime() + 1_000) });
    const [after] = (await listNotifications(db, { personId: asker.id, visible: everything })).rows;
    expect(after?.readAt).toEqual(NOW);
  });
});
