import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { moveArea } from "#app/areas/area-commands.server.ts";
import { requireStaff } from "#app/auth/guard.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Moves a product area one place up or down. */
export async function action({ request, params }: ActionFunctionArgs) {
  await requireStaff(request);
  const form = await request.formData();
  const direction = (["up", "down"] as const).find((known) => known === form.get("direction"));
  if (!direction) throw notFound();
  await moveArea(db, { areaId: idParam(params.areaId), direction });
  return redirect("/staff/areas");
}
