/** Pages to which links fetch ahead: browsers have to know beforehand what they import. */
const PREFETCHED = new Set(["routes/questions.$questionId", "routes/events.$eventId"]);

type RouteFiles = { imports?: string[] };
type Manifest<Route extends RouteFiles> = { routes: Record<string, Route> };

/**
 * The list of all routes, which every page loads, without what each of them imports: a third of it.
 * Server and browser have to use the same list, or pages differ when scripts take them over.
 */
export function leanManifest<Route extends RouteFiles, M extends Manifest<Route>>(manifest: M): M {
  const routes = Object.entries(manifest.routes).map(([id, route]) => [
    id,
    PREFETCHED.has(id) ? route : { ...route, imports: [] },
  ]);
  return { ...manifest, routes: Object.fromEntries(routes) };
}

/**
 * Tells the browser, as the value of the header `Link`, to load at once what the routes of a page
 * import: the list does not say it any more. Empty when there is nothing.
 */
export function preloadsOf<Route extends RouteFiles>(
  manifest: Manifest<Route>,
  routeIds: readonly string[],
): string {
  const imports = routeIds
    .filter((id) => !PREFETCHED.has(id))
    .flatMap((id) => manifest.routes[id]?.imports ?? []);
  return [...new Set(imports)].map((url) => `<${url}>; rel=modulepreload`).join(", ");
}
