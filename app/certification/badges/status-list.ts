import type { Addresses } from "./addresses.ts";
import { CONTEXT_VC, type Document, type StatusEntry, wholeSecond } from "./open-badge.ts";

/**
 * Entries of one list. Fewer would let whoever hosts a list tell whose status was asked for.
 * Source: W3C Bitstring Status List v1.0, "minimum length of the list: 131,072".
 */
export const STATUS_LIST_LENGTH = 131_072;

/** For how long a fetched list may be relied upon, in seconds. */
export const STATUS_LIST_SECONDS = 60;

/** Where the status of a credential stands. */
export function placeInList(statusIndex: number): { list: number; index: number } {
  const list = Math.floor(statusIndex / STATUS_LIST_LENGTH);
  return { list, index: statusIndex - list * STATUS_LIST_LENGTH };
}

/** Points from a credential to its bit: W3C Bitstring Status List v1.0. */
export function bitstringEntry(statusIndex: number, at: Addresses): StatusEntry {
  const { list, index } = placeInList(statusIndex);
  return {
    id: `${at.statusList(list)}#${index}`,
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: String(index),
    statusListCredential: at.statusList(list),
  };
}

/** Points from a credential to the list of names: 1EdTech Credential Revocation List 1.0. */
export function revocationListEntry(at: Addresses): StatusEntry {
  return { id: at.revocationList, type: "1EdTechRevocationList" };
}

/** The list of the credentials that were revoked, by name. Why they were is between two parties. */
export function revocationList(publicIds: readonly string[], at: Addresses): Document {
  return {
    id: at.revocationList,
    issuer: at.issuer,
    revokedCredentials: publicIds.map((id) => ({ id: at.credential(id), revoked: true })),
  };
}

/** A Bitstring Status List as a credential without a proof. */
export function statusListCredential(
  { number, encodedList, issuerName }: { number: number; encodedList: string; issuerName: string },
  at: Addresses,
  now: Date,
): Document {
  const id = at.statusList(number);
  return {
    "@context": [CONTEXT_VC],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: { id: at.issuer, name: issuerName },
    validFrom: wholeSecond(now),
    credentialSubject: {
      id: `${id}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList,
      ttl: STATUS_LIST_SECONDS * 1000,
    },
  };
}
