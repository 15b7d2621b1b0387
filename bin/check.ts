import { QUICK_CHECKS, runChecks } from "./steps/checks.ts";
import { runCommand } from "./steps/command.ts";

await runCommand(async () => {
  process.exitCode = (await runChecks(QUICK_CHECKS)) ? 0 : 1;
});
