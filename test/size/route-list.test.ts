import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { leanManifest, packedManifest, preloadsOf } from "#app/lean-manifest.ts";

const route = (id: string, values: Record<string, unknown> = {}) => ({
  id,
  parentId: "root",
  path: "",
  hasAction: false,
  hasLoader: true,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
  module: `/assets/${id.length}.js`,
  imports: [] as string[],
  css: [] as string[],
  ...values,
});

const manifest = {
  entry: { module: "/assets/entry.js", imports: ["/assets/a.js"], css: [] },
  url: "/assets/manifest-1.js",
  version: "1",
  routes: {
    root: route("root", { parentId: undefined, hasErrorBoundary: true, css: ["/assets/x.css"] }),
    "routes/_index": route("routes/_index", { path: undefined, index: true }),
    "routes/events.$eventId_.og[.]png": route("routes/events.$eventId_.og[.]png", {
      path: "events/:eventId/og.png",
    }),
    "routes/staff.areas.new": route("routes/staff.areas.new", {
      parentId: "routes/staff",
      path: "areas/new",
      hasAction: true,
      imports: ["/assets/a.js", "/assets/b.js"],
    }),
    "routes/events.$eventId": route("routes/events.$eventId", {
      path: "events/:eventId",
      imports: ["/assets/b.js"],
    }),
  },
};

const asBrowser = (script: string) => {
  const window: { __remixManifest?: unknown } = {};
  runInNewContext(script, { window });
  return JSON.parse(JSON.stringify(window.__remixManifest));
};

describe("the list of routes that every page loads", () => {
  test("is the same for the browser as for the server", () => {
    const lean = leanManifest(manifest);
    expect(asBrowser(packedManifest(lean))).toEqual(JSON.parse(JSON.stringify(lean)));
  });

  test("says what a route imports only where links fetch ahead; the header says it otherwise", () => {
    const { routes } = leanManifest(manifest);
    expect(routes["routes/staff.areas.new"].imports).toEqual([]);
    expect(routes["routes/events.$eventId"].imports).toEqual(["/assets/b.js"]);
    const ids = ["root", "routes/staff.areas.new", "routes/events.$eventId"];
    expect(preloadsOf(manifest, ids)).toBe(
      "</assets/a.js>; rel=modulepreload, </assets/b.js>; rel=modulepreload",
    );
  });
});
