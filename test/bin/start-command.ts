import { spawn } from "node:child_process";

export type Ended = { code: number | null; out: string; errors: string };

/** Runs `bin/start.ts` as `npm start` does, with none of the settings of whoever runs the tests. */
export function runStart(env: Record<string, string>): Promise<Ended> {
  return runCommandFile("start", [], env);
}

/** Runs a command of bin/ to its end. */
export function runCommandFile(
  command: string,
  words: string[],
  env: Record<string, string>,
): Promise<Ended> {
  const system: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
  };
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", `bin/${command}.ts`, ...words],
    { env: { ...system, ...env } as NodeJS.ProcessEnv },
  );
  let out = "";
  let errors = "";
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    errors += text;
  });
  return new Promise((done) => {
    child.on("close", (code) => done({ code, out, errors }));
  });
}
