import { addressesAt } from "#app/certification/badges/addresses.ts";
import { findIssuedCredential } from "#app/certification/badges/badge-facts.server.ts";
import { issuerProfile, keySet } from "#app/certification/badges/issuer-profile.ts";
import type { Publisher } from "#app/certification/badges/publisher.ts";
import { signCredential } from "#app/certification/badges/signed-credential.server.ts";
import { listSigningKeys } from "#app/certification/badges/signing-keys.server.ts";
import {
  findRevocationList,
  signStatusList,
} from "#app/certification/badges/status-list.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { createCertification, issueTestCredential } from "#test/support/certification.ts";
import { createOrganisation, createPerson, NOW } from "#test/support/factories.ts";
import type { World } from "./verifier.ts";

export const PUBLISHER: Publisher = {
  name: "株式会社みどり",
  at: addressesAt("https://community.example.com"),
  secret: undefined,
};
/** While the credentials of the scene are valid. */
export const LATER = after(NOW, 10 * DAY);

type Issue = Partial<Parameters<typeof issueTestCredential>[1]>;

/** A holder with a credential of a certification. */
export async function issued(db: DbOrTx, values: Issue = {}) {
  const organisation = await createOrganisation(db);
  const person = await createPerson(db, { organisationId: organisation.id });
  const of = values.of ?? (await createCertification(db, { level: 2 }));
  const credential = await issueTestCredential(db, { holder: person, of, ...values });
  return { person, of, credential };
}

export async function signed(
  db: DbOrTx,
  publicId: string,
  { publisher = PUBLISHER, now = LATER }: { publisher?: Publisher; now?: Date } = {},
) {
  const credential = await findIssuedCredential(db, { publicId });
  if (!credential) throw new Error("There is no such credential");
  return signCredential(db, { credential, publisher, now });
}

/** What the portal publishes beside the credentials. */
export async function published(db: DbOrTx, { now = LATER }: { now?: Date } = {}) {
  const { at, name } = PUBLISHER;
  const statusList = await signStatusList(db, { number: 0, publisher: PUBLISHER, now });
  const keys = await listSigningKeys(db);
  const world: World = new Map<string, unknown>([
    [at.issuer, issuerProfile({ name, keys }, at)],
    [at.statusList(0), statusList?.document],
  ]);
  return {
    world,
    statusList,
    keys: keySet(keys, at),
    revoked: await findRevocationList(db, PUBLISHER),
  };
}
