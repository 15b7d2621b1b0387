import { randomUUID } from "node:crypto";
import type { Viewer } from "#app/auth/viewer.ts";
import { answerQuestion } from "#app/questions/answering.server.ts";
import { askQuestion, type QuestionContent } from "#app/questions/asking.server.ts";
import { addComment } from "#app/questions/commenting.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { organisationDomains, organisationLeads, organisations } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { productAreas } from "#db/schema/product-areas.ts";

export const NOW = new Date("2026-06-01T03:00:00Z");

let serial = 0;
const next = () => ++serial;

type Row<T extends { $inferInsert: object }> = Partial<T["$inferInsert"]>;

export async function createOrganisation(
  db: DbOrTx,
  { domain, ...values }: Row<typeof organisations> & { domain?: string } = {},
) {
  const n = next();
  const [row] = await db
    .insert(organisations)
    .values({
      name: `株式会社テスト${n}`,
      tier: "2",
      phase: "trial",
      createdAt: NOW,
      updatedAt: NOW,
      ...values,
    })
    .returning();
  if (!row) throw new Error("no organisation");
  if (domain) {
    await db.insert(organisationDomains).values({ domain, organisationId: row.id, createdAt: NOW });
  }
  return row;
}

export async function createPerson(
  db: DbOrTx,
  { lead, ...values }: Row<typeof people> & { lead?: boolean } = {},
) {
  const n = next();
  const [row] = await db
    .insert(people)
    .values({
      handle: `person-${n}`,
      email: `person-${n}@test.example`,
      emailVerifiedAt: NOW,
      name: `試験 太郎${n}`,
      createdAt: NOW,
      updatedAt: NOW,
      ...values,
    })
    .returning();
  if (!row) throw new Error("no person");
  if (lead && row.organisationId) {
    await db
      .insert(organisationLeads)
      .values({ organisationId: row.organisationId, personId: row.id, namedAt: NOW });
  }
  return row;
}

export async function createArea(db: DbOrTx, values: Row<typeof productAreas> = {}) {
  const n = next();
  const [row] = await db
    .insert(productAreas)
    .values({
      slug: `area-${n}`,
      nameJa: `領域${n}`,
      nameEn: `Area ${n}`,
      createdAt: NOW,
      ...values,
    })
    .returning();
  if (!row) throw new Error("no area");
  return row;
}

type Rank = { isLead?: boolean; isSupporter?: boolean };

/** The viewer that a person's session would give. */
export function viewerOf(
  person: typeof people.$inferSelect,
  organisation: { id: number; name: string } | null = null,
  { isLead = false, isSupporter = false }: Rank = {},
): Viewer {
  return {
    id: person.id,
    handle: person.handle,
    name: person.name,
    role: person.role,
    locale: person.locale,
    timeZone: person.timeZone,
    colourScheme: person.colourScheme,
    avatarFileId: person.avatarFileId,
    organisation: organisation && { id: organisation.id, name: organisation.name },
    isLead,
    isSupporter,
    unreadCount: 0,
    sessionId: "test",
  };
}

/** A question asked as a person would; gives its id. */
export async function ask(
  db: DbOrTx,
  viewer: Viewer,
  { now = NOW, ...content }: Partial<QuestionContent> & { productAreaId: number; now?: Date },
): Promise<number> {
  const asked = await askQuestion(db, {
    viewer,
    content: {
      title: `取り込みが止まる質問${next()}`,
      body: "CSVを取り込むと途中で止まります。",
      scope: "public",
      tags: "",
      ...content,
    },
    submissionKey: randomUUID(),
    now,
  });
  if (!asked.ok) throw new Error(asked.reason);
  return asked.questionId;
}

/** An answer to a question; gives its id. */
export async function answer(
  db: DbOrTx,
  viewer: Viewer,
  questionId: number,
  { body = "文字コードを UTF-8 にしてください。", now = NOW }: { body?: string; now?: Date } = {},
): Promise<number> {
  const answered = await answerQuestion(db, {
    viewer,
    questionId,
    content: { body, trueForVersion: null, reviewOn: null },
    submissionKey: randomUUID(),
    now,
  });
  if (!answered.ok) throw new Error(answered.reason);
  return answered.answerId;
}

/** A comment on a question or on one of its answers; gives its id. */
export async function comment(
  db: DbOrTx,
  viewer: Viewer,
  questionId: number,
  {
    answerId,
    body = "どの版ですか。",
    now = NOW,
  }: { answerId?: number; body?: string; now?: Date } = {},
): Promise<number> {
  const added = await addComment(db, {
    viewer,
    questionId,
    answerId,
    body,
    submissionKey: randomUUID(),
    now,
  });
  if (!added.ok) throw new Error(added.reason);
  return added.commentId;
}
