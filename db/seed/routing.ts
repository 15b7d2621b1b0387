import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import { isSupporter } from "#app/people/supporters.server.ts";
import { advanceRoutings } from "#app/questions/routing/advance.server.ts";
import { followQuestion, startRouting } from "#app/questions/routing/follow-question.server.ts";
import { listForMe } from "#app/questions/routing/for-me.server.ts";
import { takeQuestion } from "#app/questions/routing/taking.server.ts";
import type { Db, DbOrTx } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import { informationRequests, questions } from "#db/schema/questions.ts";
import { helperAbsences, helperSettings } from "#db/schema/routing.ts";
import { fraction } from "./fraction.ts";

const SUPPORTER = "supporter@portal.example";
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const READ_AFTER = 3 * DAY;

/**
 * How much supporters help and when they are away; and the way that each open question has gone
 * since it was asked, by the rules of the portal. The demo supporter holds offers and one take.
 */
export async function seedRouting(tx: DbOrTx, { now }: { now: Date }): Promise<void> {
  await insertHelpers(tx, now);
  const open = await tx
    .select({
      questionId: questions.id,
      authorId: questions.authorId,
      askedAt: questions.createdAt,
      requestedAt: informationRequests.requestedAt,
    })
    .from(questions)
    .leftJoin(informationRequests, eq(informationRequests.questionId, questions.id))
    .where(and(inArray(questions.state, ["open", "needs-info"]), eq(questions.answerCount, 0)))
    .orderBy(asc(questions.createdAt));
  for (const { questionId, authorId, askedAt, requestedAt } of open) {
    // Whoever was asked before has been released by now, if time was up.
    await advanceRoutings(tx as Db, { now: askedAt });
    await startRouting(tx, { questionId, actorId: authorId, now: askedAt });
    if (requestedAt) await followQuestion(tx, { questionId, actorId: null, now: requestedAt });
  }
  await advanceRoutings(tx as Db, { now });
  await takeOne(tx, now);
  await tellWithoutMail(tx, now);
}

/** How the supporters help. */
async function insertHelpers(tx: DbOrTx, now: Date): Promise<void> {
  const chosen = await tx
    .select({
      id: people.id,
      handle: people.handle,
      locale: people.locale,
      createdAt: people.createdAt,
    })
    .from(people)
    .where(and(eq(people.role, "member"), isSupporter()))
    .orderBy(
      sql`${people.email} <> ${SUPPORTER}`,
      sql`(select count(*) from answers a where a.author_id = people.id) desc`,
      asc(people.id),
    );
  await tx.insert(helperSettings).values(
    chosen.map(({ id, handle, locale, createdAt }) => ({
      personId: id,
      loadCap: 2 + Math.floor(fraction(handle, "cap") * 3),
      answersJa: true,
      answersEn: locale === "en" || fraction(handle, "english") < 0.4,
      updatedAt: createdAt,
    })),
  );
  const day = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
  const absences = chosen.slice(-3).map(({ id, createdAt }, index) => ({
    personId: id,
    fromDay: day(index === 0 ? 14 : -1),
    toDay: day(index === 0 ? 20 : 4 + index),
    createdAt,
  }));
  await tx.insert(helperAbsences).values(absences);
}

/** The demo supporter takes the question that is due last, so that the others stay on offer. */
async function takeOne(tx: DbOrTx, now: Date): Promise<void> {
  const [person] = await tx.select().from(people).where(eq(people.email, SUPPORTER));
  if (!person) return;
  const viewer: Viewer = {
    ...person,
    organisation: null,
    isLead: false,
    isSupporter: true,
    unreadCount: 0,
    sessionId: "",
  };
  const offered = await listForMe(tx, { viewer });
  const last = offered.findLast(({ nextAt }) => nextAt !== null);
  if (last && offered.length > 1) {
    await takeQuestion(tx, {
      viewer,
      questionId: last.id,
      now: new Date(now.getTime() - HOUR / 2),
    });
  }
}

/** In the past of the demo community, nobody gets mail, and what is old was read. */
async function tellWithoutMail(tx: DbOrTx, now: Date): Promise<void> {
  const ofRouting = inArray(notifications.kind, ["routed", "taken", "queued", "take-lapsed"]);
  await tx
    .update(notifications)
    .set({
      mailOutcome: "not-wanted",
      mailDueAt: null,
      mailSettledAt: sql`${notifications.createdAt}`,
    })
    .where(and(ofRouting, eq(notifications.mailOutcome, "waiting")));
  const old = new Date(now.getTime() - READ_AFTER);
  await tx
    .update(notifications)
    .set({ readAt: sql`${notifications.createdAt} + interval '3 hours'` })
    .where(
      and(
        ofRouting,
        isNull(notifications.readAt),
        sql`${notifications.createdAt} < ${old.toISOString()}::timestamptz`,
      ),
    );
}
