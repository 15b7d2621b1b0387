import { open, readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { doctypeRefused, ImportRefused } from "./dump-refused.ts";

export type DumpFile = {
  path: string;
  /** Name for messages. */
  name: string;
  bytes: number;
  /** The element that holds the rows. */
  root: string;
};

const FILES = {
  posts: "Posts.xml",
  users: "Users.xml",
  comments: "Comments.xml",
  votes: "Votes.xml",
  links: "PostLinks.xml",
} as const;

const ROOTS = {
  posts: "posts",
  users: "users",
  comments: "comments",
  votes: "votes",
  links: "postlinks",
} as const;

type FileKind = keyof typeof FILES;

export type Dump = { posts: DumpFile } & Partial<Record<FileKind, DumpFile>> & {
    /** Name of the folder that the dump lies in. */
    folderName: string;
  };

/**
 * Finds the files of a dump from its folder or from its Posts.xml, and looks at both ends of each,
 * so that a wrong or cut-off file is refused before any work. A posts file of another name is
 * taken alone: what lies beside it may belong to another dump.
 *
 * @throws ImportRefused with reason `missing`, `unreadable`, `empty`, `broken`, `foreign` or `doctype`
 */
export async function findDump(path: string): Promise<Dump> {
  const given = resolve(path);
  const status = await stat(given).catch((error) => refuseAccess(given, error));
  const folder = status.isDirectory() ? given : dirname(given);
  const posts = status.isDirectory() ? await findByName(folder, FILES.posts) : given;
  if (!posts) {
    throw new ImportRefused("missing", `There is no ${FILES.posts} in ${folder}.`);
  }
  const dump: Dump = {
    folderName: basename(folder),
    posts: await examine(posts, ROOTS.posts),
  };
  if (basename(posts).toLowerCase() !== FILES.posts.toLowerCase()) return dump;
  for (const kind of ["users", "comments", "votes", "links"] as const) {
    const beside = await findByName(folder, FILES[kind]);
    if (beside) dump[kind] = await examine(beside, ROOTS[kind]);
  }
  return dump;
}

async function findByName(folder: string, name: string): Promise<string | undefined> {
  const names = await readdir(folder).catch((error) => refuseAccess(folder, error));
  const found = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return found && join(folder, found);
}

async function examine(path: string, root: string): Promise<DumpFile> {
  const name = basename(path);
  const file = await open(path).catch((error) => refuseAccess(path, error));
  try {
    const status = await file.stat();
    if (!status.isFile()) throw new ImportRefused("unreadable", `${path} is not a file.`);
    const bytes = status.size;
    const head = await readText(file, 0, Math.min(bytes, 4096));
    if (head.trim() === "") throw new ImportRefused("empty", `${name} is empty.`);
    const first = /^\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<([^\s/>]+)/.exec(head)?.[1];
    if (first?.toUpperCase() === "!DOCTYPE") throw doctypeRefused(name);
    if (first !== root) {
      const found = first
        ? `it starts with <${first.slice(0, 40)}> instead of <${root}>`
        : "it is not XML";
      throw new ImportRefused("foreign", `${name} is not a Stack Exchange dump: ${found}.`);
    }
    const tail = await readText(file, Math.max(0, bytes - 4096), Math.min(bytes, 4096));
    if (!tail.includes(`</${root}`) && !tail.includes(`<${root}`)) {
      throw new ImportRefused("broken", `${name} is cut off: it does not end with </${root}>.`);
    }
    return { path, name, bytes, root };
  } finally {
    await file.close();
  }
}

async function readText(
  file: Awaited<ReturnType<typeof open>>,
  position: number,
  length: number,
): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.toString("utf8", 0, bytesRead);
}

function refuseAccess(path: string, error: NodeJS.ErrnoException): never {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") {
    throw new ImportRefused("missing", `There is nothing at ${path}.`);
  }
  throw new ImportRefused("unreadable", `${path} cannot be read: ${error.message}`);
}
