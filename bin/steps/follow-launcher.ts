import { readFileSync } from "node:fs";

const EVERY = 1_000;
const SHELLS = new Set(["sh", "dash", "bash", "zsh", "ash", "busybox"]);

/**
 * Calls `onGone` when one of the processes between npm and us was killed. Nobody would tell us,
 * and a portal that runs on unseen would keep its port from the next start. Only processes that
 * were started for this command count, never the terminal that npm itself was started from.
 */
export function followLauncher(onGone: () => void): void {
  const links = launchers();
  if (links.length === 0) return;
  const timer = setInterval(() => {
    if (links.every(({ pid, parent }) => parentOf(pid) === parent)) return;
    clearInterval(timer);
    onGone();
  }, EVERY);
  timer.unref();
}

type Link = { pid: number; parent: number };

/** From us to `bin/run.mjs`, and on through npm's shell to npm where the system lets us look. */
function launchers(): Link[] {
  const launcher = Number(process.env.PORTAL_LAUNCHER);
  if (process.ppid !== launcher) return [];
  const links = [{ pid: process.pid, parent: launcher }];
  if (!process.env.npm_lifecycle_event) return links;
  for (let pid = launcher; ; ) {
    const parent = parentOf(pid);
    if (parent === undefined || parent <= 1) return links;
    links.push({ pid, parent });
    if (!SHELLS.has(nameOf(parent))) return links;
    pid = parent;
  }
}

function parentOf(pid: number): number | undefined {
  if (pid === process.pid) return process.ppid;
  try {
    // pid (name) state ppid …; the name may hold anything, brackets included.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return "";
  }
}
