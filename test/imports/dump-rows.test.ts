import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDump } from "#app/imports/dump-files.server.ts";
import type { ImportRefused } from "#app/imports/dump-refused.ts";
import type { DumpRow } from "#app/imports/dump-row.ts";
import { readRows } from "#app/imports/dump-rows.server.ts";
import { question, rowsXml, temporaryFolder, writePosts } from "./dump.ts";

async function readAll(text: string | Buffer): Promise<DumpRow[]> {
  const { posts } = await findDump(writePosts(text));
  const rows: DumpRow[] = [];
  for await (const portion of readRows(posts)) rows.push(...portion);
  return rows;
}

async function refusalOf(text: string | Buffer): Promise<string> {
  try {
    await readAll(text);
  } catch (error) {
    const { reason, message } = error as ImportRefused;
    return `${reason}: ${message}`;
  }
  return "read";
}

describe("rows", () => {
  it("come with number, line and decoded values", async () => {
    const rows = await readAll(
      `<?xml version="1.0" encoding="utf-8"?>\n<posts>\n\n <row Id="1" Body="&lt;p&gt;&#xA;机 &amp;amp;" />\n <!-- note -->\n <row Id="2"></row>\n</posts>\n`,
    );
    expect(rows.map(({ number, line }) => [number, line])).toEqual([
      [1, 4],
      [2, 6],
    ]);
    expect({ ...rows[0]?.attributes }).toEqual({ Id: "1", Body: "<p>\n机 &amp;" });
  });

  it("of many pieces are all there, characters across the cuts too", async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) =>
      question(index + 1, { Body: "机の明かり".repeat(40) }),
    );
    const read = await readAll(rowsXml("posts", rows));
    expect(read).toHaveLength(3_000);
    expect(read.map(({ attributes }) => Number(attributes.Id))).toEqual(rows.map(({ Id }) => Id));
    expect(new Set(read.map(({ attributes }) => attributes.Body))).toEqual(
      new Set(["机の明かり".repeat(40)]),
    );
  });

  it("that hold a forbidden character are marked, the others are not", async () => {
    const rows = await readAll(
      '<posts><row Id="1" Body="a&#x1F;b"/><row Id="2" Body="a\u0001b"/><row Id="3" Body="ok"/></posts>',
    );
    expect(rows.map(({ damaged }) => damaged ?? false)).toEqual([true, true, false]);
  });

  it("are read no faster than they are used, so memory stays flat", async () => {
    const folder = temporaryFolder();
    const file = createWriteStream(join(folder, "Posts.xml"));
    file.write("<posts>\n");
    for (let id = 1; id <= 12_000; id++) {
      const line = `<row Id="${id}" Body="${"x".repeat(1_000)}" />\n`;
      if (!file.write(line)) await once(file, "drain");
    }
    file.end("</posts>");
    await once(file, "finish");
    const { posts } = await findDump(folder);
    let bytes = 0;
    let rows = 0;
    for await (const portion of readRows(posts, { onRead: (more) => (bytes += more) })) {
      rows += portion.length;
      // What was handed out and not yet worked off never exceeds one piece of the file.
      expect(portion.length).toBeLessThan(300);
      expect(rows * 1_000 - bytes).toBeLessThan(300_000);
    }
    expect(rows).toBe(12_000);
    expect(bytes).toBe(posts.bytes);
  });
});

describe("a file is refused", () => {
  it.each([
    ["", "empty: Posts.xml is empty."],
    [" \n ", "empty: Posts.xml is empty."],
    ["hello", "foreign: Posts.xml is not a Stack Exchange dump: it is not XML."],
    [
      "<html><body/></html>",
      "foreign: Posts.xml is not a Stack Exchange dump: it starts with <html> instead of <posts>.",
    ],
    ["PK\u0003\u0004zip", "foreign: Posts.xml is not a Stack Exchange dump: it is not XML"],
    ['<posts><row Id="1"/><item/></posts>', "line 1 holds <item> where <row> belongs"],
    ['<posts><row Id="1"><b/></row></posts>', "foreign: "],
    ["<posts>words</posts>", "foreign: "],
    ['<posts>\n<row Id="1"/>\n<row Id="2" Bo', "broken: Posts.xml is cut off"],
    ['<posts>\n<row Id="1"/>\n', "broken: Posts.xml is cut off at line 3."],
    ["<posts><row Id=1/></posts>", "broken: Posts.xml is broken at line 1: unquoted attribute"],
    ['<posts><row Id="1" Id="2"/></posts>', "broken: "],
    ['<posts><row Id="1"/></posts><posts/>', "broken: "],
    [
      '<posts><row Body="&lol;"/></posts>',
      "broken: Posts.xml is broken at line 1: undefined entity",
    ],
    ['<?xml version="1.0" encoding="Shift_JIS"?><posts/>', "foreign: Posts.xml is not UTF-8"],
  ])("for %j", async (text, refusal) => {
    expect(await refusalOf(text)).toContain(refusal);
  });

  it("for bytes that are not UTF-8", async () => {
    const bytes = Buffer.from('<posts>\n<row Id="1" Body="\u00ff"/></posts>', "latin1");
    expect(await refusalOf(bytes)).toBe("broken: Posts.xml is broken near line 1: not UTF-8.");
  });

  it("for entities that multiply, before any of them is read", async () => {
    const entities = Array.from(
      { length: 9 },
      (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`,
    );
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE posts [<!ENTITY lol0 "lol">${entities.join("")}]>\n<posts><row Body="&lol9;"/></posts>`;
    expect(await refusalOf(bomb)).toContain("doctype: Posts.xml declares a document type");
    const external = '<!DOCTYPE posts SYSTEM "file:///etc/hostname"><posts/>';
    expect(await refusalOf(external)).toContain("doctype: ");
    const padded = `<!--${" ".repeat(5_000)}-->`;
    expect(await refusalOf(`${padded}${bomb.slice(22)}`)).toMatch(/^(?:doctype|foreign): /);
  });

  it("for a row without end", async () => {
    const refusal = await refusalOf(`<posts><row Body="${"x".repeat(17 * 2 ** 20)}"/></posts>`);
    expect(refusal).toContain("broken: Posts.xml is broken: a row after row 0 does not end");
  });
});
