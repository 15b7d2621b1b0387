import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { OperatorError } from "./command.ts";

/** Makes the data folder when absent and checks that we may write there. */
export function prepareDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}): give this user the right to write there, or set DATA_DIR to another folder.`,
    );
  }
}

/** Step by step: on a file system that refuses, such as /proc, Node's own `recursive` never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) {
      throw Object.assign(new Error("Not a folder"), { code: "ENOTDIR" });
    }
    return;
  }
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another start may have made it at the same moment.
    if (!existsSync(folder)) throw error;
  }
}
