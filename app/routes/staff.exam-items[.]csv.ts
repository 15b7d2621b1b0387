import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { itemFilterOf } from "#app/certification/exams/item-filter.ts";
import { exportItems } from "#app/certification/exams/item-import.server.ts";
import { dayIn } from "#app/lib/time.ts";
import { db } from "#db/client.server.ts";

/** The question bank, filtered as its list, as a file that Excel opens and the import takes back. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const csv = await exportItems(db, itemFilterOf(new URL(request.url).searchParams));
  const day = dayIn(viewer.timeZone, new Date());
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="exam-items-${day}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
