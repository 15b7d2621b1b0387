/** Answers of one attempt that could not be sent yet, by the place of their question. */
export type PendingAnswers = {
  keep(position: number, fields: URLSearchParams): void;
  forget(position: number): void;
  find(position: number): URLSearchParams | undefined;
  /** Places of all questions with an answer that waits. */
  list(): number[];
};

/**
 * Keeps answers on this device until the server has them: a lost connection, a reload or a crash of
 * the browser loses nothing. Where the browser keeps nothing, neither does this.
 */
export function pendingAnswers(attemptId: number): PendingAnswers {
  const prefix = `exam-attempt-${attemptId}-`;
  const use = <T>(act: (storage: Storage) => T): T | undefined => {
    try {
      return act(localStorage);
    } catch {
      return undefined;
    }
  };
  return {
    keep: (position, fields) => use((s) => s.setItem(prefix + position, fields.toString())),
    forget: (position) => use((s) => s.removeItem(prefix + position)),
    find(position) {
      const text = use((s) => s.getItem(prefix + position));
      return text ? new URLSearchParams(text) : undefined;
    },
    list: () =>
      use((s) =>
        Array.from({ length: s.length }, (_, index) => s.key(index) ?? "")
          .filter((key) => key.startsWith(prefix))
          .map((key) => Number(key.slice(prefix.length))),
      ) ?? [],
  };
}
