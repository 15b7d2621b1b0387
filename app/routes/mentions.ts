import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { cleanLine } from "#app/lib/clean-text.ts";
import { listMentionable } from "#app/people/mentionable.server.ts";
import { db } from "#db/client.server.ts";

/** People to offer while `@…` is typed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  if (!viewer) return Response.json([], { status: 401 });
  const typed = cleanLine(new URL(request.url).searchParams.get("q") ?? "");
  return Response.json(await listMentionable(db, { typed: typed.slice(0, 40), limit: 6 }));
}
