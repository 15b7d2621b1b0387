import { globSync, readFileSync, writeFileSync } from "node:fs";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { leanManifest, packedManifest } from "./app/lean-manifest.ts";
import remixConfig from "./remix.config.js";

/** Building blocks that nearly every page shows: one file instead of twenty of half a kilobyte. */
const SHARED =
  /\/app\/ui\/(avatar|badge|button|card|certification-mark|class-names|confirm-dialog|data-table|date-time|day|empty-state|more-link|page|person-line|tab-links|timeline)\.tsx?$/;

/**
 * Every page loads the list of all routes: names of their files would be a fifth of it. What starts
 * the page keeps its name.
 */
const nameOf = ({ name }: { name: string }) =>
  name === "entry.client" ? "assets/[name]-[hash].js" : "assets/[hash].js";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), leanRouteList()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // Four kilobytes less on every page than what comes with Vite.
    minify: isSsrBuild ? false : "terser",
    terserOptions: { compress: { passes: 2 } },
    rollupOptions: {
      output: isSsrBuild
        ? {}
        : {
            entryFileNames: nameOf,
            manualChunks: (id) => (SHARED.test(id) ? "ui" : undefined),
          },
    },
  },
  ssr: { external: ["piscina", "sharp", "@node-rs/argon2", "pg-boss"] },
}));

/** Rewrites the browser's list of routes once it is there; see app/lean-manifest.ts. */
function leanRouteList(): Plugin {
  return {
    name: "lean-route-list",
    apply: "build",
    closeBundle() {
      for (const file of globSync("build/client/assets/manifest-*.js")) {
        const script = readFileSync(file, "utf8");
        if (!script.startsWith('window.__remixManifest={"')) continue;
        const [from, to] = [script.indexOf("{"), script.lastIndexOf("}") + 1];
        const manifest = leanManifest(JSON.parse(script.slice(from, to)));
        shareEmptyModules(manifest);
        writeFileSync(file, packedManifest(manifest));
      }
    },
  };
}

/** Routes without a page have empty modules, all of them: one does. */
function shareEmptyModules({ routes }: { routes: Record<string, { module: string }> }): void {
  const isEmpty = ({ module }: { module: string }) =>
    readFileSync(`build/client${module}`, "utf8").trim() === "";
  const empty = Object.values(routes).filter(isEmpty);
  for (const route of empty) route.module = empty[0]?.module ?? route.module;
}
