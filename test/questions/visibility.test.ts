import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { MaybeViewer, Viewer } from "#app/auth/viewer.ts";
import { findVisibleFile } from "#app/files/visible-file.server.ts";
import { listThreads } from "#app/notifications/inbox.server.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import { findProfile } from "#app/people/profile.server.ts";
import { acceptAnswer } from "#app/questions/acceptance.server.ts";
import { listThoseWhoSee } from "#app/questions/audience.server.ts";
import { findEditableAnswer, findEditableComment } from "#app/questions/editable-posts.server.ts";
import { listQuestionHistory, listRevisions } from "#app/questions/history.server.ts";
import {
  listForMember,
  listPublicAddresses,
  listPublicQuestions,
  listQuestions,
  listQuestionsOf,
  listRecentlySolved,
  searchQuestions,
} from "#app/questions/question-list.server.ts";
import { LIST_SORTS, type QuestionFilter } from "#app/questions/question-list.ts";
import { findQuestion, findQuestionPage } from "#app/questions/question-page.server.ts";
import { refreshQuestionStates } from "#app/questions/question-state.server.ts";
import { listSimilarQuestions } from "#app/questions/similar-questions.server.ts";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Scope } from "#db/vocabulary.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { answer, ask, comment, createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import { cast } from "./cast.ts";

const KINDS = ["public", "customers", "supporters", "organisation", "hidden", "deleted"] as const;
type Kind = (typeof KINDS)[number];

/** Who sees what: the one table, from the words of the domain. */
const SEES: Record<string, readonly Kind[]> = {
  anonymous: ["public"],
  author: ["public", "customers", "supporters", "organisation"],
  colleague: ["public", "customers", "organisation"],
  lead: ["public", "customers", "organisation"],
  stranger: ["public", "customers"],
  "without a company": ["public", "customers"],
  supporter: ["public", "customers", "supporters"],
  "supporter of the company": ["public", "customers", "supporters", "organisation"],
  staff: ["public", "customers", "supporters", "organisation", "hidden"],
  admin: ["public", "customers", "supporters", "organisation", "hidden"],
};

type Thread = { kind: Kind; id: number; answerId: number; commentId: number; fileId: string };

