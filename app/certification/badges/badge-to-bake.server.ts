import type { MaybeViewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { findPictureSource } from "./picture-source.server.ts";
import type { Publisher } from "./publisher.ts";
import { signCredential } from "./signed-credential.server.ts";
import { findVisibleCredential } from "./visible-credential.server.ts";

/** A picture and what is to be baked into it; undefined when the viewer may not see the credential. */
export async function findBadgeToBake(
  db: DbOrTx,
  {
    viewer,
    publicId,
    publisher,
    now,
  }: { viewer: MaybeViewer; publicId: string; publisher: Publisher; now: Date },
) {
  const credential = await findVisibleCredential(db, { viewer, publicId });
  if (!credential) return undefined;
  const { slug, version, holder } = credential;
  const [signed, source] = await Promise.all([
    signCredential(db, { credential, publisher, now }),
    findPictureSource(db, { slug, version: version.number, locale: holder.locale, publisher }),
  ]);
  if (!source) throw new Error(`The version of credential ${credential.id} was never published`);
  return { number: credential.number, tag: `${signed.fingerprint}-${source.tag}`, signed, source };
}
