import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { notFound } from "#app/lib/responses.server.ts";

/** Every other address: the not-found page, inside the frame that knows the viewer. */
export async function loader({ request }: LoaderFunctionArgs) {
  await findViewer(request);
  throw notFound();
}

export default function NotFound() {
  return null;
}
