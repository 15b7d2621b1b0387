import { describe, expect, test } from "vitest";
import { organisations, people, productAreas, questions, vendor } from "#db/seed/content/index.ts";
import type { SeedComment, SeedQuestion } from "#db/seed/content/types.ts";

const personByKey = new Map(people.map((person) => [person.key, person]));
const organisationKeys = new Set<string>(organisations.map(({ key }) => key));
const areaSlugs = new Set<string>(productAreas.map(({ slug }) => slug));
const questionByKey = new Map(questions.map((question) => [question.key, question]));

const isStaff = (key: string) => personByKey.get(key)?.organisation === null;

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function keysOf(rows: readonly SeedQuestion[]): string[] {
  return rows.map(({ key }) => key);
}

function commentsOf(question: SeedQuestion): SeedComment[] {
  return [
    ...(question.comments ?? []),
    ...question.answers.flatMap(({ comments }) => comments ?? []),
  ];
}

/** Everybody who did something in a thread or voted there. */
function participants(question: SeedQuestion): string[] {
  return [
    question.by,
    ...(question.helpfulBy ?? []),
    ...question.answers.flatMap(({ by, helpfulBy }) => [by, ...(helpfulBy ?? [])]),
    ...commentsOf(question).map(({ by }) => by),
    ...(question.closed ? [question.closed.by] : []),
    ...(question.needsInfo ? [question.needsInfo.by] : []),
  ];
}

describe("companies and people", () => {
  test("are as many and as different as the portal needs", () => {
    expect(organisations.length).toBeGreaterThanOrEqual(16);
    expect(new Set(organisations.map(({ tier }) => tier)).size).toBe(4);
    expect(new Set(organisations.map(({ phase }) => phase)).size).toBe(3);
    expect(people.length).toBeGreaterThanOrEqual(82);
    expect(people.filter(({ role }) => role === "staff")).toHaveLength(5);
    expect(people.filter(({ role }) => role === "admin")).toHaveLength(1);
    expect(productAreas.length).toBeGreaterThanOrEqual(8);
  });

  test("have unique keys, handles, addresses and domains", () => {
    expect(repeated(organisations.map(({ key }) => key))).toEqual([]);
    expect(repeated([vendor.domain, ...organisations.map(({ domain }) => domain)])).toEqual([]);
    expect(repeated(people.map(({ key }) => key))).toEqual([]);
    expect(repeated(people.map(({ handle }) => handle))).toEqual([]);
    expect(repeated(people.flatMap(({ email }) => email ?? []))).toEqual([]);
    expect(repeated(productAreas.map(({ slug }) => slug))).toEqual([]);
  });

  test("use reserved domains and plain handles", () => {
    for (const { domain } of organisations) expect(domain).toMatch(/^[a-z0-9-]+\.example$/);
    for (const { handle } of people) expect(handle).toMatch(/^[a-z]+(-[a-z]+)+$/);
    for (const { timeZone } of people) {
      expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
    }
  });

  test("refer to companies and product areas that exist", () => {
    for (const person of people) {
      if (person.organisation === null) expect(person.role).not.toBe("member");
      else expect(organisationKeys).toContain(person.organisation);
      for (const skill of person.skills) expect(areaSlugs).toContain(skill);
    }
    for (const key of organisationKeys) {
      expect(people.filter(({ organisation, lead }) => organisation === key && lead)).toHaveLength(
        1,
      );
    }
  });

  test("include the five demo accounts in their roles", () => {
    const account = (name: string) =>
      people.find(({ email }) => email === `${name}@portal.example`);
    expect(account("admin")?.role).toBe("admin");
    expect(account("staff")?.role).toBe("staff");
    expect(account("lead")?.lead).toBe(true);
    expect(account("member")?.lead).toBeUndefined();
    expect(account("member")?.organisation).toBe(account("lead")?.organisation);
    expect(account("supporter")?.organisation).not.toBe(account("lead")?.organisation);

    const answered = questions.flatMap(({ answers }) =>
      answers.filter(({ by }) => by === account("supporter")?.key),
    );
    expect(answered.length).toBeGreaterThanOrEqual(25);
    expect(answered.filter(({ accepted }) => accepted).length).toBeGreaterThanOrEqual(12);
    const asked = questions.filter(({ by }) => by === account("member")?.key);
    expect(asked.length).toBeGreaterThanOrEqual(5);
    expect(asked.some(({ answers }) => answers.length === 0)).toBe(true);
    expect(asked.some(({ answers }) => answers.some(({ accepted }) => accepted))).toBe(true);
  });
});

