import { type RefObject, useEffect, useState } from "react";
import { wasUsedEarly } from "#app/ui/early-input.ts";

export type DraftState = "idle" | "saving" | "saved" | "failed";

const PAUSE = 1_200;
const KEPT_OUT = new Set(["key", "version", "redirectTo"]);

/**
 * Saves what is typed into a form on the server, a moment after each pause and when the page is
 * left, so that a closed tab loses nothing. Stops once the form is sent.
 */
export function useDraft(form: RefObject<HTMLFormElement>, place: string): DraftState {
  const [state, setState] = useState<DraftState>("idle");
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unsaved = false;
    const save = async () => {
      clearTimeout(timer);
      if (!unsaved) return;
      unsaved = false;
      setState("saving");
      const saved = await send(element, place);
      if (!saved) unsaved = true;
      setState(saved ? "saved" : "failed");
    };
    const onInput = () => {
      unsaved = true;
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE);
    };
    const onSubmit = () => {
      unsaved = false;
      clearTimeout(timer);
    };
    const onHide = () => {
      if (document.visibilityState === "hidden") save();
    };
    element.addEventListener("input", onInput);
    element.addEventListener("submit", onSubmit);
    document.addEventListener("visibilitychange", onHide);
    if (wasUsedEarly(element)) onInput();
    return () => {
      element.removeEventListener("input", onInput);
      element.removeEventListener("submit", onSubmit);
      document.removeEventListener("visibilitychange", onHide);
      save();
    };
  }, [form, place]);
  return state;
}

async function send(form: HTMLFormElement, place: string): Promise<boolean> {
  const body = new FormData();
  body.set("place", place);
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !KEPT_OUT.has(name)) body.set(`field.${name}`, value);
  }
  try {
    return (await fetch("/drafts", { method: "POST", body, keepalive: true })).ok;
  } catch {
    return false;
  }
}
