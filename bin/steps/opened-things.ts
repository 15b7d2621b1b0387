export type OpenedThings = {
  /** Waits for a thing to open and remembers how to close it. */
  open<T>(opening: Promise<T>, close: (thing: T) => Promise<void> | void): Promise<T>;
  /** Closes all of them, the last one first; a second call waits for the first. */
  close(): Promise<void>;
};

/**
 * What a command has opened, to be closed when it ends for whatever reason. A thing that is only
 * just opening is waited for and closed too, so that a stop in the middle leaves nothing behind.
 */
export function openedThings(): OpenedThings {
  const closers: (() => Promise<void>)[] = [];
  let closing: Promise<void> | undefined;
  return {
    open(opening, close) {
      closers.unshift(async () => {
        const opened = await opening.then(
          (thing) => ({ thing }),
          () => undefined,
        );
        if (opened) await close(opened.thing);
      });
      return opening;
    },
    close() {
      closing ??= closers.reduce((before, close) => before.finally(close), Promise.resolve());
      return closing;
    },
  };
}
