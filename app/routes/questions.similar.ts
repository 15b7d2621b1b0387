import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { listSimilarQuestions } from "#app/questions/similar-questions.server.ts";
import { db } from "#db/client.server.ts";

/** Existing questions like a title that is being typed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const title = new URL(request.url).searchParams.get("title") ?? "";
  return Response.json(await listSimilarQuestions(db, { viewer, title: title.slice(0, 200) }));
}
