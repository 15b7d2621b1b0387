import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Came, type Figures, figuresOf, type Guest, rowsOf, searchable } from "./desk-list.ts";
import type { Task } from "./queue.ts";
import { useCheckInQueue } from "./use-check-in-queue.ts";

/** What the page is made with: the first rows alone, the figures of all. */
export type FirstLook = { guests: Guest[]; came: Came[]; figures: Figures };

type Whole = { guests: Guest[]; came: Came[]; next: string };
type Changes = { came: Came[]; undone: number[]; next: string };

const REFRESH = 20_000;
/** The list of guests itself changes rarely: people still apply. */
const RELOAD = 5 * 60_000;

/** What a phone at the door knows: the whole list, who came, and what it has still to tell. */
export function useDesk({
  viewerId,
  eventId,
  first,
  onArrival,
}: {
  viewerId: number;
  eventId: number;
  first: FirstLook;
  /**
   * The server took a check-in: `already` when somebody had been quicker, or it was told before;
   * nobody came when it was undone by then.
   */
  onArrival: (task: Task, arrival: { came: Came | null; already: boolean }) => void;
}) {
  const [guests, setGuests] = useState(first.guests);
  const [came, setCame] = useState(first.came);
  const [isWhole, setWhole] = useState(false);
  const next = useRef<string>();
  const loadedAt = useRef(0);
  const asking = useRef(false);

  // Revalidated pages bring newer rows; the whole list, once here, is newer still.
  useEffect(() => {
    if (next.current) return;
    setGuests(first.guests);
    setCame(first.came);
  }, [first]);

  const merge = useCallback((news: readonly Came[], undone: readonly number[] = []) => {
    setCame((known) => {
      const byId = new Map(known.map((one) => [one.id, one]));
      for (const one of news) byId.set(one.id, one);
      for (const id of undone) byId.delete(id);
      return [...byId.values()];
    });
  }, []);

  const refresh = useCallback(async (): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    try {
      const isDue = !next.current || Date.now() - loadedAt.current > RELOAD;
      const query = isDue ? "" : `?since=${encodeURIComponent(next.current ?? "")}`;
      const response = await fetch(`/events/${eventId}/check-ins${query}`);
      if (!response.ok) return;
      if (isDue) {
        const whole = (await response.json()) as Whole;
        setGuests(whole.guests);
        setCame(whole.came);
        setWhole(true);
        loadedAt.current = Date.now();
        next.current = whole.next;
      } else {
        const changes = (await response.json()) as Changes;
        merge(changes.came, changes.undone);
        next.current = changes.next;
      }
    } catch {
      // No connection: what is known stays until it is back.
    } finally {
      asking.current = false;
    }
  }, [eventId, merge]);

  const onAnswer = (task: Task, body: unknown) => {
    if (task.kind === "removal") {
      if (task.attendanceId !== null) merge([], [task.attendanceId]);
      return;
    }
    const arrival = body as { came: Came | null; already: boolean };
    if (arrival.came) merge([arrival.came]);
    onArrival(task, arrival);
  };
  const onRefused = () => {
    loadedAt.current = 0;
    refresh();
  };
  const queue = useCheckInQueue({
    viewerId,
    eventId,
    onAnswer,
    onRefused,
    onElsewhere: refresh,
  });

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") refresh();
    };
    look();
    const timer = setInterval(look, REFRESH);
    addEventListener("online", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      removeEventListener("online", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh]);

  const rows = useMemo(() => rowsOf(guests, came), [guests, came]);
  const index = useMemo(() => searchable(rows), [rows]);
  const figures = useMemo(
    () => (isWhole ? figuresOf(guests, came) : first.figures),
    [isWhole, guests, came, first.figures],
  );
  return { rows, index, figures, isWhole, queue };
}
