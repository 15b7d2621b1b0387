import type { MessagePort } from "node:worker_threads";
import { toHtml } from "./to-html.ts";

const MAX_HTML_LENGTH = 2_000_000;

export type RenderTask = {
  source: string;
  mentions: Record<string, string>;
  /** Gets one message when rendering begins: waiting for a thread does not count as time used. */
  started: MessagePort;
};

export type RenderOutcome = { html: string; text: string } | undefined;

/** Renders one text; undefined when it nests too deeply or its HTML would be huge. */
export default function render({ source, mentions, started }: RenderTask): RenderOutcome {
  started.postMessage(true);
  try {
    const rendered = toHtml(source, new Map(Object.entries(mentions)));
    return rendered.html.length > MAX_HTML_LENGTH ? undefined : rendered;
  } catch (error) {
    // "Maximum call stack size exceeded" and "Invalid string length"; anything else is a bug.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