async function scene(db: Db) {
  const people = await cast(db);
  const viewers: Record<keyof typeof SEES, MaybeViewer> = {
    anonymous: undefined,
    author: people.asker,
    colleague: people.colleague,
    lead: people.lead,
    stranger: people.stranger,
    "without a company": viewerOf(await createPerson(db)),
    supporter: people.supporter,
    "supporter of the company": await people.member(people.home, {}, { isSupporter: true }),
    staff: people.staff,
    admin: people.admin,
  };
  const threads: Thread[] = [];
  for (const solved of [true, false]) {
    for (const kind of KINDS) threads.push(await thread(kind, solved));
  }
  await db.execute(sql`insert into area_follows (person_id, product_area_id, created_at)
    select id, ${people.area.id}, now() from people`);
  return { ...people, viewers, threads };

  async function thread(kind: Kind, solved: boolean): Promise<Thread> {
    const productAreaId = people.area.id;
    const id = await ask(db, people.asker, {
      productAreaId,
      title: "つばめ帳票の印刷",
      tags: "印刷",
    });
    const answerId = solved ? await answer(db, people.helper, id) : 0;
    const commentId = await comment(db, people.helper, id);
    if (solved) await acceptAnswer(db, { viewer: people.asker, answerId, now: NOW });
    const fileId = randomUUID();
    await db.execute(sql`insert into files (id, kind, owner_id, storage_key, media_type, bytes, created_at)
      values (${fileId}, 'image', ${people.helper.id}, ${fileId}, 'image/png', 1, now())`);
    await db.execute(sql`insert into question_images values (${id}, ${fileId})`);
    const viewerIds = [people.asker, people.stranger, people.colleague].map((person) => person.id);
    await notify(db, {
      kind: "commented",
      questionId: id,
      actorId: people.helper.id,
      recipients: viewerIds,
      now: NOW,
    });
    const scope = (["hidden", "deleted"] as Kind[]).includes(kind) ? "public" : kind;
    await db.execute(sql`update questions set scope = ${scope},
      deleted_at = ${kind === "deleted" ? sql`now()` : null} where id = ${id}`);
    if (kind === "hidden") {
      await db.execute(
        sql`insert into question_hidings values (${id}, 'x', ${people.staff.id}, now())`,
      );
      await refreshQuestionStates(db, [id]);
    }
    return { kind, id, answerId, commentId, fileId };
  }
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** Which of the threads a way of reading shows, as sorted ids. */
type Reading = (db: Db, viewer: MaybeViewer, s: Scene) => Promise<number[]>;

const each =
  (shows: (db: Db, viewer: MaybeViewer, thread: Thread) => Promise<unknown>): Reading =>
  async (db, viewer, s) => {
    const found: number[] = [];
    for (const thread of s.threads) {
      const shown = await shows(db, viewer, thread);
      if (shown && !(Array.isArray(shown) && shown.length === 0)) found.push(thread.id);
    }
    return found;
  };

const listed =
  (filter: Partial<QuestionFilter>): Reading =>
  async (db, viewer) => {
    const rows = (await listQuestions(db, { viewer, filter: { sort: "newest", ...filter } }))
      .questions;
    return rows.map(({ id }) => id);
  };

const WAYS: Record<string, Reading> = {
  ...Object.fromEntries(LIST_SORTS.map((sort) => [`list by ${sort}`, listed({ sort })])),
  "list of a tag": listed({ tag: "印刷" }),
  "list of an area": (db, viewer, s) => listed({ area: s.area.slug })(db, viewer, s),
  search: async (db, viewer) =>
    (await searchQuestions(db, { viewer, words: "つばめ帳票" })).map(({ id }) => id),
  "similar ones": async (db, viewer) =>
    (await listSimilarQuestions(db, { viewer, title: "つばめ帳票の印刷", limit: 50 })).map(
      ({ id }) => id,
    ),
  question: each((db, viewer, { id }) => findQuestion(db, { viewer, questionId: id })),
  page: each((db, viewer, { id }) => findQuestionPage(db, { viewer, questionId: id })),
  history: each((db, viewer, { id }) => listQuestionHistory(db, { viewer, questionId: id })),
  "versions of a question": each((db, viewer, { id }) =>
    listRevisions(db, { viewer, post: { kind: "question", id } }),
  ),
  "versions of a comment": each((db, viewer, { commentId: id }) =>
    listRevisions(db, { viewer, post: { kind: "comment", id } }),
  ),
  "what a person asked": async (db, viewer, s) =>
    (await listQuestionsOf(db, { viewer, personId: s.asker.id, limit: 50 })).map(({ id }) => id),
  image: each((db, viewer, { fileId }) => findVisibleFile(db, { viewer, fileId })),
};

/** Ways that show only the solved half, or only the open half. */
const HALVES: Record<string, { half: "solved" | "open"; read: Reading }> = {
  "list of solved ones": { half: "solved", read: listed({ state: "solved" }) },
  "list of open ones": { half: "open", read: listed({ state: "open" }) },
  "list of unanswered ones": { half: "open", read: listed({ state: "unanswered" }) },
  "solved last": {
    half: "solved",
    read: async (db, viewer) =>
      (await listRecentlySolved(db, { viewer, limit: 50 })).map(({ id }) => id),
  },
  "versions of an answer": {
    half: "solved",
    read: each((db, viewer, { answerId: id }) =>
      listRevisions(db, { viewer, post: { kind: "answer", id } }),
    ),
  },
};

const FOR_MEMBERS: Record<string, { half: "solved" | "open" | "both"; read: Reading }> = {
  "form of an answer": {
    half: "solved",
    read: each((db, viewer, { answerId }) =>
      findEditableAnswer(db, { viewer: viewer as Viewer, answerId }),
    ),
  },
  "form of a comment": {
    half: "both",
    read: each((db, viewer, { commentId }) =>
      findEditableComment(db, { viewer: viewer as Viewer, commentId }),
    ),
  },
  "what waits on the home page": {
    half: "open",
    read: async (db, viewer) => {
      const { mine, inMyAreas } = await listForMember(db, { viewer: viewer as Viewer });
      return [...mine, ...inMyAreas].map(({ id }) => id);
    },
  },
};

const sorted = (ids: number[]) => [...ids].sort((a, b) => a - b);

describe("what a viewer may not see does not exist", () => {
  test("in any way of reading, for anybody", async ({ db }) => {
    const s = await scene(db);
    const expected = (name: string, half: "solved" | "open" | "both") =>
      s.threads
        .filter(({ answerId }) => half === "both" || (half === "solved") === answerId > 0)
        // Hidden ones have the state `hidden`: no list of a state shows them.
        .filter(({ kind }) => SEES[name]?.includes(kind))
        .map(({ id }) => id);
    const wrong: string[] = [];
    const compare = async (way: string, name: string, read: Reading, ids: number[]) => {
      const found = sorted(await read(db, s.viewers[name], s));
      const kinds = (list: number[]) => list.map((id) => s.threads.find((t) => t.id === id)?.kind);
      if (found.join() !== sorted(ids).join()) {
        wrong.push(`${way}, ${name}: ${kinds(found)} instead of ${kinds(ids)}`);
      }
    };
    const notHidden = (id: number) => s.threads.find((t) => t.id === id)?.kind !== "hidden";
    for (const name of Object.keys(SEES)) {
      for (const [way, read] of Object.entries(WAYS)) {
        await compare(way, name, read, expected(name, "both"));
      }
      for (const [way, { half, read }] of Object.entries(HALVES)) {
        const all = expected(name, half);
        await compare(way, name, read, way.startsWith("versions") ? all : all.filter(notHidden));
      }
      if (name === "anonymous") continue;
      for (const [way, { half, read }] of Object.entries(FOR_MEMBERS)) {
        const all = expected(name, half);
        const ids = way.startsWith("what waits") ? all.filter(notHidden) : all;
        await compare(way, name, read, ids);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("in feeds and the site map there is what everyone sees", async ({ db }) => {
    const s = await scene(db);
    const open = s.threads.filter(({ kind }) => kind === "public").map(({ id }) => id);
    const feed = await listPublicQuestions(db, { limit: 50 });
    const siteMap = await listPublicAddresses(db, { limit: 50 });
    expect(sorted(feed.map(({ id }) => id))).toEqual(open);
    expect(sorted(siteMap.map(({ id }) => id))).toEqual(open);
  });

  test("in an inbox, old news of it goes too", async ({ db }) => {
    const s = await scene(db);
    for (const name of ["author", "colleague", "stranger"]) {
      const viewer = s.viewers[name] as Viewer;
      const { threads } = await listThreads(db, {
        personId: viewer.id,
        visible: visibleQuestions(viewer),
      });
      const kinds = new Set(
        threads.map(({ questionId }) => s.threads.find(({ id }) => id === questionId)?.kind),
      );
      expect([...kinds].sort(), name).toEqual([...(SEES[name] ?? [])].sort());
    }
  });

  test("whoever is told is one of those who see it", async ({ db }) => {
    const s = await scene(db);
    // Whether somebody is a supporter is not known of other people yet.
    const names = Object.keys(SEES).filter((name) => !/anonymous|supporter/.test(name));
    for (const scope of ["public", "customers", "supporters", "organisation"] as Scope[]) {
      const question = {
        id: 0,
        scope,
        organisationId: s.home.id,
        authorId: s.asker.id,
        productAreaId: s.area.id,
      };
      const ids = names.map((name) => (s.viewers[name] as Viewer).id);
      const told = await listThoseWhoSee(db, question, ids);
      const seers = names.filter((name) => SEES[name]?.includes(scope));
      expect(sorted(told)).toEqual(sorted(seers.map((name) => (s.viewers[name] as Viewer).id)));
    }
  });

  test("a visitor finds the profile of those who wrote in public only", async ({ db }) => {
    const s = await cast(db);
    const productAreaId = s.area.id;
    await ask(db, s.asker, { productAreaId });
    await ask(db, s.stranger, { productAreaId, scope: "customers" });
    const found = (handle: string, viewer?: Viewer) =>
      findProfile(db, { viewer, handle, visibleQuestions: visibleQuestions(viewer) });
    expect(await found(s.asker.handle)).toBeDefined();
    expect(await found(s.stranger.handle)).toBeUndefined();
    expect(await found(s.stranger.handle, s.asker)).toBeDefined();
  });
});
