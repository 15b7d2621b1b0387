import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "#app/auth/guard.server.ts";
import { pictureSvg } from "#app/certification/badges/badge-image.server.ts";
import { badgeResponse } from "#app/certification/badges/badge-response.ts";
import { bakeSvg } from "#app/certification/badges/bake.server.ts";
import { currentPublisher } from "#app/certification/badges/current-publisher.server.ts";
import { findPictureSource } from "#app/certification/badges/picture-source.server.ts";
import { signCredential } from "#app/certification/badges/signed-credential.server.ts";
import { findVisibleCredential } from "#app/certification/badges/visible-credential.server.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { db } from "#db/client.server.ts";

/** The badge as an SVG that carries the credential, with its embedded proof. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const now = new Date();
  const credential = await findVisibleCredential(db, { viewer, publicId: params.publicId ?? "" });
  if (!credential) throw notFound();
  const publisher = await currentPublisher(db, now);
  const { locale } = credential.holder;
  const of = { slug: credential.slug, version: credential.version.number };
  const [signed, source, store] = await Promise.all([
    signCredential(db, { credential, publisher, now }),
    findPictureSource(db, { ...of, locale, publisher }),
    fileStore(),
  ]);
  if (!source) throw notFound();
  return badgeResponse(request, {
    type: "image/svg+xml; charset=utf-8",
    fileName: `credential-${credential.number}.svg`,
    tag: `${signed.fingerprint}-svg`,
    seconds: 0,
    body: bakeSvg(await pictureSvg(source, store), { document: signed.document }),
  });
}
