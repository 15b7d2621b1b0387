const EVENT = "portal:unread";

/** Tells the parts of a page how many notifications are unread by now. */
export function publishUnread(count: number): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: count }));
}

/** Calls back whenever the number changes; returns what ends that. */
export function onUnread(listener: (count: number) => void): () => void {
  const handle = (event: Event) => listener((event as CustomEvent<number>).detail);
  window.addEventListener(EVENT, handle);
  return () => window.removeEventListener(EVENT, handle);
}
