import { type RenderedMarkdown, renderMarkdown } from "#app/lib/markdown/render.ts";

type Rendered = Extract<RenderedMarkdown, { ok: true }>;

/** Renders and fails the test on a refusal. */
export async function rendered(
  source: string,
  mentions?: Record<string, string>,
): Promise<Rendered> {
  const result = await renderMarkdown(source, { mentions });
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result;
}

/** The HTML alone. */
export async function htmlOf(source: string, mentions?: Record<string, string>): Promise<string> {
  return (await rendered(source, mentions)).html;
}
