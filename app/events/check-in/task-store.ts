import { type Change, inOrder, type Task } from "./queue.ts";

/** Where tasks of one person at one door are kept until the server has them. */
export type TaskStore = {
  list(): Task[];
  apply(changes: Change[]): void;
  /** Calls back when another tab changed something; returns what ends that. */
  watch(onChange: () => void): () => void;
};

/**
 * Keeps tasks on this device, each under a key of its own, so that tabs do not overwrite each other's.
 * Where the browser keeps nothing they live as long as the page does.
 */
export function taskStore({ viewerId, eventId }: { viewerId: number; eventId: number }): TaskStore {
  const prefix = `check-in-${viewerId}-${eventId}-`;
  const memory = new Map<string, Task>();
  return {
    list: () => inOrder([...stored(prefix), ...memory.values()]),
    apply(changes) {
      for (const change of changes) {
        if ("put" in change) {
          const { put } = change;
          try {
            localStorage.setItem(prefix + put.key, JSON.stringify(put));
            memory.delete(put.key);
          } catch {
            memory.set(put.key, put);
          }
        } else {
          memory.delete(change.remove);
          try {
            localStorage.removeItem(prefix + change.remove);
          } catch {
            // Nothing is kept here.
          }
        }
      }
    },
    watch(onChange) {
      const onStorage = ({ key }: StorageEvent) => {
        if (key === null || key.startsWith(prefix)) onChange();
      };
      addEventListener("storage", onStorage);
      return () => removeEventListener("storage", onStorage);
    },
  };
}

function stored(prefix: string): Task[] {
  try {
    return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "")
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => {
        const task = parse(localStorage.getItem(key));
        return task ? [task] : [];
      });
  } catch {
    return [];
  }
}

function parse(text: string | null): Task | undefined {
  try {
    const task = JSON.parse(text ?? "") as Task;
    return typeof task.key === "string" && typeof task.order === "number" ? task : undefined;
  } catch {
    return undefined;
  }
}
