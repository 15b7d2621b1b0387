import { createHash, randomBytes } from "node:crypto";
import type { Admission } from "#db/vocabulary.ts";

/**
 * What a ticket keeps of the draw by which its places are given: 32 random bytes in hexadecimal as
 * its seed, and the SHA-256 of those letters, which is published before anybody applies. Tickets
 * without a draw keep none of it.
 */
export function newDraw(admission: Admission, drawAt: Date | null) {
  if (admission !== "lottery" || !drawAt) {
    return { drawAt: null, drawSeed: null, drawCommitment: null };
  }
  const drawSeed = randomBytes(32).toString("hex");
  const drawCommitment = createHash("sha256").update(drawSeed).digest("hex");
  return { drawAt, drawSeed, drawCommitment };
}
