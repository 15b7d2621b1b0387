import { AsyncLocalStorage } from "node:async_hooks";

/** What one HTTP request carries along while it is served. */
export type RequestContext = {
  requestId: string;
  /** Database queries made so far; counted by the database client, logged with the request. */
  queries: number;
  /** Results shared by the loaders of one request, see `memoise`. */
  memo: Map<unknown, unknown>;
};

const STORAGE_KEY = Symbol.for("portal.request-context");
const shared = globalThis as { [STORAGE_KEY]?: AsyncLocalStorage<RequestContext> };

// The bundled app and the server that runs natively each load their own copy of this module.
// Only globalThis is common to both, so the storage lives there.
shared[STORAGE_KEY] ??= new AsyncLocalStorage<RequestContext>();
const storage = shared[STORAGE_KEY];

/** A fresh context for the request with this id. */
export function newRequestContext(requestId: string): RequestContext {
  return { requestId, queries: 0, memo: new Map() };
}

/** Runs `fn`, and everything it awaits, inside `context`. Returns what `fn` returns. */
export function runWithRequestContext<T>(context: RequestContext, fn: () => T): T {
  return storage.run(context, fn);
}

/** The context of the running request; undefined in jobs, scripts and tests without a request. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Adds one database query to the running request's count; does nothing outside a request. */
export function countQuery(): void {
  const context = storage.getStore();
  if (context) context.queries += 1;
}

/**
 * Returns the result of `fn`, called at most once per request for each `key`: Remix runs loaders
 * in parallel, and several of them ask for the same thing (the viewer, for example). A rejected
 * promise is forgotten, so that the next caller tries again. Outside a request `fn` always runs.
 */
export function memoise<T>(key: unknown, fn: () => T): T {
  const memo = storage.getStore()?.memo;
  if (!memo) return fn();
  if (memo.has(key)) return memo.get(key) as T;
  const result = fn();
  memo.set(key, result);
  if (result instanceof Promise) {
    result.catch(() => {
      if (memo.get(key) === result) memo.delete(key);
    });
  }
  return result;
}
