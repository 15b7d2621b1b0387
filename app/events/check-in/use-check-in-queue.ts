import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  type Change,
  changesBy,
  nextOrder,
  nextTask,
  pauseAfter,
  readAnswer,
  type Task,
  withdrawal,
} from "./queue.ts";
import { taskStore } from "./task-store.ts";

const PATIENCE = 15_000;

type NewTask = Task extends infer T
  ? T extends Task
    ? Omit<T, "key" | "order" | "tries">
    : never
  : never;

/**
 * Check-ins and undoings of one person at one door: each is kept on this device until the server has
 * answered, sent one after the other, and again after a pause, when the connection is back or when
 * the page is opened next time. One tab sends at a time; should two do, the keys keep them apart.
 *
 * @param onAnswer told of each task that the server took, with the body of its answer
 */
export function useCheckInQueue({
  viewerId,
  eventId,
  onAnswer,
  onRefused,
  onElsewhere,
}: {
  viewerId: number;
  eventId: number;
  onAnswer: (task: Task, body: unknown) => void;
  /** The server knows better than what this device shows. */
  onRefused: () => void;
  /** Another tab sent something. */
  onElsewhere: () => void;
}) {
  const store = useMemo(() => taskStore({ viewerId, eventId }), [viewerId, eventId]);
  const [tasks, setTasks] = useState<Task[]>([]);
  const [isLoggedOut, setLoggedOut] = useState(false);
  const handlers = useRef({ onAnswer, onRefused, onElsewhere });
  handlers.current = { onAnswer, onRefused, onElsewhere };
  const running = useRef(false);
  const failures = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isGone = useRef(false);

  const apply = useCallback(
    (changes: Change[]) => {
      store.apply(changes);
      setTasks(store.list());
    },
    [store],
  );

  /** Sends what there is; gives whether something has to be tried again. */
  const round = useCallback(async (): Promise<boolean> => {
    const skipped = new Set<string>();
    for (;;) {
      const task = nextTask(store.list(), skipped);
      if (!task) return skipped.size > 0;
      apply([{ put: { ...task, tries: task.tries + 1 } }]);
      const { answer, body, isOffline } = await send(eventId, task);
      setLoggedOut(answer.said === "log-in");
      apply(changesBy(store.list(), task, answer));
      if (answer.said === "done") {
        failures.current = 0;
        handlers.current.onAnswer(task, body);
      } else if (answer.said === "refused") handlers.current.onRefused();
      else if (isOffline || answer.said === "log-in") return true;
      else if (answer.said === "nothing") skipped.add(task.key);
    }
  }, [apply, eventId, store]);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (running.current) return;
    running.current = true;
    try {
      const isLeft = await alone(`check-in-${viewerId}-${eventId}`, round);
      failures.current = isLeft ? failures.current + 1 : 0;
    } finally {
      running.current = false;
    }
    const isWaiting = nextTask(store.list(), new Set()) !== undefined;
    if (isWaiting && !isGone.current)
      timer.current = setTimeout(flush, pauseAfter(failures.current));
  }, [eventId, round, store, viewerId]);

  useEffect(() => {
    isGone.current = false;
    setTasks(store.list());
    flush();
    const again = () => {
      failures.current = 0;
      flush();
    };
    const onFocus = () => {
      if (document.visibilityState === "visible") again();
    };
    addEventListener("online", again);
    document.addEventListener("visibilitychange", onFocus);
    const unwatch = store.watch(() => {
      setTasks(store.list());
      handlers.current.onElsewhere();
    });
    return () => {
      isGone.current = true;
      clearTimeout(timer.current);
      removeEventListener("online", again);
      document.removeEventListener("visibilitychange", onFocus);
      unwatch();
    };
  }, [flush, store]);

  const add = useCallback(
    (task: NewTask) => {
      const order = nextOrder(store.list(), Date.now());
      apply([{ put: { ...task, key: newKey(), order, tries: 0 } as Task }]);
      flush();
    },
    [apply, flush, store],
  );
  const withdraw = useCallback(
    (task: Task) => {
      const now = store.list();
      const current = now.find(({ key }) => key === task.key);
      if (!current) return;
      apply(withdrawal(now, current, { key: newKey(), order: nextOrder(now, Date.now()) }));
      flush();
    },
    [apply, flush, store],
  );
  const dismiss = useCallback((task: Task) => apply([{ remove: task.key }]), [apply]);

  return { tasks, isLoggedOut, add, withdraw, dismiss, flush };
}

/** Runs while no other tab does; true, as if something were left, when one does. */
async function alone(name: string, run: () => Promise<boolean>): Promise<boolean> {
  if (!("locks" in navigator)) return run();
  return navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? run() : true));
}

/** Random; `randomUUID` exists on secure pages only. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function send(eventId: number, task: Task) {
  const here = `/events/${eventId}/check-ins`;
  const url = task.kind === "check-in" ? here : `${here}/${task.attendanceId}/removal`;
  const fields = task.kind === "check-in" ? { ...task.fields, key: task.key } : {};
  try {
    const response = await fetch(url, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body: unknown = await response.json().catch(() => undefined);
    return { answer: readAnswer(response.status, body), body, isOffline: false };
  } catch {
    return { answer: { said: "nothing" } as const, body: undefined, isOffline: true };
  }
}
