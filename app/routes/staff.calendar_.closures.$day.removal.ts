import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guard.server.ts";
import { removeClosure } from "#app/calendar/calendar.server.ts";
import { isDay } from "#app/calendar/zoned-days.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { changeBusinessCalendar } from "#app/questions/routing/rescheduling.server.ts";
import { formatDay } from "#app/ui/day.tsx";
import { db } from "#db/client.server.ts";

/** Makes a closure a working day again; one that is none changes nothing. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireAdmin(request);
  const day = params.day ?? "";
  if (!isDay(day)) throw notFound();
  await changeBusinessCalendar(db, {
    change: (tx) => removeClosure(tx, { day }),
    detail: { removedClosure: day },
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  return redirectWithToast("/staff/calendar", {
    key: "calendar:closures.removed",
    params: { day: formatDay(day, viewer.locale) },
  });
}
