// Runs one of the portal's commands on a machine that has only git, npm and some Node: installs
// what is missing, then hands over to the Node version that the project brings. Plain JavaScript
// without dependencies, because it runs before there are any.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const [command, ...words] = process.argv.slice(2);

const installed = join("node_modules", ".portal-installed");
const wanted = createHash("sha256")
  .update(readFileSync("package-lock.json"))
  .update(readFileSync("package.json"))
  .digest("hex");
if (!existsSync(installed) || readFileSync(installed, "utf8") !== wanted) {
  process.stderr.write("Installing packages (once, a minute or two) …\n");
  const npm = process.env.npm_execpath;
  const [file, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const result = spawnSync(file, [...first, "ci", "--include=dev", "--no-audit", "--no-fund"], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "" },
  });
  if (result.status !== 0) {
    process.stderr.write("The packages could not be installed: see npm's message above.\n");
    process.exit(1);
  }
  mkdirSync("node_modules", { recursive: true });
  writeFileSync(installed, wanted);
}

const node = join(root, "node_modules", ".bin", "node");
const child = spawn(node, ["--disable-warning=ExperimentalWarning", `bin/${command}.ts`, ...words], {
  stdio: "inherit",
  env: { ...process.env, PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}` },
});
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
