import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDump } from "#app/imports/dump-files.server.ts";
import { question, rowsXml, temporaryFolder, writeDump } from "./dump.ts";

const posts = [question(1)];

describe("a dump", () => {
  it("is found by its folder or by its posts, with what lies beside them", async () => {
    const folder = writeDump({ posts, users: [], votes: [] });
    writeFileSync(join(folder, "Badges.xml"), "not read");
    const byFolder = await findDump(folder);
    expect(Object.keys(byFolder).sort()).toEqual(["folderName", "posts", "users", "votes"]);
    expect(byFolder.folderName).toBe("lamps.example");
    expect(await findDump(join(folder, "Posts.xml"))).toEqual(byFolder);
  });

  it("is found by names in lower case", async () => {
    const folder = writeDump({ posts, users: [] });
    renameSync(join(folder, "Posts.xml"), join(folder, "posts.xml"));
    expect(await findDump(folder)).toMatchObject({ users: { root: "users" } });
  });

  it("from posts of another name is those posts alone", async () => {
    const folder = writeDump({ posts, users: [] });
    writeFileSync(join(folder, "old.xml"), rowsXml("posts", posts));
    expect(Object.keys(await findDump(join(folder, "old.xml")))).toEqual(["folderName", "posts"]);
  });

  it("is refused at once when a file beside the posts is wrong", async () => {
    const folder = writeDump({ posts });
    writeFileSync(join(folder, "Users.xml"), rowsXml("badges", []));
    await expect(findDump(folder)).rejects.toThrow(
      "Users.xml is not a Stack Exchange dump: it starts with <badges> instead of <users>.",
    );
    writeFileSync(join(folder, "Users.xml"), `<users>${"<row Id='1'/>".repeat(500)}`);
    await expect(findDump(folder)).rejects.toThrow(
      "Users.xml is cut off: it does not end with </users>.",
    );
    writeFileSync(join(folder, "Users.xml"), "");
    await expect(findDump(folder)).rejects.toThrow("Users.xml is empty.");
  });

  it("that is not there is said to be missing", async () => {
    const folder = temporaryFolder();
    await expect(findDump(folder)).rejects.toThrow(`There is no Posts.xml in ${folder}.`);
    const nowhere = join(folder, "nowhere");
    await expect(findDump(nowhere)).rejects.toThrow(`There is nothing at ${nowhere}.`);
    mkdirSync(join(folder, "Posts.xml"));
    await expect(findDump(folder)).rejects.toThrow(/Posts\.xml (?:is not a file|cannot be read)/);
  });
});
