import { eq } from "drizzle-orm";
import { resumeSession } from "#app/auth/sessions.server.ts";
import { completeSignup, findSignup, requestSignup } from "#app/auth/signup.server.ts";
import { DAY } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { organisationDomains } from "#db/schema/organisations.ts";
import { people } from "#db/schema/people.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createOrganisation, NOW } from "#test/support/factories.ts";
import { at, CLIENT, createAccount, mails, NEWCOMER, requestWith, secretOf } from "./support.ts";

const ask = { locale: "ja", address: CLIENT.address, now: NOW } as const;
const complete = { newcomer: NEWCOMER, now: NOW, ...CLIENT };

async function signupSecret(db: Db, email: string): Promise<string> {
  await requestSignup(db, { ...ask, email });
  return secretOf((await mails(db)).at(-1));
}

describe("asking to join", () => {
  test("answers alike for a newcomer, a member and a stranger; only the mail differs", async ({
    db,
  }) => {
    await createOrganisation(db, { domain: "kaede.example" });
    await createAccount(db, { email: "known@kaede.example", locale: "en" });
    const addresses = ["new@kaede.example", "known@kaede.example", "who@elsewhere.example"];
    const answers = [];
    for (const email of addresses) answers.push(await requestSignup(db, { ...ask, email }));
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(
      (await mails(db)).map(({ kind, toAddress, locale }) => [kind, toAddress, locale]),
    ).toEqual([
      ["signup", "new@kaede.example", "ja"],
      ["account-exists", "known@kaede.example", "en"],
      ["domain-unknown", "who@elsewhere.example", "ja"],
    ]);
  });

  test("counts a domain as itself only, not as the one above or below", async ({ db }) => {
    await createOrganisation(db, { domain: "kaede.example" });
    for (const domain of ["sub.kaede.example", "notkaede.example", "example"]) {
      await requestSignup(db, { ...ask, email: `a@${domain}` });
    }
    expect(new Set((await mails(db)).map(({ kind }) => kind))).toEqual(new Set(["domain-unknown"]));
  });

  test("is limited per address and mail", async ({ db }) => {
    const email = "a@kaede.example";
    for (let n = 0; n < 5; n += 1) {
      expect(await requestSignup(db, { ...ask, email })).toEqual({ ok: true });
    }
    expect(await requestSignup(db, { ...ask, email })).toMatchObject({ reason: "too-many" });
    expect(await requestSignup(db, { ...ask, email: "b@kaede.example" })).toEqual({ ok: true });
    expect(await mails(db)).toHaveLength(6);
  });

  test("is limited per address, whichever mails are named", async ({ db }) => {
    for (let n = 0; n < 30; n += 1) {
      await requestSignup(db, { ...ask, email: `a${n}@kaede.example` });
    }
    expect(await requestSignup(db, { ...ask, email: "z@kaede.example" })).toMatchObject({
      reason: "too-many",
    });
  });
});

describe("the link of the mail", () => {
  test("makes an account in the organisation of the domain, logged in", async ({ db }) => {
    const organisation = await createOrganisation(db, { domain: "kaede.example" });
    const secret = await signupSecret(db, "sakura.mori@kaede.example");
    expect(await findSignup(db, { secret, now: NOW })).toEqual({
      ok: true,
      email: "sakura.mori@kaede.example",
      organisation: { id: organisation.id, name: organisation.name },
    });
    const answer = await completeSignup(db, { ...complete, secret });
    if (!answer.ok) throw new Error(answer.reason);
    const viewer = await resumeSession(db, { request: requestWith(answer.cookie), now: NOW });
    expect(viewer).toMatchObject({
      id: answer.personId,
      handle: "sakura-mori",
      name: NEWCOMER.name,
      role: "member",
      organisation: { id: organisation.id },
    });
    const [person] = await db.select().from(people);
    expect(person).toMatchObject({ email: "sakura.mori@kaede.example", emailVerifiedAt: NOW });
    expect(person?.passwordHash).toMatch(/^\$argon2id\$/);
  });

  test("works once, for a day, and only if we made it", async ({ db }) => {
    await createOrganisation(db, { domain: "kaede.example" });
    const secret = await signupSecret(db, "a@kaede.example");
    const late = { ...complete, secret, now: at(DAY) };
    expect(await completeSignup(db, late)).toEqual({ ok: false, reason: "expired" });
    expect(await completeSignup(db, { ...complete, secret })).toMatchObject({ ok: true });
    expect(await completeSignup(db, { ...complete, secret })).toEqual({
      ok: false,
      reason: "used",
    });
    expect(await completeSignup(db, { ...complete, secret: "guessed" })).toEqual({
      ok: false,
      reason: "unknown",
    });
  });

  test("of a second mail makes no second account", async ({ db }) => {
    await createOrganisation(db, { domain: "kaede.example" });
    const first = await signupSecret(db, "a@kaede.example");
    const second = await signupSecret(db, "a@kaede.example");
    expect(await completeSignup(db, { ...complete, secret: second })).toMatchObject({ ok: true });
    expect(await findSignup(db, { secret: first, now: NOW })).toEqual({
      ok: false,
      reason: "email-taken",
    });
    expect(await completeSignup(db, { ...complete, secret: first })).toEqual({
      ok: false,
      reason: "email-taken",
    });
  });

  test("stops working when the organisation gives up the domain", async ({ db }) => {
    await createOrganisation(db, { domain: "kaede.example" });
    const secret = await signupSecret(db, "a@kaede.example");
    await db.delete(organisationDomains).where(eq(organisationDomains.domain, "kaede.example"));
    expect(await completeSignup(db, { ...complete, secret })).toEqual({
      ok: false,
      reason: "domain-unknown",
    });
  });
});

describe("at the same moment", () => {
  test("two submissions, of one link or of two, make one account", async () => {
    const connection = await freshDatabase();
    const { db } = connection;
    try {
      await createOrganisation(db, { domain: "kaede.example" });
      const first = await signupSecret(db, "a@kaede.example");
      const second = await signupSecret(db, "a@kaede.example");
      const answers = await Promise.all(
        [first, first, second, second].map((secret) => completeSignup(db, { ...complete, secret })),
      );
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(await db.select().from(people)).toHaveLength(1);
    } finally {
      await connection.close();
    }
  });

  test("people of the same name in the address get different handles", async () => {
    const connection = await freshDatabase();
    const { db } = connection;
    try {
      const domains = ["a.example", "b.example", "c.example", "d.example"];
      for (const domain of domains) await createOrganisation(db, { domain });
      const secrets = [];
      for (const domain of domains) secrets.push(await signupSecret(db, `mori@${domain}`));
      await Promise.all(secrets.map((secret) => completeSignup(db, { ...complete, secret })));
      const handles = (await db.select().from(people)).map(({ handle }) => handle);
      expect(handles.sort()).toEqual(["mori", "mori-2", "mori-3", "mori-4"]);
    } finally {
      await connection.close();
    }
  });
});
