import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import {
  closeRenderer,
  configureRenderer,
  MAX_MARKDOWN_LENGTH,
  renderMarkdown,
} from "#app/lib/markdown/render.ts";
import { disallowed } from "./disallowed.ts";
import { htmlOf } from "./rendered.ts";

const TIME_LIMIT = 1_500;
// Room for starting a thread on a busy machine.
const PATIENCE = TIME_LIMIT + 3_000;

const filled = (piece: string, length = MAX_MARKDOWN_LENGTH) =>
  piece.repeat(Math.floor(length / piece.length));

const BOMBS: Record<string, string> = {
  "> ×5,000": ">".repeat(5_000),
  "> to the limit": filled(">"),
  "> with spaces": filled("> "),
  "_a__b ×10,000": "_a__b".repeat(10_000),
  "[ to the limit": filled("["),
  "![ to the limit": filled("!["),
  "[[a] to the limit": filled("[[a]"),
  "[a](b to the limit": filled("[a](b"),
  "*a to the limit": filled("*a "),
  "**a *b to the limit": filled("**a *b"),
  "~~a ~b to the limit": filled("~~a ~b"),
  "**あ。 to the limit": filled("**あ。"),
  "- in one line": `${filled("- ", 49_990)}a`,
  "1. in one line": `${filled("1. ", 49_990)}a`,
  "lists by indentation": Array.from({ length: 220 }, (_, n) => `${"  ".repeat(n)}- a`).join("\n"),
  "lists by both": Array.from({ length: 50 }, (_, n) => `${" ".repeat(n * 32)}${"- ".repeat(16)}a`)
    .join("\n")
    .slice(0, MAX_MARKDOWN_LENGTH),
  "quotes with lazy lines": filled(">>>>>>>>>>>>>>>>a\nb\n"),
  "backtick runs": Array.from({ length: 300 }, (_, n) => `${"`".repeat(n)}a`).join(""),
  "a padded table": `${filled("|a", 20_000)}\n${filled("|-", 20_000)}\n${filled("a\n", 9_900)}`,
  "< to the limit": filled("<a "),
  "an endless address": `http://a${filled(".)", 49_900)}`,
  "one letter with 50,000 marks": `a${"\u0301".repeat(49_000)}`,
  "code that never closes": `\`\`\`js\n${filled("{[(`${", 19_000)}`,
};

const workerFile = resolve("app/lib/markdown/render-worker.ts");

afterEach(() => configureRenderer({ workerFile, timeLimit: TIME_LIMIT }));
afterAll(closeRenderer);

describe("bombs", () => {
  it.each(Object.entries(BOMBS))("%s", async (_name, bomb) => {
    const start = performance.now();
    const result = await renderMarkdown(bomb);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
    if (result.ok) expect(disallowed(result.html)).toEqual([]);
    else expect(result.reason).toBe("too-complex");
    expect(await htmlOf("**次**")).toBe("<p><strong>次</strong></p>");
  });

  it("refuses _a__b ×20,000 by its length", async () => {
    expect(await renderMarkdown("_a__b".repeat(20_000))).toEqual({ ok: false, reason: "too-long" });
  });

  it("keeps the markers beyond the limit as text, but not those in code", async () => {
    const html = await htmlOf(`${">".repeat(30)} 深い`);
    expect(html.match(/<blockquote>/g)).toHaveLength(16);
    expect(html).toContain(`<p>${"&gt;".repeat(14)} 深い</p>`);
    expect(await htmlOf(`\`\`\`\n${">".repeat(30)}\n\`\`\``)).toContain(
      `<code>${"&gt;".repeat(30)}</code>`,
    );
    expect(await htmlOf("- ".repeat(40))).toBe("<hr />");
  });

  it("lets texts behind a bomb through", async () => {
    const bombs = Array.from({ length: 4 }, () => renderMarkdown("_a__b".repeat(10_000)));
    const others = Array.from({ length: 20 }, () => htmlOf("**次**"));
    expect(await Promise.all(others)).toEqual(Array(20).fill("<p><strong>次</strong></p>"));
    await Promise.all(bombs);
  }, 15_000);
});

describe("the thread", () => {
  const fixture = (name: string) => resolve("test/lib/markdown/fixtures", name);

  it("is stopped when time is up, and replaced", async () => {
    await closeRenderer();
    configureRenderer({ workerFile: fixture("endless-worker.ts"), timeLimit: 100 });
    const refused = { ok: false, reason: "too-complex" };
    expect(await Promise.all([1, 2, 3].map(() => renderMarkdown("a")))).toEqual([
      refused,
      refused,
      refused,
    ]);
    await closeRenderer();
    configureRenderer({ workerFile, timeLimit: TIME_LIMIT });
    expect(await htmlOf("a")).toBe("<p>a</p>");
  });

  it("may run out of memory without taking the process along", async () => {
    await closeRenderer();
    configureRenderer({ workerFile: fixture("hungry-worker.ts"), timeLimit: 20_000 });
    const start = performance.now();
    expect(await renderMarkdown("a")).toEqual({ ok: false, reason: "too-complex" });
    expect(performance.now() - start).toBeLessThan(15_000);
    await closeRenderer();
    configureRenderer({ workerFile, timeLimit: TIME_LIMIT });
    expect(await htmlOf("a")).toBe("<p>a</p>");
  }, 30_000);

  it("is missed with a message that says what to do", async () => {
    await closeRenderer();
    configureRenderer({ workerFile: "/nowhere/render-worker.ts" });
    await expect(renderMarkdown("a")).rejects.toThrow("configureRenderer");
  });

  it("does not keep a finished script alive", async () => {
    const script = `
      import { renderMarkdown } from "#app/lib/markdown/render.ts";
      console.log((await renderMarkdown("**a**")).html);`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--eval", script],
      { timeout: 10_000 },
    );
    expect(stdout.trim()).toBe("<p><strong>a</strong></p>");
  }, 15_000);
});
