import { gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { decodeJwt } from "jose";
import { submitApplication } from "#app/certification/applications/applying.server.ts";
import {
  reviewApplication,
  startReview,
} from "#app/certification/applications/reviewing.server.ts";
import { linkWork } from "#app/certification/applications/works.server.ts";
import { picturePng, pictureSvg } from "#app/certification/badges/badge-image.server.ts";
import { bakePng, bakeSvg } from "#app/certification/badges/bake.server.ts";
import { findPictureSource } from "#app/certification/badges/picture-source.server.ts";
import { revokeCredential } from "#app/certification/credentials/revoking.server.ts";
import { acceptAnswer } from "#app/questions/acceptance.server.ts";
import type { Db } from "#db/client.server.ts";
import { applications } from "#db/schema/applications.ts";
import { credentials } from "#db/schema/credentials.ts";
import { people } from "#db/schema/people.ts";
import { publish, start, verdict } from "#test/certification/programme.ts";
import { cast } from "#test/questions/cast.ts";
import { expect, test } from "#test/support/database.ts";
import { answer, ask, comment } from "#test/support/factories.ts";
import { credentialPage } from "./page.ts";
import { LATER, PUBLISHER, published, signed } from "./scene.ts";

const NO_FILES = { put: async () => {}, get: async () => undefined, delete: async () => {} };

/** Somebody becomes certified, and everything on the way that nobody else may read holds a secret. */
async function certifyWith(db: Db, secret: string) {
  const now = LATER;
  const actors = await cast(db);
  const holder = await actors.member(actors.away, {
    email: `${secret}@secret.example`,
    bio: secret,
    title: secret,
  });
  const { slug } = await publish(db, actors.staff);
  const questionId = await ask(db, actors.asker, {
    productAreaId: actors.area.id,
    scope: "customers",
    title: `${secret}が止まります`,
    body: secret,
    tags: "secret",
    now,
  });
  const answerId = await answer(db, holder, questionId, { body: `答えは${secret}です。`, now });
  await comment(db, holder, questionId, { answerId, body: `補足：${secret}`, now });
  await acceptAnswer(db, { viewer: actors.asker, answerId, now });
  const applicationId = await start(db, holder, slug, now);
  const act = { applicationId, now };
  await db
    .update(applications)
    .set({ statement: secret })
    .where(eq(applications.id, applicationId));
  await linkWork(db, { ...act, viewer: holder, title: secret, url: `https://x.example/${secret}` });
  const steps = [
    await submitApplication(db, { ...act, viewer: holder }),
    await startReview(db, { ...act, viewer: actors.staff }),
    await reviewApplication(db, {
      ...act,
      viewer: actors.staff,
      review: verdict({ note: `推薦理由：${secret}` }),
    }),
  ];
  for (const step of steps) if (!step.ok) throw new Error(step.reason);
  const [credential] = await db
    .select()
    .from(credentials)
    .where(eq(credentials.applicationId, applicationId));
  if (!credential) throw new Error("no credential");
  return { credential, slug, answerId, questionId, staff: actors.staff, holder };
}

/** Everything about a credential that anybody can get hold of, in the clear. */
async function allOutputs(db: Db, { publicId, slug }: { publicId: string; slug: string }) {
  const { jwt, document } = await signed(db, publicId);
  const source = await findPictureSource(db, {
    slug,
    version: undefined,
    locale: "ja",
    publisher: PUBLISHER,
  });
  if (!source) throw new Error("no picture");
  const { statusList, keys, revoked, world } = await published(db);
  const list = decodeJwt(statusList?.jwt ?? "") as { credentialSubject: { encodedList: string } };
  const bits = Buffer.from(list.credentialSubject.encodedList.slice(1), "base64url");
  const page = await credentialPage(db, { viewer: undefined, publicId, now: LATER });
  return [
    JSON.stringify(document),
    JSON.stringify(decodeJwt(jwt)),
    bakePng(await picturePng(source, NO_FILES), JSON.stringify(document)).toString("utf8"),
    bakeSvg(await pictureSvg(source, NO_FILES), jwt),
    JSON.stringify(page),
    JSON.stringify([keys, revoked, [...world.values()], list]),
    gunzipSync(bits).toString("latin1"),
  ].join("\n");
}

test("nothing that people wrote in private, and no link to it, gets out with a credential", {
  timeout: 60_000,
}, async ({ db }) => {
  const word = fc
    .array(fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), { minLength: 12, maxLength: 12 })
    .map((letters) => `zq${letters.join("")}`);
  await fc.assert(
    fc.asyncProperty(word, async (secret) => {
      const made = await certifyWith(db, secret);
      const { publicId, id } = made.credential;
      const live = await allOutputs(db, { publicId, slug: made.slug });
      await revokeCredential(db, {
        credentialId: id,
        reason: `理由：${secret}`,
        actorId: made.staff.id,
        now: LATER,
      });
      const revoked = await allOutputs(db, { publicId, slug: made.slug });
      for (const output of [live, revoked]) {
        expect(output).not.toContain(secret);
        expect(output).not.toMatch(/\/(questions|answers|applications|files|people)\//);
      }
      // That it was found by looking for it, and not missed by looking in the wrong place.
      expect(live).toContain(made.holder.name);
      expect(live).toContain("ベストアンサー：1件");
      const [person] = await db.select().from(people).where(eq(people.id, made.holder.id));
      expect(person?.bio).toBe(secret);
    }),
    { numRuns: 4 },
  );
});
