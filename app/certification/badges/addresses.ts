import type { Locale } from "#db/vocabulary.ts";

/**
 * Where the things that a credential names are found, all below the portal's own origin. They are
 * signed into documents that live outside of the portal: they must never change.
 */
export type Addresses = ReturnType<typeof addressesAt>;

export function addressesAt(origin: string) {
  const credential = (publicId: string) => `${origin}/credentials/${publicId}`;
  const certification = (slug: string) => `${origin}/certifications/${slug}`;
  const statusList = (number: number) => `${origin}/status-lists/${number}`;
  return {
    home: `${origin}/`,
    issuer: `${origin}/issuer`,
    /** The set with all public RSA keys, and one of them: the key itself, as a set of one. */
    keys: `${origin}/.well-known/jwks.json`,
    key: (kid: string) => `${origin}/.well-known/jwks.json?kid=${kid}`,
    /** A verification method in the issuer's own document. */
    method: (kid: string) => `${origin}/issuer#${kid}`,
    credential,
    /** Names the holder of one credential, and tells nothing about them. */
    holder: (publicId: string) => `${credential(publicId)}#holder`,
    certification,
    picture: (slug: string, { version, locale }: { version: number; locale: Locale }) =>
      `${certification(slug)}/badge.png?version=${version}&lang=${locale}`,
    statusList,
    revocationList: `${origin}/revocation-list`,
  };
}
