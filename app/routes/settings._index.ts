import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireViewer(request);
  return redirect("/settings/profile");
}
