import { countForStaff, listWaitingQuestions } from "#app/insights/staff-overview.server.ts";
import { after, HOUR } from "#app/lib/time.ts";
import { suspendPerson } from "#app/people/suspensions.server.ts";
import { invitations } from "#db/schema/auth.ts";
import { questions } from "#db/schema/questions.ts";
import { expect, test } from "#test/support/database.ts";
import { createArea, createOrganisation, createPerson, NOW } from "#test/support/factories.ts";

test("counts what waits, and lists what it counts", async ({ db }) => {
  const staff = await createPerson(db, { role: "staff" });
  const organisation = await createOrganisation(db);
  const asker = await createPerson(db, { organisationId: organisation.id });
  const area = await createArea(db);
  const ask = (title: string, hours: number, values: Partial<typeof questions.$inferInsert> = {}) =>
    db.insert(questions).values({
      title,
      authorId: asker.id,
      organisationId: organisation.id,
      productAreaId: area.id,
      scope: "customers",
      bodySource: "x",
      bodyHtml: "<p>x</p>",
      bodyText: "x",
      rendererVersion: 1,
      createdAt: after(NOW, -hours * HOUR),
      lastActivityAt: NOW,
      searchVector: "",
      ...values,
    });
  await ask("三日前", 72);
  await ask("昨日", 25);
  await ask("昨日の同じ時", 25);
  await ask("さっき", 1);
  await ask("回答あり", 72, { answerCount: 1, state: "answered" });
  await ask("終了", 72, { state: "closed" });
  await ask("削除", 72, { deletedAt: NOW });
  const invitation = {
    email: "a@test.example",
    organisationId: organisation.id,
    invitedBy: staff.id,
    createdAt: NOW,
    expiresAt: after(NOW, HOUR),
  };
  await db.insert(invitations).values([
    { ...invitation, hash: "1" },
    { ...invitation, hash: "2", withdrawnAt: NOW, withdrawnBy: staff.id },
    { ...invitation, hash: "3", expiresAt: after(NOW, -1) },
  ]);
  const troublesome = await createPerson(db);
  await suspendPerson(db, { actorId: staff.id, personId: troublesome.id, reason: "x", now: NOW });

  expect(await countForStaff(db, { now: NOW })).toEqual({
    unanswered: 3,
    applications: 0,
    organisations: 1,
    invitations: 1,
    suspended: 1,
  });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listWaitingQuestions(db, { now: NOW, limit: 1, cursor });
    seen.push(...page.questions.map(({ title }) => title));
    cursor = page.next;
  } while (cursor);
  expect(seen).toEqual(["三日前", "昨日", "昨日の同じ時"]);
});
