/** For `throw`: the thing is not there, or not for this viewer, which must look the same. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/** For `throw`: the viewer may see the thing but not do this to it. */
export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: "Forbidden" });
}

/** `to` when it is a path of this site, else `fallback`: a redirect never leaves the portal. */
export function localPath(to: string | null | undefined, fallback = "/"): string {
  if (!to || !/^\/(?![/\\])[^\s\\]*$/.test(to)) return fallback;
  const url = new URL(to, "http://portal.invalid");
  return url.host === "portal.invalid" ? url.pathname + url.search + url.hash : fallback;
}
