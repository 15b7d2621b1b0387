import { describe, expect, it } from "vitest";
import { parseImportArguments } from "#app/imports/import-arguments.ts";
import { addProblem, emptyReport, formatReport } from "#app/imports/import-report.ts";
import { importedHandle } from "#app/imports/person-handles.ts";
import { showProgress } from "#app/imports/progress.ts";
import { HANDLE } from "#app/people/handles.ts";

describe("the summary", () => {
  it("says what was read, imported, there already and skipped, and why", () => {
    const report = emptyReport();
    Object.assign(report.rows, { "Posts.xml": 12_345, "Users.xml": 10 });
    Object.assign(report.imported, { questions: 1_200, answers: 3, acceptedAnswers: 2 });
    report.skipped["tag wiki"] = 7;
    report.alreadyThere = 4;
    report.remarks.push("Something to know.");
    for (let row = 25; row > 0; row--) {
      addProblem(report, { file: "Posts.xml", row, line: row + 2 }, "Title is empty");
    }
    const lines = formatReport(report, { source: "stackexchange:lamps", milliseconds: 5_000 });
    expect(lines.slice(0, 8)).toEqual([
      "Imported stackexchange:lamps: 12,355 rows in 5.0 s (2,471 rows/s).",
      "  read           Posts.xml 12,345, Users.xml 10",
      "  new            1,200 questions, 3 answers, 0 comments, 0 people",
      "  new marks      2 accepted answers, 0 duplicates, 0 closed",
      "  already there  4",
      "  skipped        7 tag wiki",
      "  malformed      25",
      "    Posts.xml row 6 (line 8): Title is empty",
    ]);
    expect(lines).toHaveLength(7 + 20 + 2);
    expect(lines.slice(-2)).toEqual(["    … and 5 more", "  note: Something to know."]);
  });
});

describe("the progress display", () => {
  const recorded = (isTTY: boolean) => {
    let now = 0;
    const written: string[] = [];
    const output = { isTTY, write: (text: string) => written.push(text) };
    const progress = showProgress(output, 4 * 2 ** 20, () => now);
    return { written, progress, pass: (ms: number) => (now += ms) };
  };

  it("redraws one line on a terminal and clears it", () => {
    const { written, progress, pass } = recorded(true);
    pass(2_000);
    progress.advance("Posts.xml", 2 ** 20, 1_500);
    progress.advance("Posts.xml", 1, 1);
    pass(200);
    progress.advance("Posts.xml", 3 * 2 ** 20, 500);
    progress.finish();
    expect(written).toEqual([
      "\r██████░░░░░░░░░░░░░░░░░░  25 %  1.0 of 4.0 MB  1,500 rows  Posts.xml  0:06 left\u001b[K",
      expect.stringContaining("100 %  4.0 of 4.0 MB  2,001 rows"),
      "\r\u001b[K",
    ]);
  });

  it("writes a plain line now and then elsewhere", () => {
    const { written, progress, pass } = recorded(false);
    for (let i = 0; i < 16; i++) {
      pass(1_000);
      progress.advance("Posts.xml", 2 ** 18, 10);
    }
    progress.finish();
    expect(written).toEqual([
      " 31 %  1.3 of 4.0 MB  50 rows  Posts.xml  0:11 left\n",
      " 62 %  2.5 of 4.0 MB  100 rows  Posts.xml  0:06 left\n",
      " 93 %  3.8 of 4.0 MB  150 rows  Posts.xml  0:01 left\n",
      "100 %  4.0 of 4.0 MB  160 rows  Posts.xml  0:00 left\n",
    ]);
  });
});

describe("the arguments", () => {
  it("name format, place, site and area", () => {
    const words = ["stackexchange", "../dump", "--site", "lamps.example", "--area=forms"];
    expect(parseImportArguments(words)).toEqual({
      ok: true,
      value: { path: "../dump", site: "lamps.example", area: "forms" },
    });
    expect(parseImportArguments(["--help"])).toEqual({ ok: false, reason: "help" });
  });

  it.each([
    [[], "What should be imported?"],
    [["zendesk", "x"], 'Unknown format "zendesk"'],
    [["stackexchange"], "Where is the dump?"],
    [["stackexchange", "a", "b"], "Too many arguments: b"],
    [["stackexchange", "a", "--sites", "b"], "--sites"],
    [["stackexchange", "a", "--site", "a b"], "--site must be a name"],
    [["stackexchange", "a", "--area"], "--area"],
  ])("%j are refused", (words, message) => {
    const parsed = parseImportArguments(words);
    expect(parsed).toMatchObject({ ok: false, reason: "wrong" });
    expect("message" in parsed && parsed.message).toContain(message);
  });
});

describe("handles", () => {
  it.each([
    ["stackexchange-coffee", "4", 1, "se-coffee-4"],
    ["coffee.stackexchange.com", "4", 1, "se-coffee-4"],
    ["meta.coffee.stackexchange.com", "-1", 1, "se-meta-coffee-community"],
    ["stackexchange", "unknown", 2, "se-unknown-2"],
    ["日本語", "123456789012", 12, "se-123456789012-12"],
    [`${"long-".repeat(20)}name`, "999999999999", 99, "se-long-long-long-lon-999999999999-99"],
  ])("for %s and %s", (site, key, attempt, handle) => {
    expect(importedHandle(site, key, attempt)).toBe(handle);
    expect(handle).toMatch(HANDLE);
  });

  it("of names are told apart without showing them", () => {
    const handle = importedHandle("lamps", "name:Mika");
    expect(handle).toMatch(/^se-lamps-[0-9a-f]{12}$/);
    expect(importedHandle("lamps", "name:Miko")).not.toBe(handle);
  });
});
