import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { RenderOutcome, RenderTask } from "./render-worker.ts";
import { MAX_MARKDOWN_LENGTH } from "./scan.ts";

export { MAX_MARKDOWN_LENGTH };

/** Raised whenever the same source gives other HTML, so that stored HTML can be rendered anew. */
export const RENDERER_VERSION = 1;

export type RenderedMarkdown =
  | { ok: true; html: string; text: string; version: number }
  | { ok: false; reason: "too-long" | "too-complex" };

type RendererSettings = {
  /** Path of render-worker.ts. */
  workerFile: string;
  /** Milliseconds one text may take on its thread. */
  timeLimit: number;
};

const settings: RendererSettings = {
  // Server code is bundled into one file, so the worker's place cannot be told from
  // `import.meta.url`; the portal always runs from its root folder, where the sources are.
  workerFile: resolve("app/lib/markdown/render-worker.ts"),
  timeLimit: 1_500,
};

let pool: Piscina<RenderTask, RenderOutcome> | undefined;

/** Changes where the worker lies or how long it may take; call it before the first rendering. */
export function configureRenderer(changes: Partial<RendererSettings>): void {
  Object.assign(settings, changes);
}

/**
 * Renders user-written Markdown (GFM, single line breaks kept) to HTML that is safe to insert into
 * a page, and to plain text for excerpts, search and mail. Known `mentions` (display name by
 * handle) become links. Runs on a worker thread that is stopped when a text takes too long.
 *
 * Refusals: `too-long` (over MAX_MARKDOWN_LENGTH), `too-complex` (time, stack, memory or size of
 * the result ran out). Rejects only when the worker cannot run at all.
 */
export async function renderMarkdown(
  source: string,
  options: { mentions?: Record<string, string> } = {},
): Promise<RenderedMarkdown> {
  if (source.length > MAX_MARKDOWN_LENGTH) return { ok: false, reason: "too-long" };
  if (source.trim() === "") return { ok: true, html: "", text: "", version: RENDERER_VERSION };

  const stop = new AbortController();
  const { port1, port2 } = new MessageChannel();
  let timer: NodeJS.Timeout | undefined;
  port1.once("message", () => {
    // A blocked main thread may see its timer before a result that already waits in the queue;
    // setImmediate lets that result in first.
    timer = setTimeout(() => setImmediate(() => stop.abort()), settings.timeLimit);
  });
  try {
    const rendered = await renderingPool().run(
      { source, mentions: options.mentions ?? {}, started: port2 },
      { signal: stop.signal, transferList: [port2] },
    );
    return rendered
      ? { ok: true, ...rendered, version: RENDERER_VERSION }
      : { ok: false, reason: "too-complex" };
  } catch (error) {
    if (stop.signal.aborted || isOutOfMemory(error)) return { ok: false, reason: "too-complex" };
    throw error;
  } finally {
    clearTimeout(timer);
    port1.close();
  }
}

/** Stops the rendering threads after their current texts. A later rendering starts new ones. */
export async function closeRenderer(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.close();
}

function renderingPool(): Piscina<RenderTask, RenderOutcome> {
  if (pool) return pool;
  if (!existsSync(settings.workerFile)) {
    throw new Error(
      `The Markdown worker is not at ${settings.workerFile}: run from the project's root folder or call configureRenderer({ workerFile }).`,
    );
  }
  pool = new Piscina<RenderTask, RenderOutcome>({
    filename: settings.workerFile,
    // Piscina replaces a stopped thread only up to this minimum; with none, texts that wait behind
    // a bomb would wait for ever.
    minThreads: 1,
    maxThreads: 2,
    // A thread that sleeps in Atomics.wait between texts never runs its event loop, which is what
    // frees the message ports: 2.5 KB a text would stay until the process ends.
    atomics: "async",
    idleTimeout: 5 * 60_000,
    // Text of strangers is parsed there: no environment with its secrets, no inherited flags.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  // Without a listener the death of an idle thread would end the process; the next rendering
  // starts another thread, and the failure of a running one rejects its own promise.
  pool.on("error", () => {});
  return pool;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
