import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { fullPath } from "./sections.ts";

/**
 * Gives Remix's handler for a page path. The router compares every request with every route, several
 * times over; a handler of one section – paths with the same first segment – knows only the routes
 * that can match there, and answers as one that knows all. What is written unlike the routes, in
 * capitals or escapes, goes to the one that knows all.
 */
export function sectionedHandler(
  build: ServerBuild,
  mode: string,
): (pagePath: string) => RequestHandler {
  const whole = createRequestHandler(build, mode);
  const ids = Object.keys(build.routes);
  const firstOf = (id: string) => fullPath(build, id).split("/")[0] ?? "";
  const isAnywhere = (first: string) => first === "" || /^[:*]/.test(first);
  const anywhere = ids.filter((id) => isAnywhere(firstOf(id)));
  const sections = new Set(ids.map(firstOf).filter((first) => !isAnywhere(first)));
  const handlers = new Map(
    ["", ...sections].map((section) => {
      const own = section === "" ? [] : ids.filter((id) => firstOf(id) === section);
      const known = new Set([...anywhere, ...own]);
      const routes = Object.entries(build.routes).filter(([id]) => known.has(id));
      const part = { ...build, routes: Object.fromEntries(routes) };
      return [section, createRequestHandler(part, mode)] as const;
    }),
  );
  return (pagePath) => handlers.get(pagePath.split("/")[1] ?? "") ?? whole;
}
