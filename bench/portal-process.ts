import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { OperatorError } from "#bin/steps/command.ts";
import { NODE } from "#bin/steps/programs.ts";
import { listen } from "#server/listen.ts";

const READY_WITHIN = 60_000;

/** Settings that must not come from the surroundings: an empty one has its default. */
const DEFAULTS = [
  "ALLOWED_HOSTS",
  "DATABASE_POOL",
  "METRICS_TOKEN",
  "S3_BUCKET",
  "SMTP_URL",
  "TRUST_PROXY",
];

export type PortalProcess = { origin: string; close(): Promise<void> };

/**
 * Starts the finished build as a process of its own on a free port, set up as in production but
 * for its log, and waits until it is ready.
 *
 * @param nodeOptions flags for the process, a profiler's for example
 */
export async function startPortalProcess({
  databaseUrl,
  nodeOptions = [],
}: {
  databaseUrl: string;
  nodeOptions?: string[];
}): Promise<PortalProcess> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(
    NODE,
    ["--disable-warning=ExperimentalWarning", ...nodeOptions, "bin/start.ts"],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        ...Object.fromEntries(DEFAULTS.map((name) => [name, ""])),
        DATABASE_URL: databaseUrl,
        DATA_DIR: ".cache/bench",
        HOST: "127.0.0.1",
        LOG_LEVEL: "warn",
        NODE_ENV: "production",
        PORT: String(port),
        PORTAL_LAUNCHER: String(process.pid),
        PORTAL_PROCESS: "web",
        PUBLIC_URL: origin,
      },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-4_000);
    });
  }
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const deadline = Date.now() + READY_WITHIN;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await close();
      throw new OperatorError(`The portal did not start:\n${output}`);
    }
    await sleep(100);
  }
  return { origin, close };
}

async function isReady(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/readyz`).catch(() => undefined);
  return response?.ok === true;
}

async function freePort(): Promise<number> {
  const probe = await listen(() => {}, { host: "127.0.0.1", port: 0 });
  await probe.close(0);
  return Number(new URL(probe.url).port);
}
