import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

type Row = Record<string, string | number | undefined>;

const FILES = {
  posts: ["Posts.xml", "posts"],
  users: ["Users.xml", "users"],
  comments: ["Comments.xml", "comments"],
  votes: ["Votes.xml", "votes"],
  links: ["PostLinks.xml", "postlinks"],
} as const;

export type DumpContent = Partial<Record<keyof typeof FILES, Row[]>>;

/** A question of our own invention; anything about it can be changed or taken away. */
export function question(id: number, changes: Row = {}): Row {
  return {
    Id: id,
    PostTypeId: 1,
    CreationDate: `2019-03-0${(id % 9) + 1}T08:15:30.123`,
    Score: 3,
    Body: `<p>The lamp on desk ${id} blinks.</p>`,
    OwnerUserId: 10,
    Title: `Why does lamp ${id} blink?`,
    Tags: "<lamp><desk>",
    ...changes,
  };
}

export function answer(id: number, parent: number, changes: Row = {}): Row {
  return {
    Id: id,
    PostTypeId: 2,
    ParentId: parent,
    CreationDate: "2019-04-01T10:00:00.500",
    Score: 1,
    Body: `<p>Turn the bulb, says answer ${id}.</p>`,
    OwnerUserId: 11,
    ...changes,
  };
}

export function rowsXml(root: string, rows: Row[]): string {
  const lines = rows.map((row) => {
    const attributes = Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}="${escapeXml(String(value))}"`);
    return `  <row ${attributes.join(" ")} />`;
  });
  return `\ufeff<?xml version="1.0" encoding="utf-8"?>\n<${root}>\n${lines.join("\n")}\n</${root}>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#xA;");
}

/** A folder that is gone after the test. */
export function temporaryFolder(name = "lamps.example"): string {
  const parent = mkdtempSync(join(tmpdir(), "portal-dump-"));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, name);
  mkdirSync(folder);
  return folder;
}

/** Writes the files of a dump and returns their folder. */
export function writeDump(content: DumpContent, folder = temporaryFolder()): string {
  for (const [kind, rows] of Object.entries(content)) {
    const [name, root] = FILES[kind as keyof typeof FILES];
    writeFileSync(join(folder, name), rowsXml(root, rows));
  }
  return folder;
}

/** A folder with one Posts.xml of exactly this text. */
export function writePosts(text: string | Buffer): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "Posts.xml"), text);
  return folder;
}
