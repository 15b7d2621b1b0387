import { redirect } from "@remix-run/node";
import { memoise } from "#app/lib/request-context.ts";
import { forbidden } from "#app/lib/responses.server.ts";
import { db } from "#db/client.server.ts";
import { resumeSession } from "./sessions.server.ts";
import { isAdmin, isStaff, type MaybeViewer, type Viewer } from "./viewer.ts";

/** Who asks, or nobody; looked up once per request however many loaders ask. */
export function findViewer(request: Request): Promise<MaybeViewer> {
  return memoise("viewer", () => resumeSession(db, { request, now: new Date() }));
}

/** Anonymous visitors are led to the login page and back. */
export async function requireViewer(request: Request): Promise<Viewer> {
  const viewer = await findViewer(request);
  if (viewer) return viewer;
  const url = new URL(request.url);
  const here = request.method === "GET" ? url.pathname.replace(/\.data$/, "") + url.search : "/";
  throw redirect(`/login?${new URLSearchParams({ redirectTo: here })}`);
}

/** CS staff and admins; others get 403. */
export async function requireStaff(request: Request): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (!isStaff(viewer)) throw forbidden();
  return viewer;
}

export async function requireAdmin(request: Request): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (!isAdmin(viewer)) throw forbidden();
  return viewer;
}
