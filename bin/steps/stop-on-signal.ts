import { say } from "./command.ts";

/** Ends the process cleanly on Ctrl-C or a stop from outside; a second signal ends it at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    say("Stopping …");
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      say((error as Error).stack ?? String(error));
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
}
