import { Lexer, Parser } from "marked";
import { HtmlRenderer } from "./html-renderer.ts";
import { boundNesting } from "./nesting.ts";
import { sanitize } from "./sanitize.ts";
import { JapaneseHooks, PortalTokenizer } from "./tokenizer.ts";

/**
 * Markdown to sanitized HTML and plain text, on the calling thread and without a time limit:
 * some inputs take seconds or overflow the stack, so only the worker calls this.
 */
export function toHtml(
  source: string,
  mentions: ReadonlyMap<string, string>,
): { html: string; text: string } {
  // PostgreSQL stores neither NUL nor lone surrogates.
  const text = source.toWellFormed().replaceAll("\0", "\ufffd").replace(/\r\n?/g, "\n");
  const options = { gfm: true, breaks: true };
  const tokens = new Lexer({
    ...options,
    tokenizer: new PortalTokenizer(),
    hooks: new JapaneseHooks(),
  }).lex(boundNesting(text));
  return sanitize(new Parser({ ...options, renderer: new HtmlRenderer(mentions) }).parse(tokens));
}
