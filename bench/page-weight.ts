import { gzipSync } from "node:zlib";
import type { Locale } from "#db/vocabulary.ts";
import type { Visit } from "./visits.ts";

/** Bytes of a page and of what it loads to be read and hydrated; scripts and styles as gzip. */
export type PageWeight = { html: number; htmlSent: number; js: number; css: number };

/**
 * Weighs a page of the running portal: follows its stylesheets, its scripts, what they import, and
 * the texts of the reader's language that the browser fetches before it hydrates.
 */
export async function weighPage(visit: Visit, origin: string): Promise<PageWeight> {
  const { path, ...init } = visit.request();
  const response = await fetch(origin + path, init);
  const html = await response.text();
  const load = async (url: string) => (await fetch(new URL(url, origin))).text();
  const styles = linked(html, /<link[^>]+rel="stylesheet"[^>]*>/g);
  const first = [
    ...linked(html, /<link[^>]+rel="modulepreload"[^>]*>/g),
    ...linked(html, /<script[^>]+src="[^>]*>/g),
    ...importedBy(html, "/"),
  ];
  const scripts = await followImports(first, load);
  const locale = (/<html[^>]+lang="(\w+)"/.exec(html)?.[1] ?? "ja") as Locale;
  for (const [url, text] of await textsOf(html, scripts, locale, load)) scripts.set(url, text);
  return {
    html: Buffer.byteLength(html),
    htmlSent: gzipped(html),
    js: sum([...scripts.values()].map(gzipped)),
    css: sum((await Promise.all([...new Set(styles)].map(load))).map(gzipped)),
  };
}

/** The given modules and all that they import at once, by address. */
export async function followImports(
  first: string[],
  load: (url: string) => Promise<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const waiting = [...first]; waiting.length > 0; ) {
    const url = waiting.shift() as string;
    if (found.has(url)) continue;
    const text = await load(url);
    found.set(url, text);
    waiting.push(...importedBy(text, url));
  }
  return found;
}

/**
 * The modules that hold the texts of one language, by namespace: the entry script maps names of
 * dictionaries to modules that it imports when a page first needs them.
 */
export function dictionariesIn(script: string, url: string, locale: Locale): Map<string, string> {
  const entries = script.matchAll(
    new RegExp(`"\\./${locale}/([\\w-]+)\\.ts":\\s*\\(\\)\\s*=>.*?import\\("([^"]+)"\\)`, "g"),
  );
  return new Map([...entries].map(([, name = "", file = ""]) => [name, resolve(file, url)]));
}

async function textsOf(
  html: string,
  scripts: Map<string, string>,
  locale: Locale,
  load: (url: string) => Promise<string>,
): Promise<Map<string, string>> {
  const known = new Map(
    [...scripts].flatMap(([url, text]) => [...dictionariesIn(text, url, locale)]),
  );
  const modules = [...html.matchAll(/import \* as (route\d+) from "([^"]+)"/g)];
  const needed = new Set(["common"]);
  for (const [, , url = ""] of modules) {
    for (const name of namespacesIn(scripts.get(url) ?? "")) needed.add(name);
  }
  const urls = [...needed].map((name) => known.get(name)).filter((url) => url !== undefined);
  return followImports(urls, load);
}

/** The namespaces that a built route module names in its `handle`. */
export function namespacesIn(routeModule: string): string[] {
  const list = /\{\s*i18n:\s*\[([^\]]*)\]/.exec(routeModule)?.[1] ?? "";
  return [...list.matchAll(/["'`](\w+)["'`]/g)].map(([, name = ""]) => name);
}

function importedBy(text: string, url: string): string[] {
  const imports = text.matchAll(
    /(?:^|[;\s}>])import\s*(?:[\w$*{][^"'();]*?\bfrom\s*)?["']([^"']+)["']/g,
  );
  return [...imports].map(([, file = ""]) => resolve(file, url));
}

function linked(html: string, element: RegExp): string[] {
  return [...html.matchAll(element)]
    .map(([tag]) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1])
    .filter((url) => url !== undefined);
}

function resolve(file: string, from: string): string {
  return new URL(file, new URL(from, "http://portal.invalid")).pathname;
}

/** As a proxy or the portal's own compression sends it, roughly: gzip at level 6. */
export function gzipped(text: string): number {
  return gzipSync(text, { level: 6 }).length;
}

export function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
