import type { ServerBuild } from "@remix-run/node";

/**
 * The first path segments that the build's routes have ("questions", "events", …). Metrics are
 * labelled with these only, since a label per requested path would grow without end.
 */
export function sectionsOf(build: ServerBuild): Set<string> {
  const sections = new Set<string>();
  for (const id of Object.keys(build.routes)) {
    const first = fullPath(build, id).split("/")[0] ?? "";
    if (/^[a-z0-9._-]+$/i.test(first)) sections.add(first.toLowerCase());
  }
  return sections;
}

/** The path of a route with that of the routes around it, without a slash at the start. */
export function fullPath(build: ServerBuild, id: string): string {
  const route = build.routes[id];
  if (!route) return "";
  const parent = route.parentId ? fullPath(build, route.parentId) : "";
  return [parent, route.path ?? ""].filter(Boolean).join("/");
}

/** The section a page path belongs to: "home", one of `sections`, or "other". */
export function sectionOf(pagePath: string, sections: Set<string>): string {
  if (pagePath === "/") return "home";
  const first = pagePath.split("/")[1] ?? "";
  return sections.has(first) ? first : "other";
}
