import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import http from "highlight.js/lib/languages/http";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import php from "highlight.js/lib/languages/php";
import plaintext from "highlight.js/lib/languages/plaintext";
import python from "highlight.js/lib/languages/python";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";

const languages = {
  bash,
  csharp,
  css,
  diff,
  go,
  http,
  java,
  javascript,
  json,
  php,
  plaintext,
  python,
  sql,
  typescript,
  xml,
  yaml,
};
for (const [name, definition] of Object.entries(languages)) hljs.registerLanguage(name, definition);
hljs.registerAliases(["csv", "tsv"], { languageName: "plaintext" });

// A pasted log of this size is looked through, not read; colouring it only costs time and bytes.
const MAX_HIGHLIGHTED_LENGTH = 20_000;

/** The known language that a fence's info string (`ts title="…"`) names; undefined for others. */
export function knownLanguage(info: string | undefined): string | undefined {
  const label = info?.trim().split(/\s/, 1)[0]?.toLowerCase();
  return label && hljs.getLanguage(label) ? label : undefined;
}

/** `code` as HTML with `hljs-…` class names; undefined when it is too long to be coloured. */
export function highlight(code: string, language: string): string | undefined {
  if (code.length > MAX_HIGHLIGHTED_LENGTH) return undefined;
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
