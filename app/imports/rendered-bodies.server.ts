import { renderMarkdown } from "#app/lib/markdown/render.ts";
import { htmlToMarkdown } from "./html-to-markdown.server.ts";

/** More than there are rendering threads, so that none waits for the next text. */
const AT_ONCE = 8;

export type RenderedBody = {
  bodySource: string;
  bodyHtml: string;
  bodyText: string;
  rendererVersion: number;
};

type Outcome = { ok: true; body: RenderedBody } | { ok: false; problem: string };

const PROBLEMS = {
  "too-long": "its text is too long",
  "too-complex": "its text is nested too deeply to be shown",
};

/** Brings the HTML of posts into the portal's form, in their order. */
export function renderHtmlBodies(bodies: string[], { host }: { host: string }): Promise<Outcome[]> {
  return inParallel(bodies, async (html) => {
    const converted = htmlToMarkdown(html, { host });
    return converted.ok
      ? renderBody(converted.markdown)
      : { ok: false, problem: PROBLEMS[converted.reason] };
  });
}

/** The same for texts that are Markdown already. */
export function renderMarkdownBodies(bodies: string[]): Promise<Outcome[]> {
  return inParallel(bodies, renderBody);
}

async function renderBody(source: string): Promise<Outcome> {
  if (source.trim() === "") return { ok: false, problem: "nothing of its text can be shown" };
  const rendered = await renderMarkdown(source);
  if (!rendered.ok) return { ok: false, problem: PROBLEMS[rendered.reason] };
  const { html, text, version } = rendered;
  return {
    ok: true,
    body: { bodySource: source, bodyHtml: html, bodyText: text, rendererVersion: version },
  };
}

async function inParallel<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
}
