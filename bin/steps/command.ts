import { ConfigError } from "#app/lib/config.server.ts";
import { ListenError } from "#server/listen.ts";
import { isStopping } from "./stop-on-signal.ts";

/** Something the operator can put right; its message is one line that says how. */
export class OperatorError extends Error {}

/** Runs a command: what the operator can put right becomes one line and exit code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    // What is being stopped may well complain; whoever stops it ends the process.
    if (isStopping()) return;
    const known =
      error instanceof OperatorError ||
      error instanceof ConfigError ||
      error instanceof ListenError;
    process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  }
}

/** Tells the operator what goes on; answers of commands go to stdout, this to stderr. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
