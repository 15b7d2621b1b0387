import type { LoaderFunctionArgs } from "@remix-run/node";
import { badgeResponse } from "#app/certification/badges/badge-response.ts";
import { currentPublisher } from "#app/certification/badges/current-publisher.server.ts";
import { findRevocationList } from "#app/certification/badges/status-list.server.ts";
import { STATUS_LIST_SECONDS } from "#app/certification/badges/status-list.ts";
import { db } from "#db/client.server.ts";

/** The credentials that were revoked, in the form of 1EdTech. */
export async function loader({ request }: LoaderFunctionArgs) {
  const publisher = await currentPublisher(db, new Date());
  return badgeResponse(request, {
    type: "application/json",
    seconds: STATUS_LIST_SECONDS,
    body: JSON.stringify(await findRevocationList(db, publisher)),
  });
}
