import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe as pureDescribe, expect as pureExpect, test as pureTest } from "vitest";
import {
  addMonths,
  canRenew,
  credentialState,
  dueReminder,
  isLive,
  REMINDER_DAYS,
} from "#app/certification/credentials/credentials.ts";
import { issueCredential } from "#app/certification/credentials/issuing.server.ts";
import { renewCredential } from "#app/certification/credentials/renewing.server.ts";
import { revokeCredential } from "#app/certification/credentials/revoking.server.ts";
import { tendCredentials } from "#app/certification/credentials/tending.server.ts";
import type { Db } from "#db/client.server.ts";
import { credentialHistory, credentialRenewals, credentials } from "#db/schema/credentials.ts";
import { notifications } from "#db/schema/notifications.ts";
import { cast } from "#test/questions/cast.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";
import { earnAcceptance, publish } from "./programme.ts";

const DAY = 86_400_000;
const EXPIRY = new Date("2027-06-01T03:00:00Z");
const ahead = (days: number) => new Date(EXPIRY.getTime() - days * DAY);
const past = (days: number) => new Date(EXPIRY.getTime() + days * DAY);

async function issue(db: Db, personId: number, versionId: number, now = NOW) {
  const issued = await issueCredential(db, { personId, versionId, issuedBy: null, now });
  if (!issued.ok) throw new Error(issued.reason);
  return issued.credential;
}

async function stored(db: Db, id: number) {
  const [row] = await db.select().from(credentials).where(eq(credentials.id, id));
  if (!row) throw new Error("no credential");
  return row;
}

async function told(db: Db, id: number): Promise<string[]> {
  const rows = await db
    .select({ kind: notifications.kind, detail: notifications.detail })
    .from(notifications)
    .where(eq(notifications.threadKey, `credential:${id}`))
    .orderBy(notifications.id);
  return rows.map(({ kind, detail }) => (detail.days ? `${kind} ${detail.days}` : kind));
}

pureDescribe("the state of a credential", () => {
  const term = {
    issuedAt: NOW,
    expiresAt: EXPIRY,
    lapsesAt: past(30),
    endedAt: null,
    ending: null,
  };

  pureTest("follows from its dates", () => {
    pureExpect(credentialState(term, NOW)).toBe("live");
    pureExpect(credentialState(term, ahead(60.001))).toBe("live");
    pureExpect(credentialState(term, ahead(60))).toBe("expiring");
    pureExpect(credentialState(term, EXPIRY)).toBe("in-grace");
    pureExpect(credentialState(term, past(29.9))).toBe("in-grace");
    pureExpect(credentialState(term, past(30))).toBe("expired");
    const revoked = { ...term, endedAt: NOW, ending: "revoked" as const };
    pureExpect(credentialState(revoked, past(100))).toBe("revoked");
  });

  pureTest("can be renewed only while live, and never comes back by itself", () => {
    const order = ["live", "expiring", "in-grace", "expired"];
    const days = fc.double({ min: -400, max: 100, noNaN: true });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [first, then] = [past(Math.min(a, b)), past(Math.max(a, b))];
        const states = [first, then].map((at) => order.indexOf(credentialState(term, at)));
        pureExpect(states[0]).toBeLessThanOrEqual(states[1] as number);
        if (canRenew(term, first)) pureExpect(isLive(credentialState(term, first))).toBe(true);
      }),
    );
  });

  pureTest("a month later is the same day, or the last of a shorter month", () => {
    const at = (text: string) => new Date(`${text}T10:20:30Z`);
    pureExpect(addMonths(at("2026-01-31"), 1)).toEqual(at("2026-02-28"));
    pureExpect(addMonths(at("2027-11-30"), 3)).toEqual(at("2028-02-29"));
    pureExpect(addMonths(at("2026-12-15"), 12)).toEqual(at("2027-12-15"));
    pureExpect(addMonths(at("2026-03-31"), -1)).toEqual(at("2026-02-28"));
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        fc.integer({ min: 0, max: 120 }),
        (from, months) => {
          const to = addMonths(from, months);
          const passed =
            (to.getUTCFullYear() - from.getUTCFullYear()) * 12 +
            to.getUTCMonth() -
            from.getUTCMonth();
          pureExpect(passed).toBe(months);
          pureExpect(to.getUTCDate()).toBeLessThanOrEqual(from.getUTCDate());
        },
      ),
    );
  });

  pureTest("is reminded of at 60, 30 and 7 days", () => {
    pureExpect(dueReminder(EXPIRY, ahead(61))).toBeUndefined();
    pureExpect(dueReminder(EXPIRY, ahead(60))).toBe(60);
    pureExpect(dueReminder(EXPIRY, ahead(31))).toBe(60);
    pureExpect(dueReminder(EXPIRY, ahead(30))).toBe(30);
    pureExpect(dueReminder(EXPIRY, ahead(1))).toBe(7);
    pureExpect(dueReminder(EXPIRY, EXPIRY)).toBeUndefined();
    pureExpect([...REMINDER_DAYS]).toEqual([60, 30, 7]);
  });
});

