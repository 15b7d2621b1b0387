import { type ChildProcess, spawn } from "node:child_process";

type Options = {
  env?: Record<string, string | undefined>;
  /** Keep what the program prints instead of showing it. */
  quiet?: boolean;
};

const running = new Set<ChildProcess>();

/**
 * Runs a program of the project's own packages (or any other) to its end.
 *
 * @returns its exit code, 1 when a signal ended it, and with `quiet` what it printed
 */
export function runProgram(
  file: string,
  args: string[],
  { env = {}, quiet = false }: Options = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Asks the programs that run to end, and waits until they have. */
export async function stopPrograms(): Promise<void> {
  const ends = [...running].map((child) => new Promise((end) => child.once("close", end)));
  for (const child of running) child.kill("SIGTERM");
  await Promise.all(ends);
}

/** The project's own Node, whatever version the machine has. */
export const NODE = "node_modules/.bin/node";
