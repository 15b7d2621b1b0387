import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SavedAnswer } from "./answering.server.ts";
import { type PendingAnswers, pendingAnswers } from "./pending-answers.ts";

export type SaveState = "idle" | "saving" | "saved" | "offline" | "failed";

type Outcome = "saved" | "conflict" | "ended" | "offline" | "failed";

const RETRY = 5_000;

/**
 * Saves the answers of one question's form, one after the other and the latest last. While there is
 * no connection the answer is kept on this device and sent again.
 *
 * @param revision of the answer that the page shows at first
 */
export function useAutosave({
  attemptId,
  position,
  revision: shown,
  onConflict,
  onEnded,
}: {
  attemptId: number;
  position: number;
  revision: number;
  onConflict: (current: SavedAnswer) => void;
  onEnded: () => void;
}) {
  const [state, setState] = useState<SaveState>("idle");
  const revision = useRef(shown);
  const waiting = useRef<URLSearchParams>();
  const running = useRef<Promise<Outcome>>();
  const handlers = useRef({ onConflict, onEnded });
  handlers.current = { onConflict, onEnded };
  const pending: PendingAnswers = useMemo(() => pendingAnswers(attemptId), [attemptId]);

  const drain = useCallback(async (): Promise<Outcome> => {
    let outcome: Outcome = "saved";
    while (waiting.current) {
      const fields = waiting.current;
      fields.set("revision", String(revision.current));
      pending.keep(position, fields);
      setState("saving");
      const answer = await send(`/exam-attempts/${attemptId}/questions/${position}/answer`, fields);
      if (answer.outcome === "offline") {
        setState("offline");
        return "offline";
      }
      // What was typed meanwhile is sent next.
      if (waiting.current === fields) waiting.current = undefined;
      outcome = answer.outcome;
      pending.forget(position);
      if (answer.outcome === "saved") revision.current = answer.revision;
      else {
        waiting.current = undefined;
        if (answer.outcome === "conflict") {
          revision.current = answer.current.revision;
          handlers.current.onConflict(answer.current);
        }
        if (answer.outcome === "ended") handlers.current.onEnded();
      }
      setState(outcome === "saved" ? "saved" : outcome === "failed" ? "failed" : "idle");
    }
    return outcome;
  }, [attemptId, position, pending]);

  const flush = useCallback((): Promise<Outcome> => {
    running.current ??= drain().finally(() => {
      running.current = undefined;
    });
    return running.current;
  }, [drain]);

  const save = useCallback(
    (fields: URLSearchParams, from?: number): Promise<Outcome> => {
      // An answer of an earlier visit to the page rests on what that one showed.
      if (from !== undefined) revision.current = from;
      waiting.current = fields;
      return flush();
    },
    [flush],
  );

  useEffect(() => {
    const again = () => {
      if (waiting.current) flush();
    };
    const timer = setInterval(again, RETRY);
    addEventListener("online", again);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
    };
  }, [flush]);

  return { state, save, kept: pending };
}

type Answered =
  | { outcome: "saved"; revision: number }
  | { outcome: "conflict"; current: SavedAnswer }
  | { outcome: "ended" | "offline" | "failed" };

async function send(url: string, body: URLSearchParams): Promise<Answered> {
  try {
    const response = await fetch(url, { method: "POST", body, keepalive: true });
    if (response.status === 410) return { outcome: "ended" };
    if (response.status !== 200 && response.status !== 409) return { outcome: "failed" };
    const answer = (await response.json()) as SavedAnswer;
    return response.ok
      ? { outcome: "saved", revision: answer.revision }
      : { outcome: "conflict", current: answer };
  } catch {
    return { outcome: "offline" };
  }
}
