import type { LoaderFunctionArgs } from "@remix-run/node";
import { badgeResponse } from "#app/certification/badges/badge-response.ts";
import { currentPublisher } from "#app/certification/badges/current-publisher.server.ts";
import { issuerProfile } from "#app/certification/badges/issuer-profile.ts";
import { currentKeyIds, listSigningKeys } from "#app/certification/badges/signing-keys.server.ts";
import { db } from "#db/client.server.ts";

/** Who issues the credentials, with all public keys. */
export async function loader({ request }: LoaderFunctionArgs) {
  const now = new Date();
  const { at, name, secret } = await currentPublisher(db, now);
  await currentKeyIds(db, { secret, now });
  const profile = issuerProfile({ name, keys: await listSigningKeys(db) }, at);
  return badgeResponse(request, {
    type: "application/ld+json",
    seconds: 60,
    body: JSON.stringify(profile),
  });
}
