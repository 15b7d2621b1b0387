import type { MaybeViewer } from "#app/auth/viewer.ts";
import { findCredentialPage } from "#app/certification/badges/credential-page.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { PUBLISHER } from "./scene.ts";

/** What the page of a credential would show, in Japanese. */
export function credentialPage(
  db: DbOrTx,
  { viewer, publicId, now }: { viewer: MaybeViewer; publicId: string; now: Date },
) {
  const words = {
    t: translator("ja", "credentials"),
    certification: translator("ja", "certification"),
  };
  return findCredentialPage(db, { viewer, publicId, publisher: PUBLISHER, words, now });
}
