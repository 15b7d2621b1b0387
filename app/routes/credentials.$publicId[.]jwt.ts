import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { badgeResponse } from "#app/certification/badges/badge-response.ts";
import { currentPublisher } from "#app/certification/badges/current-publisher.server.ts";
import { signCredential } from "#app/certification/badges/signed-credential.server.ts";
import { findVisibleCredential } from "#app/certification/badges/visible-credential.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { db } from "#db/client.server.ts";

/** The credential as VC-JWT, in the media type that Open Badges asks for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const now = new Date();
  const credential = await findVisibleCredential(db, { viewer, publicId: params.publicId ?? "" });
  if (!credential) throw notFound();
  const publisher = await currentPublisher(db, now);
  const { jwt, fingerprint } = await signCredential(db, { credential, publisher, now });
  return badgeResponse(request, {
    type: "text/plain; charset=utf-8",
    fileName: `credential-${credential.number}.jwt`,
    tag: fingerprint,
    seconds: 0,
    body: jwt,
  });
}