describe("a credential", () => {
  test("is issued for the term of its version, with a number nobody can guess", async ({ db }) => {
    const people = await cast(db);
    const { versionId } = await publish(db, people.admin);
    const credential = await issue(db, people.helper.id, versionId);
    expect(credential.expiresAt).toEqual(EXPIRY);
    expect(credential.lapsesAt).toEqual(past(30));
    expect(credential.number).toMatch(/^2026-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const again = { personId: people.helper.id, versionId, issuedBy: null, now: NOW };
    expect(await issueCredential(db, again)).toEqual({ ok: false, reason: "already-held" });
  });

  test("is renewed by answers of the term, once, from the end of the last", async ({ db }) => {
    const people = await cast(db);
    const { versionId } = await publish(db, people.admin);
    const { id: credentialId } = await issue(db, people.helper.id, versionId);
    const renew = (now: Date) => renewCredential(db, { credentialId, actorId: null, now });
    expect(await renew(ahead(61))).toEqual({ ok: false, reason: "too-early" });
    expect(await renew(ahead(40))).toEqual({ ok: false, reason: "not-enough" });
    // A colleague's thanks renew nothing.
    await earnAcceptance(db, { ...people, asker: people.stranger }, people.helper, ahead(200));
    expect(await renew(ahead(40))).toEqual({ ok: false, reason: "not-enough" });
    await earnAcceptance(db, people, people.helper, ahead(100));
    const next = new Date("2028-06-01T03:00:00Z");
    expect(await renew(ahead(40))).toEqual({ ok: true, expiresAt: next });
    expect(await renew(ahead(40))).toEqual({ ok: false, reason: "too-early" });
    const [renewal] = await db.select().from(credentialRenewals);
    expect(renewal).toMatchObject({ way: "answers", answers: 1, formerExpiresAt: EXPIRY });
    // What renewed one term does not renew the next.
    const later = new Date("2028-05-20T00:00:00Z");
    expect(await renew(later)).toEqual({ ok: false, reason: "not-enough" });
  });

  test("is reminded of, then lapses, each once however often the job runs", async ({ db }) => {
    const people = await cast(db);
    const { versionId } = await publish(db, people.admin);
    const { id } = await issue(db, people.helper.id, versionId);
    for (const now of [ahead(90), ahead(60), ahead(59), ahead(30), ahead(8), ahead(6)]) {
      await tendCredentials(db, { now });
      await tendCredentials(db, { now });
    }
    expect(await told(db, id)).toEqual([
      "credential-expiring 60",
      "credential-expiring 30",
      "credential-expiring 7",
    ]);
    await tendCredentials(db, { now: past(29) });
    expect((await stored(db, id)).endedAt).toBeNull();
    expect(await tendCredentials(db, { now: past(30) })).toMatchObject({ lapsed: 1 });
    expect(await tendCredentials(db, { now: past(31) })).toMatchObject({ lapsed: 0 });
    expect(await stored(db, id)).toMatchObject({ ending: "lapsed", endedAt: past(30) });
    expect((await told(db, id)).at(-1)).toBe("credential-lapsed");
  });

  test("is renewed by the job when the evidence is there", async ({ db }) => {
    const people = await cast(db);
    const { versionId } = await publish(db, people.admin);
    const { id } = await issue(db, people.helper.id, versionId);
    await earnAcceptance(db, people, people.helper, ahead(100));
    expect(await tendCredentials(db, { now: ahead(50) })).toMatchObject({
      renewed: 1,
      reminded: 0,
    });
    expect(await told(db, id)).toEqual(["credential-renewed"]);
  });

  test("is revoked once, with a reason that the holder is told", async ({ db }) => {
    const people = await cast(db);
    const { versionId } = await publish(db, people.admin);
    const { id: credentialId } = await issue(db, people.helper.id, versionId);
    const act = {
      credentialId,
      reason: "宣伝目的の回答が続いたため",
      actorId: people.staff.id,
      now: NOW,
    };
    expect(await revokeCredential(db, act)).toEqual({ ok: true });
    expect(await revokeCredential(db, act)).toEqual({ ok: false, reason: "already-ended" });
    expect(await revokeCredential(db, { ...act, credentialId: 999_999 })).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await told(db, credentialId)).toEqual(["credential-revoked"]);
    expect(await renewCredential(db, { credentialId, actorId: null, now: ahead(10) })).toEqual({
      ok: false,
      reason: "already-ended",
    });
    // Another can be earned; the revoked one stays what it is.
    await issue(db, people.helper.id, versionId);
    expect((await stored(db, credentialId)).ending).toBe("revoked");
  });
});

test("renewals, jobs and a revocation at the same moment leave one outcome", async () => {
  const { db, close } = await freshDatabase();
  const people = await cast(db);
  const { versionId } = await publish(db, people.admin);
  const { id: credentialId } = await issue(db, people.helper.id, versionId);
  await earnAcceptance(db, people, people.helper, ahead(100));
  const now = ahead(20);
  await Promise.all([
    ...Array.from({ length: 4 }, () => tendCredentials(db, { now })),
    ...Array.from({ length: 4 }, () => renewCredential(db, { credentialId, actorId: null, now })),
  ]);
  expect(await db.$count(credentialRenewals)).toBe(1);
  const reason = "規約違反";
  const revoked = await Promise.all(
    Array.from({ length: 4 }, () =>
      revokeCredential(db, { credentialId, reason, actorId: people.staff.id, now }),
    ),
  );
  expect(revoked.filter(({ ok }) => ok)).toHaveLength(1);
  const events = (await db.select().from(credentialHistory)).map(({ event }) => event);
  expect(events.toSorted()).toEqual(["issued", "renewed", "revoked"]);
  await close();
});
