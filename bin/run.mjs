// Runs one of the portal's commands on a machine that has only git, npm and some Node: installs
// what is missing, then hands over to the Node version that the project brings. Plain JavaScript
// without dependencies, because it runs before there are any.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const [command, ...words] = process.argv.slice(2);

if (!isInstalled()) {
  process.stderr.write("Installing packages (once, a minute or two) …\n");
  const npm = process.env.npm_execpath;
  const [file, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const result = spawnSync(
    file,
    [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, NODE_ENV: "" },
    },
  );
  if (result.status !== 0) {
    process.stderr.write("The packages could not be installed: see npm's message above.\n");
    process.exit(1);
  }
}

// Tests and checks give the same result whatever the settings of this folder say.
const settings = !["test", "check", "bench"].includes(command) && existsSync(".env");
const bin = join(root, "node_modules", ".bin");
const child = spawn(
  join(bin, "node"),
  [
    "--disable-warning=ExperimentalWarning",
    ...(settings ? ["--env-file=.env"] : []),
    `bin/${command}.ts`,
    ...words,
  ],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      PORTAL_LAUNCHER: String(process.pid),
    },
  },
);
// Ctrl-C reaches the child by itself; a signal to this process alone must be passed on.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

/** Whether exactly the packages of package-lock.json are there; npm keeps a list of its own. */
function isInstalled() {
  try {
    const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
    const there = packagesOf(join("node_modules", ".package-lock.json"));
    return (
      existsSync(join("node_modules", ".bin", "node")) &&
      Object.entries(packagesOf("package-lock.json")).every(
        ([path, { version, optional }]) =>
          path === "" || there[path]?.version === version || (optional && !there[path]),
      )
    );
  } catch {
    return false;
  }
}
