import type { LoaderFunctionArgs } from "@remix-run/node";
import { badgeResponse } from "#app/certification/badges/badge-response.ts";
import { currentPublisher } from "#app/certification/badges/current-publisher.server.ts";
import { keyAsSet, keySet } from "#app/certification/badges/issuer-profile.ts";
import { currentKeyIds, listSigningKeys } from "#app/certification/badges/signing-keys.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { db } from "#db/client.server.ts";

/** The public keys of the VC-JWTs: all of them, or the one that `?kid=` names. */
export async function loader({ request }: LoaderFunctionArgs) {
  const now = new Date();
  const { at, secret } = await currentPublisher(db, now);
  await currentKeyIds(db, { secret, now });
  const keys = await listSigningKeys(db);
  const kid = new URL(request.url).searchParams.get("kid");
  const wanted = keys.find((key) => key.kid === kid && key.algorithm === "RS256");
  if (kid !== null && !wanted) throw notFound();
  return badgeResponse(request, {
    type: "application/json",
    seconds: 60,
    body: JSON.stringify(wanted ? keyAsSet(wanted, at) : keySet(keys, at)),
  });
}
