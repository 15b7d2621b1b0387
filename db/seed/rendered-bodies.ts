import { renderMarkdown } from "#app/lib/markdown/render.ts";
import { mentionedHandles } from "#app/lib/markdown/scan.ts";

const AT_ONCE = 6;

/** The columns of a post that come from its text. */
export type Body = {
  bodySource: string;
  bodyHtml: string;
  bodyText: string;
  rendererVersion: number;
};

/**
 * Renders texts, several at once, for look-up by their source.
 *
 * @param names names of people by handle, for mentions
 * @throws when a text cannot be rendered: the content is our own
 */
export async function renderBodies(
  sources: string[],
  names: ReadonlyMap<string, string>,
  onProgress: (done: number, total: number) => void,
): Promise<Map<string, Body>> {
  const distinct = [...new Set(sources)];
  const bodies = new Map<string, Body>();
  const waiting = distinct.values();
  const lane = async () => {
    for (const source of waiting) {
      bodies.set(source, await renderBody(source, names));
      onProgress(bodies.size, distinct.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return bodies;
}

async function renderBody(source: string, names: ReadonlyMap<string, string>): Promise<Body> {
  const mentions: Record<string, string> = {};
  for (const handle of mentionedHandles(source)) {
    const name = names.get(handle);
    if (name) mentions[handle] = name;
  }
  const rendered = await renderMarkdown(source, { mentions });
  if (!rendered.ok) throw new Error(`${rendered.reason}: ${source.slice(0, 80)}`);
  const { html, text, version } = rendered;
  return { bodySource: source, bodyHtml: html, bodyText: text, rendererVersion: version };
}
