import { accessSync, constants, mkdirSync } from "node:fs";
import { OperatorError } from "./command.ts";

/** Makes the data folder when absent and checks that we may write there. */
export function prepareDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}): give this user the right to write there, or set DATA_DIR to another folder.`,
    );
  }
}
