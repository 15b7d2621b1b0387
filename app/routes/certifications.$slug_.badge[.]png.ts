import type { LoaderFunctionArgs } from "@remix-run/node";
import { picturePng } from "#app/certification/badges/badge-image.server.ts";
import { badgeResponse } from "#app/certification/badges/badge-response.ts";
import { currentPublisher } from "#app/certification/badges/current-publisher.server.ts";
import {
  findPictureSource,
  pictureParams,
} from "#app/certification/badges/picture-source.server.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { db } from "#db/client.server.ts";

/** The picture of a certification as PNG, of the version that `?version=` names or of the newest one. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const publisher = await currentPublisher(db, new Date());
  const source = await findPictureSource(db, {
    slug: params.slug ?? "",
    ...pictureParams(request),
    publisher,
  });
  if (!source) throw notFound();
  return badgeResponse(request, {
    type: "image/png",
    seconds: 0,
    tag: source.tag,
    body: new Uint8Array(await picturePng(source, await fileStore())),
  });
}
