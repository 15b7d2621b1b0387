import { isStaff, type MaybeViewer } from "#app/auth/viewer.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { findIssuedCredential, type IssuedCredential } from "./badge-facts.server.ts";

/**
 * A credential that the viewer may look at: everyone may, unless its holder keeps the page to
 * themselves; then it is there for the holder and for staff.
 */
export async function findVisibleCredential(
  db: DbOrTx,
  { viewer, publicId }: { viewer: MaybeViewer; publicId: string },
): Promise<IssuedCredential | undefined> {
  const credential = await findIssuedCredential(db, { publicId });
  if (!credential || credential.hiddenAt === null) return credential;
  return viewer?.id === credential.holder.id || isStaff(viewer) ? credential : undefined;
}
