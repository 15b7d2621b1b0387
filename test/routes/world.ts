import { sql } from "drizzle-orm";
import type { Viewer } from "#app/auth/viewer.ts";
import type { Db } from "#db/client.server.ts";
import type { Scope } from "#db/vocabulary.ts";
import { publish, start } from "#test/certification/programme.ts";
import { cast } from "#test/questions/cast.ts";
import { certify, createCertification, issueTestCredential } from "#test/support/certification.ts";
import { answer, ask, comment } from "#test/support/factories.ts";
import { eventsOf } from "./event-world.ts";
import { afterwardsOf } from "./events/afterwards-world.ts";
import { doorOf } from "./events/door-world.ts";
import { organisingOf } from "./events/organising-world.ts";
import { examsOf } from "./exam-world.ts";
import { pairSessionsOf } from "./pair-session-world.ts";

/** The kinds of people a route is asked by. `member` and `author` work at the same company. */
export const WHO = [
  "anonymous",
  "stranger",
  "member",
  "supporter",
  "lead",
  "author",
  "staff",
  "admin",
] as const;
export type Who = (typeof WHO)[number];

export type Thread = { questionId: number; answerId: number; commentId: number };

/** People, a company's things and, on demand, questions that nobody has touched yet. */
export async function createWorld(db: Db) {
  const people = await cast(db);
  const supporter = await people.member(people.home);
  await certify(db, supporter);
  const programme = await publish(db, people.admin);
  const viewers: Record<Who, Viewer | undefined> = {
    anonymous: undefined,
    stranger: people.stranger,
    member: people.colleague,
    supporter,
    lead: people.lead,
    author: people.asker,
    staff: people.staff,
    admin: people.admin,
  };
  const at = { productAreaId: people.area.id, tags: "csv" };
  const canonicalId = await ask(db, people.asker, { ...at, title: "もとになる質問です" });
  const modelId = await ask(db, people.asker, { ...at, title: "権限の設定がわかりません" });
  const modelAnswerId = await answer(db, people.helper, modelId);
  const modelCommentId = await comment(db, people.helper, modelId);
  const certified = await createCertification(db);
  const credential = await issueTestCredential(db, { holder: supporter, of: certified });
  const id = async (query: ReturnType<typeof sql>) =>
    Number((await db.execute<{ id: string }>(query))[0]?.id);
  return {
    ...people,
    viewers,
    /** A published certification that asks for one accepted answer. */
    programme,
    /** A draft of `member`. */
    applicationId: await start(db, people.colleague, programme.slug),
    /** Has written nothing. */
    silent: await people.member(people.home),
    canonicalId,
    certification: certified.certification,
    /** Of `member`, who sits two exams. */
    exam: await examsOf(db, {
      area: people.area,
      staff: people.staff,
      candidate: people.colleague,
    }),
    credential,
    /** What `supporter` organises; a talk of `author` waits there. */
    organising: await organisingOf(db, {
      organiser: supporter,
      proposer: people.asker,
      staff: people.staff,
    }),
    /** Run by `supporter`; `author` has applied. */
    event: await eventsOf(db, { organiser: supporter, applicant: people.asker }),
    /** Of `author` with `supporter`. */
    pair: await pairSessionsOf(db, { host: supporter, guest: people.asker }),
    /** An event that is on, with a place for `author`. */
    door: await doorOf(db, { staff: people.staff, guest: people.asker }),
    /** Of an event that is over: `supporter` runs it, `author` came, `helper` spoke. */
    afterwards: await afterwardsOf(db, {
      organiser: supporter,
      speaker: people.helper,
      guest: people.asker,
    }),
    /** A copy of a thread by the author, with an answer and a comment by somebody else. */
    async thread(scope: Scope = "public"): Promise<Thread> {
      const questionId = await id(sql`
        with q as (insert into questions (title, body_source, body_html, body_text, renderer_version,
          author_id, product_area_id, scope, organisation_id, state, answer_count, created_at,
          last_activity_at, search_vector)
        select title, body_source, body_html, body_text, renderer_version, author_id,
          product_area_id, ${scope}, organisation_id, state, answer_count, created_at,
          last_activity_at, search_vector from questions where id = ${modelId} returning id),
        r as (insert into revisions (question_id, editor_id, title, body_source, created_at)
          select id, ${people.asker.id}, 'x', 'x', now() from q)
        select id from q`);
      const answerId = await id(sql`
        insert into answers (question_id, author_id, body_source, body_html, body_text,
          renderer_version, created_at)
        select ${questionId}, author_id, body_source, body_html, body_text, renderer_version,
          created_at from answers where id = ${modelAnswerId} returning id`);
      const commentId = await id(sql`
        insert into comments (question_id, author_id, body_source, body_html, body_text,
          renderer_version, created_at)
        select ${questionId}, author_id, body_source, body_html, body_text, renderer_version,
          created_at from comments where id = ${modelCommentId} returning id`);
      return { questionId, answerId, commentId };
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
