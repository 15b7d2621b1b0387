import {
  confirmEmailChange,
  findEmailChange,
  requestEmailChange,
} from "#app/auth/email-change.server.ts";
import { DAY } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { organisationDomains } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { auditLog } from "#db/schema/portal.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createOrganisation, NOW } from "#test/support/factories.ts";
import { at, createAccount, mails, PASSWORD, secretOf } from "./support.ts";

const OLD = "mori@kaede.example";
const NEW = "hayashi@kaede.example";

async function member(db: Db, email = OLD) {
  const organisation = await createOrganisation(db, { domain: email.split("@")[1] });
  return createAccount(db, { email, organisationId: organisation.id });
}

async function asked(db: Db, email = NEW) {
  const { id: personId } = await member(db);
  const answer = await requestEmailChange(db, { personId, email, password: PASSWORD, now: NOW });
  if (!answer.ok) throw new Error(answer.reason);
  return { personId, secret: secretOf((await mails(db)).at(-1)), address: "", now: NOW };
}

const addresses = async (db: Db) =>
  (await db.select().from(people).orderBy(people.id)).map((person) => person.email);

describe("changing the address", () => {
  test("happens once the link to the new one is confirmed; the old one is told", async ({ db }) => {
    const link = await asked(db);
    expect((await mails(db))[0]).toMatchObject({ kind: "change-email", toAddress: NEW });
    expect(await addresses(db)).toEqual([OLD]);
    expect(await findEmailChange(db, link)).toEqual({ ok: true, email: NEW });
    expect(await confirmEmailChange(db, link)).toEqual({ ok: true, email: NEW });
    expect(await addresses(db)).toEqual([NEW]);
    expect((await mails(db))[1]).toMatchObject({
      kind: "email-changed",
      toAddress: OLD,
      params: { newAddress: NEW },
    });
    expect((await db.select().from(auditLog)).at(-1)).toMatchObject({
      action: "auth.email-changed",
      detail: { from: OLD, to: NEW },
    });
  });

  test("needs the password and another address", async ({ db }) => {
    const { id: personId } = await member(db);
    const ask = { personId, email: NEW, password: PASSWORD, now: NOW };
    expect(await requestEmailChange(db, { ...ask, password: "guess" })).toEqual({
      ok: false,
      reason: "wrong-password",
    });
    expect(await requestEmailChange(db, { ...ask, email: OLD })).toEqual({
      ok: false,
      reason: "same",
    });
  });

  test("keeps members within their organisation's domains, staff anywhere", async ({ db }) => {
    const { id: personId } = await member(db);
    await createOrganisation(db, { domain: "tsubaki.example" });
    const ask = { password: PASSWORD, now: NOW };
    for (const email of ["mori@tsubaki.example", "mori@elsewhere.example"]) {
      expect(await requestEmailChange(db, { ...ask, personId, email })).toEqual({
        ok: false,
        reason: "foreign-domain",
      });
    }
    const staff = await createAccount(db, { role: "staff" });
    const elsewhere = { ...ask, personId: staff.id, email: "cs@elsewhere.example" };
    expect(await requestEmailChange(db, elsewhere)).toEqual({ ok: true });
  });

  test("answers alike when the address is taken; its owner gets a mail", async ({ db }) => {
    const { id: personId, organisationId } = await member(db);
    await createAccount(db, { email: NEW, organisationId });
    const ask = { personId, email: NEW, password: PASSWORD, now: NOW };
    expect(await requestEmailChange(db, ask)).toEqual({ ok: true });
    expect(await mails(db)).toEqual([
      expect.objectContaining({ kind: "account-exists", toAddress: NEW }),
    ]);
  });

  test("is limited", async ({ db }) => {
    const { id: personId } = await member(db);
    const ask = { personId, email: NEW, password: PASSWORD, now: NOW };
    for (let n = 0; n < 5; n += 1) await requestEmailChange(db, ask);
    expect(await requestEmailChange(db, ask)).toMatchObject({ reason: "too-many" });
  });
});

describe("the link to the new address", () => {
  test("works for the person it was made for", async ({ db }) => {
    const link = await asked(db);
    const other = await createAccount(db, { role: "staff" });
    expect(await confirmEmailChange(db, { ...link, personId: other.id })).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await confirmEmailChange(db, link)).toMatchObject({ ok: true });
  });

  test("works once, for a day, and only the newest", async ({ db }) => {
    const link = await asked(db);
    const ask = { personId: link.personId, email: "sugi@kaede.example", password: PASSWORD };
    expect(await confirmEmailChange(db, { ...link, now: at(DAY) })).toMatchObject({
      reason: "expired",
    });
    await requestEmailChange(db, { ...ask, now: NOW });
    expect(await confirmEmailChange(db, link)).toMatchObject({ reason: "used" });
    const newest = { ...link, secret: secretOf((await mails(db)).at(-1)) };
    expect(await confirmEmailChange(db, newest)).toMatchObject({ ok: true });
    expect(await confirmEmailChange(db, newest)).toMatchObject({ reason: "used" });
  });

  test("does nothing once the organisation gave up the domain", async ({ db }) => {
    const link = await asked(db);
    await db.delete(organisationDomains);
    expect(await confirmEmailChange(db, link)).toEqual({ ok: false, reason: "foreign-domain" });
    expect(await addresses(db)).toEqual([OLD]);
  });

  test("does nothing once somebody joined with the address", async ({ db }) => {
    const link = await asked(db);
    await createAccount(db, { email: NEW });
    expect(await confirmEmailChange(db, link)).toEqual({ ok: false, reason: "email-taken" });
    expect(await addresses(db)).toEqual([OLD, NEW]);
  });
});

test("two people who move to one address at the same moment: one gets it", async () => {
  const connection = await freshDatabase();
  const { db } = connection;
  try {
    const links = [];
    for (const n of [1, 2]) {
      const { id: personId } = await createAccount(db, { role: "staff", email: `s${n}@v.example` });
      const ask = { personId, email: "cs@v.example", password: PASSWORD, now: NOW };
      await requestEmailChange(db, ask);
      links.push({ personId, secret: secretOf((await mails(db)).at(-1)), address: "", now: NOW });
    }
    const answers = await Promise.all(links.map((link) => confirmEmailChange(db, link)));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).sort()).toEqual([
      "email-taken",
      "ok",
    ]);
  } finally {
    await connection.close();
  }
});
