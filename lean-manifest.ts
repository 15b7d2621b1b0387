import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Pages to which links fetch ahead: only for them a browser needs to know what they import. */
const PREFETCHED = new Set(["routes/questions.$questionId", "routes/events.$eventId"]);

type Manifest = {
  routes: Record<string, { id: string; module: string; imports: string[] }>;
};

/**
 * Makes the list of all routes, which every page loads, smaller by a third: what a route imports is
 * left out where no link fetches ahead – the module says it itself once it is there –, and routes
 * without a page share one empty module. The server keeps the whole list, for its preloads.
 */
export function leanManifest(): Plugin {
  return {
    name: "lean-manifest",
    apply: "build",
    closeBundle() {
      const assets = join("build", "client", "assets");
      for (const name of readdirSync(assets)) {
        if (!/^manifest-[\da-f]+\.js$/.test(name)) continue;
        const path = join(assets, name);
        const [, before = "", json = "", after = ""] =
          /^([^{]*)(\{.*\})([^}]*)$/s.exec(readFileSync(path, "utf8")) ?? [];
        writeFileSync(path, `${before}${JSON.stringify(lean(JSON.parse(json), assets))}${after}`);
      }
    },
  };
}

function lean(manifest: Manifest, assets: string): Manifest {
  let empty: string | undefined;
  const routes = Object.entries(manifest.routes).map(([id, route]) => {
    const isEmpty =
      readFileSync(join(assets, route.module.split("/").at(-1) ?? ""), "utf8").trim() === "";
    if (isEmpty) empty ??= route.module;
    const module = isEmpty && empty ? empty : route.module;
    return [id, { ...route, module, imports: PREFETCHED.has(id) ? route.imports : [] }];
  });
  return { ...manifest, routes: Object.fromEntries(routes) };
}
