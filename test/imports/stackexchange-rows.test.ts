import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DumpRow } from "#app/imports/dump-row.ts";
import {
  parseComment,
  parseLink,
  parsePost,
  parseTags,
  parseUser,
  parseVote,
} from "#app/imports/stackexchange-rows.ts";
import { answer, question } from "./dump.ts";

function row(values: Record<string, string | number | undefined>): DumpRow {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return {
    number: 1,
    line: 3,
    attributes: Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
  };
}

const problemOf = (values: Parameters<typeof row>[0]) => {
  const parsed = parsePost(row(values));
  return parsed.ok ? undefined : parsed.problem;
};

describe("tags", () => {
  const tag = fc.stringMatching(/^[a-z0-9+#.-]{1,35}$/).filter((name) => name.trim() !== "");
  const tags = fc.uniqueArray(tag, { minLength: 1, maxLength: 5 });

  it("come back from either form, in their order", () => {
    fc.assert(
      fc.property(tags, (names) => {
        expect(parseTags(names.map((name) => `<${name}>`).join(""))).toEqual(names);
        expect(parseTags(`|${names.join("|")}|`)).toEqual(names);
      }),
    );
  });

  it("never come out of a text without bounds: any text gives clean tags or none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const name of parseTags(text) ?? []) {
          expect(name).toBe(name.trim().toLowerCase());
          expect(name).not.toBe("");
          expect(name.length).toBeLessThanOrEqual(40);
          expect(name).not.toMatch(/[<>|\p{Cc}]/u);
        }
      }),
    );
  });

  it("are lower case and named once; Japanese ones too", () => {
    expect(parseTags("<Desk><desk><机>")).toEqual(["desk", "机"]);
    expect(parseTags("")).toEqual([]);
  });

  it.each(["lamp", "<lamp", "|lamp", "<lamp><>", "||", `<${"a".repeat(41)}>`, "<a|b>", "|a<b|"])(
    "are refused in the form %j",
    (text) => expect(parseTags(text)).toBeUndefined(),
  );
});

