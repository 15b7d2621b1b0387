import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { FileStore } from "./file-store.server.ts";

/** Keeps files in a folder, spread over two levels so that none of them grows huge. */
export function localStore(folder: string): FileStore {
  return {
    async put(key, bytes) {
      const path = pathOf(folder, key);
      await mkdir(dirname(path), { recursive: true });
      const unfinished = `${path}.${randomUUID()}.tmp`;
      try {
        const file = await open(unfinished, "wx", 0o640);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },

    async get(key) {
      try {
        const file = await open(pathOf(folder, key), "r");
        return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },

    async delete(key) {
      await rm(pathOf(folder, key), { force: true });
    },
  };
}

function pathOf(folder: string, key: string): string {
  // Keys come from our own table; this keeps a mistake elsewhere from reaching other folders.
  if (!/^[a-z0-9]{16,64}$/.test(key)) throw new Error("Not a storage key");
  return join(folder, key.slice(0, 2), key.slice(2, 4), key);
}
