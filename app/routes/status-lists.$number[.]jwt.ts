import type { LoaderFunctionArgs } from "@remix-run/node";
import { badgeResponse } from "#app/certification/badges/badge-response.ts";
import { currentPublisher } from "#app/certification/badges/current-publisher.server.ts";
import { signStatusList } from "#app/certification/badges/status-list.server.ts";
import { STATUS_LIST_SECONDS } from "#app/certification/badges/status-list.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** The Bitstring Status List of that number as VC-JWT. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const number = idParam(params.number);
  const publisher = await currentPublisher(db, now);
  const list = await signStatusList(db, { number, publisher, now });
  if (!list) throw notFound();
  return badgeResponse(request, {
    type: "text/plain; charset=utf-8",
    seconds: STATUS_LIST_SECONDS,
    body: list.jwt,
  });
}
