import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import type { Locale } from "#db/vocabulary.ts";
import { dictionariesIn, followImports, gzipped, namespacesIn, sum } from "./page-weight.ts";

type RouteFiles = { module: string; imports?: string[]; css?: string[]; parentId?: string };
type Manifest = {
  url: string;
  entry: { module: string; imports: string[]; css?: string[] };
  routes: Record<string, RouteFiles>;
};

export type AssetWeight = { js: number; css: number };

/**
 * Bytes, as gzip, of all scripts and styles that the finished build makes a browser load before a
 * page is read and hydrated: the entry, the modules of the route and its parents with what they
 * import, and the texts of one language; without what is fetched later, on use.
 *
 * @param clientDir the browser build
 */
export async function weighRoute(
  routeId: string,
  locale: Locale,
  clientDir = "build/client",
): Promise<AssetWeight> {
  const read = (url: string) => readFileSync(join(clientDir, url), "utf8");
  const manifest = readManifest(clientDir);
  const routes = chainOf(routeId, manifest);
  const scripts = await followImports(
    [manifest.url, manifest.entry.module, ...routes.map(({ module }) => module)],
    async (url) => read(url),
  );
  const namespaces = new Set([
    "common",
    ...routes.flatMap(({ module }) => namespacesIn(scripts.get(module) ?? "")),
  ]);
  const dictionaries = new Map(
    [...scripts].flatMap(([url, script]) => [...dictionariesIn(script, url, locale)]),
  );
  for (const namespace of namespaces) {
    const url = dictionaries.get(namespace);
    if (!url) throw new Error(`The build has no texts ${locale}/${namespace}`);
    scripts.set(url, read(url));
  }
  const styles = new Set([
    ...(manifest.entry.css ?? []),
    ...routes.flatMap(({ css = [] }) => css),
    ...[...scripts.values()].flatMap((script) => script.match(/\/assets\/[\w.-]+\.css/g) ?? []),
  ]);
  return {
    js: sum([...scripts.values()].map(gzipped)),
    css: sum([...styles].map((url) => gzipped(read(url)))),
  };
}

function readManifest(clientDir: string): Manifest {
  const [file] = globSync(join(clientDir, "assets/manifest-*.js"));
  if (!file) throw new Error(`No manifest in ${clientDir}: has it been built?`);
  const window: { __remixManifest?: Manifest } = {};
  runInNewContext(readFileSync(file, "utf8"), { window });
  if (!window.__remixManifest) throw new Error(`${file} is no list of routes`);
  return window.__remixManifest;
}

/** The route and those around it, the innermost first. */
function chainOf(routeId: string, manifest: Manifest): RouteFiles[] {
  const chain: RouteFiles[] = [];
  for (let id: string | undefined = routeId; id; ) {
    const route: RouteFiles | undefined = manifest.routes[id];
    if (!route) throw new Error(`The build has no route ${id}`);
    chain.push(route);
    id = route.parentId;
  }
  return chain;
}
