import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { picturePng } from "#app/certification/badges/badge-image.server.ts";
import { badgeResponse } from "#app/certification/badges/badge-response.ts";
import { findBadgeToBake } from "#app/certification/badges/badge-to-bake.server.ts";
import { bakePng } from "#app/certification/badges/bake.server.ts";
import { currentPublisher } from "#app/certification/badges/current-publisher.server.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { db } from "#db/client.server.ts";

/** The badge as a PNG that carries the credential, as VC-JWT. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const now = new Date();
  const publisher = await currentPublisher(db, now);
  const publicId = params.publicId ?? "";
  const badge = await findBadgeToBake(db, { viewer, publicId, publisher, now });
  if (!badge) throw notFound();
  const picture = await picturePng(badge.source, await fileStore());
  return badgeResponse(request, {
    type: "image/png",
    fileName: `credential-${badge.number}.png`,
    tag: badge.tag,
    seconds: 0,
    body: new Uint8Array(bakePng(picture, badge.signed.jwt)),
  });
}
