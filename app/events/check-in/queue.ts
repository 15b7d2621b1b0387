/** A check-in that waits to be told to the server, or what takes one back. */
export type Task = {
  key: string;
  /** Tasks are told in this order; made from the clock of the device. */
  order: number;
  /** Who it is about, for people to read. */
  label: string;
  /** The row of the list that it changes, where it is known: `p12`. */
  rowId: string | null;
  /** How often it was, or may have been, sent. */
  tries: number;
  /** Why the server would not have it. */
  refused?: string;
} & (
  | { kind: "check-in"; fields: Record<string, string> }
  | {
      kind: "removal";
      /** Of the attendance; null as long as its check-in waits itself. */
      attendanceId: number | null;
      /** Key of that check-in. */
      of: string | null;
    }
);

/** What the server said: done, no, or nothing that could be relied on. */
export type Answer =
  | { said: "done"; attendanceId: number }
  | { said: "refused"; reason: string }
  /** The connection or the server failed. */
  | { said: "nothing" }
  | { said: "log-in" };

/** What is written to where tasks are kept. */
export type Change = { put: Task } | { remove: string };

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

/** Milliseconds to wait after so many failures in a row. */
export function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, failures - 1));
}

export function inOrder(tasks: readonly Task[]): Task[] {
  return [...tasks].sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
}

/** An order after all others, however clocks are set back. */
export function nextOrder(tasks: readonly Task[], now: number): number {
  return tasks.reduce((next, { order }) => Math.max(next, order + 1), now);
}

/** What waits to be sent, refusals aside. */
export function unsent(tasks: readonly Task[]): Task[] {
  return inOrder(tasks).filter(({ refused }) => refused === undefined);
}

/**
 * The next task to send.
 *
 * @param skipped keys of those that failed in this round; what hangs on them waits too
 */
export function nextTask(tasks: readonly Task[], skipped: ReadonlySet<string>): Task | undefined {
  const held = new Set(
    tasks.filter(({ key }) => skipped.has(key)).map(({ rowId, key }) => rowId ?? key),
  );
  return unsent(tasks).find(
    (task) =>
      !held.has(task.rowId ?? task.key) &&
      !(task.kind === "removal" && task.attendanceId === null && skipped.has(task.of ?? "")),
  );
}

/** What a server's answer to a task changes in what is kept. */
export function changesBy(tasks: readonly Task[], task: Task, answer: Answer): Change[] {
  const after = tasks.filter((one) => one.kind === "removal" && one.of === task.key);
  switch (answer.said) {
    case "done":
      return [
        { remove: task.key },
        ...after.map((one) => ({
          put: { ...one, attendanceId: answer.attendanceId, of: null } as Task,
        })),
      ];
    case "refused":
      return [
        { put: { ...task, refused: answer.reason } },
        // Nothing to take back of what never happened.
        ...after.map((one) => ({ remove: one.key })),
      ];
    default:
      return [];
  }
}

/**
 * Takes a waiting check-in back. Never sent, it just goes; otherwise the server may have it, and is
 * told to undo it once it has answered.
 */
export function withdrawal(
  tasks: readonly Task[],
  task: Task,
  { key, order }: { key: string; order: number },
): Change[] {
  if (task.refused !== undefined || task.tries === 0) return [{ remove: task.key }];
  if (tasks.some((one) => one.kind === "removal" && one.of === task.key)) return [];
  const { label, rowId } = task;
  const removal = { kind: "removal" as const, attendanceId: null, of: task.key };
  return [{ put: { ...removal, key, order, label, rowId, tries: 0 } }];
}

/** What a response means. 4xx are answers; everything else may come out differently next time. */
export function readAnswer(status: number, body: unknown): Answer {
  const { attendanceId, reason } = (body ?? {}) as { attendanceId?: unknown; reason?: unknown };
  if (status === 200 && typeof attendanceId === "number") return { said: "done", attendanceId };
  if (status === 401) return { said: "log-in" };
  if (status === 409 && typeof reason === "string") return { said: "refused", reason };
  if (status === 403 || status === 404) {
    return { said: "refused", reason: status === 403 ? "not-allowed" : "not-found" };
  }
  return status === 400 ? { said: "refused", reason: "unreadable" } : { said: "nothing" };
}