describe("questions", () => {
  const languageOf = (question: SeedQuestion) =>
    /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(question.title) ? "ja" : "en";
  const younger = (days: number) => questions.filter(({ daysAgo }) => daysAgo <= days);
  const unanswered = (rows: readonly SeedQuestion[]) =>
    rows.filter(({ answers }) => answers.length === 0);
  const solved = questions.filter(({ answers }) => answers.some(({ accepted }) => accepted));

  test("are many, in both languages, and most have answers", () => {
    expect(questions.length).toBeGreaterThanOrEqual(205);
    expect(questions.filter((row) => languageOf(row) === "en").length).toBeGreaterThanOrEqual(20);
    expect(questions.filter((row) => languageOf(row) === "ja").length).toBeGreaterThanOrEqual(180);
    expect(questions.flatMap(({ answers }) => answers).length).toBeGreaterThanOrEqual(330);
    expect(questions.length - unanswered(questions).length).toBeGreaterThanOrEqual(150);
    expect(solved.length / questions.length).toBeGreaterThan(0.5);
    expect(solved.length / questions.length).toBeLessThan(0.62);
    for (const { answers } of questions) expect(answers.length).toBeLessThanOrEqual(4);
  });

  test("are spread over 14 months and still lively", () => {
    expect(Math.max(...questions.map(({ daysAgo }) => daysAgo))).toBeGreaterThan(400);
    expect(younger(90).length).toBeGreaterThanOrEqual(90);
    expect(younger(3).length).toBeGreaterThanOrEqual(12);
    expect(unanswered(younger(3)).length).toBeGreaterThanOrEqual(5);
  });

  test("show every state and scope", () => {
    expect(questions.filter(({ duplicateOf }) => duplicateOf).length).toBeGreaterThanOrEqual(6);
    expect(questions.filter(({ closed }) => closed).length).toBeGreaterThanOrEqual(5);
    expect(questions.filter(({ needsInfo }) => needsInfo).length).toBeGreaterThanOrEqual(6);
    expect(questions.filter(({ scope }) => scope === "organisation").length).toBeGreaterThanOrEqual(
      8,
    );
    expect(questions.filter(({ scope }) => scope === "customers").length).toBeGreaterThanOrEqual(
      20,
    );
    for (const slug of areaSlugs) {
      expect(questions.filter(({ area }) => area === slug).length).toBeGreaterThanOrEqual(15);
    }
  });

  test("have unique keys, titles and texts of a sensible length", () => {
    expect(repeated(keysOf(questions))).toEqual([]);
    expect(repeated(questions.map(({ title }) => title))).toEqual([]);
    const texts = questions.flatMap(({ body, answers }) => [
      body,
      ...answers.map((answer) => answer.body),
    ]);
    expect(repeated(texts)).toEqual([]);
    for (const { title, tags } of questions) {
      expect([...title].length).toBeGreaterThanOrEqual(5);
      expect([...title].length).toBeLessThanOrEqual(150);
      expect(tags.length).toBeLessThanOrEqual(5);
      expect(repeated(tags)).toEqual([]);
    }
    for (const text of texts) {
      expect(text.trim()).toBe(text);
      expect([...text].length).toBeGreaterThanOrEqual(15);
      expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
    }
  });

  test("refer to people, areas and questions that exist", () => {
    for (const question of questions) {
      for (const key of participants(question)) expect(personByKey.has(key), key).toBe(true);
      expect(areaSlugs).toContain(question.area);
      if (question.duplicateOf !== undefined) {
        const canonical = questionByKey.get(question.duplicateOf);
        expect(canonical?.scope).toBe("public");
        expect(canonical?.duplicateOf).toBeUndefined();
        expect(canonical?.daysAgo).toBeGreaterThan(question.daysAgo);
      }
    }
  });

  test("are answered by others, and nobody votes for themselves or twice", () => {
    for (const question of questions) {
      for (const post of [question, ...question.answers]) {
        expect(post.helpfulBy ?? []).not.toContain(post.by);
        expect(repeated(post.helpfulBy ?? [])).toEqual([]);
      }
      expect(question.answers.map(({ by }) => by)).not.toContain(question.by);
      expect(question.answers.filter(({ accepted }) => accepted).length).toBeLessThanOrEqual(1);
    }
  });

  test("of one company stay with its people and the vendor's staff", () => {
    for (const question of questions.filter(({ scope }) => scope === "organisation")) {
      const own = personByKey.get(question.by)?.organisation;
      for (const key of participants(question)) {
        expect(isStaff(key) || personByKey.get(key)?.organisation === own, question.key).toBe(true);
      }
    }
  });

  test("are closed by staff, and wait for details only while unsolved", () => {
    for (const { closed } of questions) if (closed) expect(isStaff(closed.by)).toBe(true);
    for (const question of questions.filter(({ needsInfo }) => needsInfo)) {
      expect(solved).not.toContain(question);
    }
  });

  test("happen in order and never in the future", () => {
    for (const { key, daysAgo, comments, answers } of questions) {
      const age = daysAgo * 24 * 60;
      const times = answers.map(({ minutesAfter }) => minutesAfter);
      expect(times, key).toEqual([...times].sort((a, b) => a - b));
      for (const comment of comments ?? []) expect(comment.minutesAfter, key).toBeLessThan(age);
      for (const answer of answers) {
        expect(answer.minutesAfter, key).toBeLessThan(age);
        if (answer.accepted) {
          expect(answer.acceptedMinutesAfter, key).toBeGreaterThanOrEqual(answer.minutesAfter);
          expect(answer.acceptedMinutesAfter, key).toBeLessThan(age);
        }
        for (const { minutesAfter } of answer.comments ?? []) {
          expect(minutesAfter, key).toBeGreaterThan(answer.minutesAfter);
          expect(minutesAfter, key).toBeLessThan(age);
        }
      }
    }
  });
});
