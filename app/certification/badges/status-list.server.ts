import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { and, asc, eq, gte, lt, max } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { credentials } from "#db/schema/credentials.ts";
import type { Document } from "./open-badge.ts";
import type { Publisher } from "./publisher.ts";
import { signDocument, signJwt } from "./signatures.server.ts";
import { currentKeyIds, openSigningKey } from "./signing-keys.server.ts";
import {
  placeInList,
  revocationList,
  STATUS_LIST_LENGTH,
  STATUS_LIST_SECONDS,
  statusListCredential,
} from "./status-list.ts";

const compress = promisify(gzip);

export type SignedStatusList = { jwt: string; document: Document };

/** The last list of each number, for as long as verifiers may keep it. */
const recent = new Map<string, { list: Promise<SignedStatusList>; until: number; of: string }>();

/**
 * A status list with both kinds of signature; undefined for a number that no credential has.
 * It is made of the database's state at each call and signed anew when that has changed.
 */
export async function signStatusList(
  db: DbOrTx,
  { number, publisher, now }: { number: number; publisher: Publisher; now: Date },
): Promise<SignedStatusList | undefined> {
  const [[highest], revoked, kids] = await Promise.all([
    db.select({ index: max(credentials.statusIndex) }).from(credentials),
    listRevokedIndexes(db, number),
    currentKeyIds(db, { secret: publisher.secret, now }),
  ]);
  if (number > placeInList(highest?.index ?? 0).list) return undefined;
  const key = publisher.at.statusList(number);
  const of = JSON.stringify([publisher.name, kids, revoked]);
  const kept = recent.get(key);
  if (kept && kept.of === of && now.getTime() < kept.until) return kept.list;
  const list = sign(db, { number, revoked, kids, publisher, now });
  recent.set(key, { list, of, until: now.getTime() + STATUS_LIST_SECONDS * 1000 });
  list.catch(() => recent.delete(key));
  return list;
}

/** The 1EdTech revocation list: all that were revoked, the hidden ones too. */
export async function findRevocationList(db: DbOrTx, publisher: Publisher): Promise<Document> {
  const rows = await db
    .select({ publicId: credentials.publicId })
    .from(credentials)
    .where(eq(credentials.ending, "revoked"))
    .orderBy(asc(credentials.publicId));
  return revocationList(
    rows.map(({ publicId }) => publicId),
    publisher.at,
  );
}

/**
 * A bitstring as the standard wants it: the first entry is the leftmost bit, compressed by GZIP, in
 * multibase base64url.
 */
export async function encodeBitstring(indexes: readonly number[]): Promise<string> {
  const bytes = new Uint8Array(STATUS_LIST_LENGTH / 8);
  for (const index of indexes) {
    const at = index >> 3;
    bytes[at] = (bytes[at] ?? 0) | (0x80 >> (index & 7));
  }
  return `u${(await compress(bytes)).toString("base64url")}`;
}

async function sign(
  db: DbOrTx,
  {
    number,
    revoked,
    kids,
    publisher,
    now,
  }: {
    number: number;
    revoked: number[];
    kids: Awaited<ReturnType<typeof currentKeyIds>>;
    publisher: Publisher;
    now: Date;
  },
): Promise<SignedStatusList> {
  const { at, secret } = publisher;
  const encodedList = await encodeBitstring(revoked);
  const unsigned = statusListCredential(
    { number, encodedList, issuerName: publisher.name },
    at,
    now,
  );
  const [rsa, ed] = await Promise.all([
    openSigningKey(db, { kid: kids.RS256, secret }),
    openSigningKey(db, { kid: kids.Ed25519, secret }),
  ]);
  const [jwt, document] = await Promise.all([
    signJwt(unsigned, rsa, at),
    signDocument(unsigned, ed, at, now),
  ]);
  return { jwt, document };
}

async function listRevokedIndexes(db: DbOrTx, number: number): Promise<number[]> {
  const first = number * STATUS_LIST_LENGTH;
  const rows = await db
    .select({ index: credentials.statusIndex })
    .from(credentials)
    .where(
      and(
        eq(credentials.ending, "revoked"),
        gte(credentials.statusIndex, first),
        lt(credentials.statusIndex, first + STATUS_LIST_LENGTH),
      ),
    )
    .orderBy(asc(credentials.statusIndex));
  return rows.map(({ index }) => placeInList(index).index);
}
