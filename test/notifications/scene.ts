import { eq, sql } from "drizzle-orm";
import { notify, type QuestionNews } from "#app/notifications/notifications.server.ts";
import { unreadCount } from "#app/notifications/shown.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { notifications, outgoingMails } from "#db/schema/notifications.ts";
import { organisations } from "#db/schema/organisations.ts";
import { people, suspensions } from "#db/schema/people.ts";
import { answers, comments, questions } from "#db/schema/questions.ts";
import { createArea, createOrganisation, createPerson, NOW } from "#test/support/factories.ts";

const post = {
  bodySource: "本文",
  bodyHtml: "<p>本文</p>",
  bodyText: "設定画面から変えられます。",
  rendererVersion: 1,
  createdAt: NOW,
};

export const everything = sql`true`;

type Given = Partial<typeof questions.$inferInsert>;

/** A question written straight into the tables: nobody is told of it. */
export async function createQuestion(
  db: DbOrTx,
  { authorId, ...values }: Given & { authorId: number },
) {
  const productAreaId = values.productAreaId ?? (await createArea(db)).id;
  const [question] = await db
    .insert(questions)
    .values({
      ...post,
      authorId,
      title: "件名を変えるには？",
      productAreaId,
      scope: "customers",
      lastActivityAt: NOW,
      searchVector: sql`''::tsvector`,
      ...values,
    })
    .returning();
  if (!question) throw new Error("no question");
  return question;
}

export async function createAnswer(db: DbOrTx, questionId: number, authorId: number) {
  const [answer] = await db
    .insert(answers)
    .values({ ...post, authorId, questionId })
    .returning();
  if (!answer) throw new Error("no answer");
  return answer;
}

export async function createComment(
  db: DbOrTx,
  questionId: number,
  authorId: number,
  answerId?: number,
) {
  const [comment] = await db
    .insert(comments)
    .values({ ...post, authorId, questionId, answerId })
    .returning();
  if (!comment) throw new Error("no comment");
  return comment;
}

/** Somebody asked, somebody answered, somebody watches; `event` tells of the answer. */
export async function scene(db: DbOrTx) {
  const organisation = await createOrganisation(db);
  const asker = await createPerson(db, { organisationId: organisation.id });
  const answerer = await createPerson(db, { name: "佐藤 次郎" });
  const watcher = await createPerson(db);
  const question = await createQuestion(db, {
    authorId: asker.id,
    organisationId: organisation.id,
  });
  const answer = await createAnswer(db, question.id, answerer.id);
  const event: Omit<QuestionNews, "recipients"> = {
    kind: "question-answered",
    questionId: question.id,
    answerId: answer.id,
    actorId: answerer.id,
    now: NOW,
  };
  const tell = (recipients: { id: number }[], changes: Partial<QuestionNews> = {}) =>
    notify(db, { ...event, recipients: recipients.map(({ id }) => id), ...changes });
  return { organisation, asker, answerer, watcher, question, answer, event, tell };
}

export async function suspend(db: DbOrTx, personId: number, by: number, liftedAt?: Date) {
  await db.insert(suspensions).values({
    personId,
    reason: "x",
    suspendedBy: by,
    suspendedAt: NOW,
    ...(liftedAt && { liftedBy: by, liftedAt }),
  });
}

export function ledger(db: DbOrTx) {
  return db.select().from(notifications).orderBy(notifications.id);
}

/** The number that the bell shows, as a session's query finds it. */
export async function bell(db: DbOrTx, personId: number): Promise<number> {
  const [row] = await db
    .select({ count: unreadCount() })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId));
  return row?.count ?? -1;
}

export function outbox(db: DbOrTx) {
  return db.select().from(outgoingMails).orderBy(outgoingMails.id);
}