describe("posts", () => {
  it("keep what a question says", () => {
    const parsed = parsePost(
      row(
        question(7, {
          Title: "  Lamp\n&amp; desk ",
          AcceptedAnswerId: 9,
          LastEditDate: "2019-03-10T00:00:00.000",
          LastActivityDate: "2019-03-11T00:00:00",
          ClosedDate: "2019-03-12T23:59:59.999",
          Score: -4,
        }),
      ),
    );
    expect(parsed).toEqual({
      ok: true,
      value: {
        kind: "question",
        id: "7",
        author: { key: "10", name: undefined },
        html: "<p>The lamp on desk 7 blinks.</p>",
        score: -4,
        createdAt: new Date("2019-03-08T08:15:30.123Z"),
        editedAt: new Date("2019-03-10T00:00:00Z"),
        title: "Lamp &amp; desk",
        tags: ["lamp", "desk"],
        acceptedAnswerId: "9",
        lastActivityAt: new Date("2019-03-11T00:00:00Z"),
        closedAt: new Date("2019-03-12T23:59:59.999Z"),
      },
    });
  });

  it("name their author by number, else by name, else not at all", () => {
    const authorOf = (changes: Parameters<typeof row>[0]) => {
      const parsed = parsePost(row(answer(2, 1, changes)));
      return parsed.ok && "author" in parsed.value ? parsed.value.author : undefined;
    };
    expect(authorOf({ OwnerDisplayName: "Mika" })).toEqual({ key: "11", name: "Mika" });
    expect(authorOf({ OwnerUserId: undefined, OwnerDisplayName: " Mika\t" })).toEqual({
      key: "name:Mika",
      name: "Mika",
    });
    expect(authorOf({ OwnerUserId: undefined })).toEqual({ key: "unknown" });
    expect(authorOf({ OwnerUserId: undefined, OwnerDisplayName: "\u200b" })).toEqual({
      key: "unknown",
    });
  });

  it("of other kinds are told by name", () => {
    expect(parsePost(row({ Id: 1, PostTypeId: 5, Body: "" }))).toEqual({
      ok: true,
      value: { kind: "other", type: "tag wiki" },
    });
    expect(parsePost(row({ Id: 1, PostTypeId: 77 }))).toEqual({
      ok: true,
      value: { kind: "other", type: "post of type 77" },
    });
  });

  it.each([
    [{ Id: undefined }, "Id is missing"],
    [{ Id: "one" }, 'Id "one" is not a number'],
    [{ PostTypeId: undefined }, "PostTypeId is missing"],
    [{ PostTypeId: "question" }, 'PostTypeId "question" is not a number'],
    [{ CreationDate: undefined }, "CreationDate is missing"],
    [{ CreationDate: "yesterday" }, 'CreationDate "yesterday" is not a date'],
    [{ CreationDate: "2019-02-30T00:00:00.000" }, "is not a date"],
    [{ CreationDate: "2019-03-01T24:30:00.000" }, "is not a date"],
    [{ CreationDate: "2019-03-01T10:00:00+09:00" }, "is not a date"],
    [{ LastEditDate: "soon" }, 'LastEditDate "soon" is not a date'],
    [{ Score: "1.5" }, 'Score "1.5" is not a whole number'],
    [{ Score: "99999999999" }, "is not a whole number"],
    [{ Title: undefined }, "Title is empty"],
    [{ Title: "\u200b \u3000" }, "Title is empty"],
    [{ Title: "a".repeat(301) }, "Title is longer than 300 characters"],
    [{ Body: undefined }, "Body is empty"],
    [{ Body: " \n" }, "Body is empty"],
    [{ Tags: "lamp desk" }, 'Tags "lamp desk" are in no known form'],
    [{ OwnerUserId: "me" }, 'OwnerUserId "me" is not a number'],
    [{ AcceptedAnswerId: "x" }, 'AcceptedAnswerId "x" is not a number'],
  ])("are unusable with %j", (changes, problem) => {
    expect(problemOf(question(1, changes))).toContain(problem);
  });

  it("are unusable as an answer without a question", () => {
    expect(problemOf(answer(2, 1, { ParentId: undefined }))).toBe("ParentId is missing");
  });

  it("show no control characters in the message", () => {
    const problem = problemOf(question(1, { Id: `\u001b[31m${"9".repeat(99)}` }));
    expect(problem).toBe(`Id " [31m${"9".repeat(35)}…" is not a number`);
  });

  it("with forbidden characters are unusable", () => {
    const damaged = { ...row(question(1)), damaged: true };
    expect(parsePost(damaged)).toEqual({
      ok: false,
      problem: "it holds a character that XML forbids",
    });
  });
});

describe("the other files", () => {
  const at = "2020-01-02T00:00:00.000";

  it("give users, comments, votes and links", () => {
    expect(parseUser(row({ Id: 5, DisplayName: " Jo ", CreationDate: at }))).toEqual({
      ok: true,
      value: { id: "5", name: "Jo", aboutHtml: "", createdAt: new Date(`${at}Z`) },
    });
    const comment = { Id: 1, PostId: 2, Text: "see `a`", CreationDate: at, UserDisplayName: "Jo" };
    expect(parseComment(row(comment))).toMatchObject({
      value: { postId: "2", markdown: "see `a`", author: { key: "name:Jo" } },
    });
    const vote = (type: number) =>
      parseVote(row({ PostId: 2, VoteTypeId: type, CreationDate: at }));
    expect([1, 2, 3].map((type) => vote(type))).toMatchObject([
      { value: { kind: "accepted" } },
      { value: { kind: "helpful" } },
      { value: { kind: "other" } },
    ]);
    const link = { Id: 3, PostId: 2, RelatedPostId: 1, LinkTypeId: 3, CreationDate: at };
    expect(parseLink(row(link))).toMatchObject({
      value: { kind: "duplicate", relatedPostId: "1" },
    });
  });

  it("say what is missing", () => {
    expect(parseUser(row({ DisplayName: "Jo" }))).toMatchObject({ problem: "Id is missing" });
    expect(parseComment(row({ Id: 1, PostId: 2, Text: " ", CreationDate: at }))).toMatchObject({
      problem: "Text is empty",
    });
    expect(parseVote(row({ PostId: 2, CreationDate: at }))).toMatchObject({ ok: false });
    expect(parseLink(row({ Id: 3, PostId: 2, LinkTypeId: 3 }))).toMatchObject({ ok: false });
  });
});
