import { Secret, TOTP } from "otpauth";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { startSession } from "#app/auth/sessions.server.ts";
import { confirmEnrolment, findEnrolment, startEnrolment } from "#app/auth/totp.server.ts";
import { after } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { outgoingMails } from "#db/schema/notifications.ts";
import { createPerson, NOW } from "#test/support/factories.ts";

/** The moment so many milliseconds after NOW. */
export const at = (milliseconds: number) => after(NOW, milliseconds);

export const PASSWORD = "tsubame-no-su-2026";
export const CLIENT = {
  userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0",
  address: "192.0.2.7",
};
export const NEWCOMER = {
  name: "森 さくら",
  reading: "もり さくら",
  title: "情報システム部",
  password: PASSWORD,
  locale: "ja" as const,
  timeZone: "Asia/Tokyo",
};

let hash: Promise<string> | undefined;

/** A person who logs in with PASSWORD; hashed once, because hashing is slow on purpose. */
export async function createAccount(db: DbOrTx, values: Parameters<typeof createPerson>[1] = {}) {
  hash ??= hashPassword(PASSWORD);
  return createPerson(db, { passwordHash: await hash, ...values });
}

/** The request that a browser with this `Set-Cookie` value would send. */
export function requestWith(setCookie: string): Request {
  return new Request("http://localhost:3000/", {
    headers: { cookie: setCookie.split(";")[0] ?? "" },
  });
}

export async function signedInRequest(db: DbOrTx, personId: number, now = NOW): Promise<Request> {
  return requestWith(await startSession(db, { personId, now, ...CLIENT }));
}

/** Mails in the outbox, oldest first. */
export async function mails(db: DbOrTx) {
  const rows = await db.select().from(outgoingMails).orderBy(outgoingMails.id);
  return rows.map(({ kind, toAddress, params, locale }) => ({ kind, toAddress, params, locale }));
}

/** The secret at the end of a mailed link. */
export function secretOf(mail: { params: Record<string, unknown> } | undefined): string {
  return (
    String(mail?.params.url ?? "")
      .split("/")
      .at(-1) ?? ""
  );
}

/** Turns the second factor on; gives its secret and the recovery codes. */
export async function enrol(db: DbOrTx, personId: number, now = NOW) {
  await startEnrolment(db, { personId, now });
  const enrolment = await findEnrolment(db, { personId });
  if (enrolment.state !== "pending") throw new Error("not pending");
  const code = codeAt(enrolment.secret, now);
  const confirmed = await confirmEnrolment(db, { personId, code, address: "", now });
  if (!confirmed.ok) throw new Error(confirmed.reason);
  return { secret: enrolment.secret, recoveryCodes: confirmed.recoveryCodes };
}

/** What the authenticator app shows at this moment. */
export function codeAt(secret: string, now: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
}
