import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { importItems } from "#app/certification/exams/item-import.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { db } from "#db/client.server.ts";

/** Imports a file that has been checked (field `csv`), the whole of it or nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const text = (await request.formData()).get("csv");
  const outcome = await importItems(db, {
    text: typeof text === "string" ? text : "",
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!outcome.ok) {
    return redirectWithToast("/staff/exam-items/imports/new", {
      key: "exams:import.changedMeanwhile",
    });
  }
  const { added, revised, explained, retired, restored, unchanged } = outcome.report.counts;
  const others = explained + retired + restored;
  return redirectWithToast("/staff/exam-items", {
    key: "exams:import.done",
    params: { added, revised, others, unchanged },
  });
}
