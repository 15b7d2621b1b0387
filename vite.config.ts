import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { leanManifest } from "./lean-manifest.ts";
import remixConfig from "./remix.config.js";

/** Building blocks that nearly every page shows: one file instead of twenty of half a kilobyte. */
const SHARED =
  /\/app\/ui\/(avatar|badge|button|card|certification-mark|class-names|confirm-dialog|data-table|date-time|day|empty-state|more-link|page|person-line|tab-links|timeline)\.tsx?$/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), leanManifest()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: {
      output: isSsrBuild ? {} : { manualChunks: (id) => (SHARED.test(id) ? "ui" : undefined) },
    },
  },
  ssr: { external: ["piscina", "sharp", "@node-rs/argon2", "pg-boss"] },
}));
