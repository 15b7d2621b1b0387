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

type Route = Record<string, unknown> & { id: string; module: string };
/** Name without `routes/`, file without `/assets/` and `.js`, and what does not follow from them. */
type Row = [name: string, file: string, flags: number, rest?: Record<string, unknown>];

/**
 * The browser's list as a script a third as long as JSON: what follows from the name of a route, or
 * is the same for most, is put in again by the browser.
 *
 * @throws when the browser would get another list than the one given
 */
export function packedManifest<M extends { routes: Record<string, unknown> }>(manifest: M): string {
  const { routes, ...others } = manifest;
  const rows = Object.values(routes as Record<string, Route>).map(pack);
  const back = unpack(rows, pathOf);
  for (const [id, route] of Object.entries(routes)) {
    if (stable(back[id]) !== stable(route)) throw new Error(`The list of routes loses ${id}`);
  }
  return `window.__remixManifest={...${JSON.stringify(others)},routes:(${unpack})(${JSON.stringify(rows)},${pathOf})};`;
}

function pack(route: Route): Row {
  const { id, module } = route;
  const name = id.replace(/^routes\//, "");
  const file = module.replace(/^\/assets\/(.*)\.js$/, "$1");
  const flags = Number(route.hasAction === true) + 2 * Number(route.hasLoader === true);
  const row = [name, file, flags] as const satisfies Row;
  const [plain] = Object.values(unpack([[...row]], pathOf)) as [Route];
  const keys = [...new Set([...Object.keys(plain), ...Object.keys(route)])];
  const differing = keys.filter((key) => stable(plain[key]) !== stable(route[key]));
  if (differing.length === 0) return [...row];
  return [...row, Object.fromEntries(differing.map((key) => [key, route[key] ?? null]))];
}

/** Runs in browsers as it is written here: it uses nothing but its arguments. */
function unpack(rows: Row[], path: (name: string) => string): Record<string, Route> {
  const routes: Record<string, Route> = {};
  for (const [name, file, flags, rest] of rows) {
    const id = name === "root" ? name : `routes/${name}`;
    const route: Route = {
      id,
      parentId: "root",
      path: path(name),
      hasAction: (flags & 1) > 0,
      hasLoader: flags > 1,
      hasClientAction: false,
      hasClientLoader: false,
      hasErrorBoundary: false,
      module: `/assets/${file}.js`,
      imports: [],
      css: [],
      ...rest,
    };
    for (const key in route) if (route[key] === null) delete route[key];
    routes[id] = route;
  }
  return routes;
}

/** The path that a route's name stands for, as far as the name says it. Runs in browsers, too. */
function pathOf(name: string): string {
  return name
    .replace(/\[\.\]/g, "\0")
    .split(".")
    .map((part) => part.replace(/_$/, "").replace(/^\$/, ":"))
    .join("/")
    .replace(/\0/g, ".");
}

/** The same text for the same value; undefined and null are no value. */
function stable(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined && one !== null);
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${key}:${stable(one)}`)
    .join()}}`;
}
