import { followLauncher } from "./follow-launcher.ts";

/** A terminal and npm may each pass on one and the same Ctrl-C. */
const SAME_SIGNAL = 1_500;

let stoppingSince: number | undefined;

/** Whether a signal has asked the process to end. */
export function isStopping(): boolean {
  return stoppingSince !== undefined;
}

/**
 * Ends the process cleanly on Ctrl-C, on a stop from outside and when the command that launched
 * it was killed; a second signal ends it at once.
 *
 * @param exitCode of a clean stop
 */
export function stopOnSignal(stop: () => Promise<void>, exitCode = 0): void {
  const onSignal = async () => {
    if (stoppingSince !== undefined) {
      if (Date.now() - stoppingSince > SAME_SIGNAL) process.exit(1);
      return;
    }
    stoppingSince = Date.now();
    process.stderr.write("\nStopping …\n");
    try {
      await stop();
      process.exit(exitCode);
    } catch (error) {
      process.stderr.write(`${(error as Error).stack ?? error}\n`);
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  followLauncher(onSignal);
}
