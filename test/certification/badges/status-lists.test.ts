import { gunzipSync } from "node:zlib";
import { decodeList } from "@digitalbazaar/vc-bitstring-status-list";
import fc from "fast-check";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { publisherOf } from "#app/certification/badges/publisher.ts";
import {
  encodeBitstring,
  findRevocationList,
  signStatusList,
} from "#app/certification/badges/status-list.server.ts";
import { placeInList, STATUS_LIST_LENGTH } from "#app/certification/badges/status-list.ts";
import { after as moment, SECOND } from "#app/lib/time.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson } from "#test/support/factories.ts";
import { issued, LATER, PUBLISHER, published } from "./scene.ts";
import { changedLeaves, verifyDocument } from "./verifier.ts";

type ListDocument = { credentialSubject: { encodedList: string }; proof: unknown[] };

describe("the bitstring", () => {
  test("has exactly the bits that were set, for whoever reads it", async () => {
    const place = fc.integer({ min: 0, max: STATUS_LIST_LENGTH - 1 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(place, { maxLength: 20 }), async (indexes) => {
        const encodedList = await encodeBitstring(indexes);
        const list = await decodeList({ encodedList });
        expect(list.length).toBe(131_072);
        const bytes = gunzipSync(Buffer.from(encodedList.slice(1), "base64url"));
        const set = bytes.reduce(
          (sum, byte) => sum + byte.toString(2).replaceAll("0", "").length,
          0,
        );
        expect(set).toBe(indexes.length);
        for (const index of indexes) expect(list.getStatus(index)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("begins with the leftmost bit, in base64url without padding", async () => {
    const encoded = await encodeBitstring([0]);
    expect(encoded).toMatch(/^u[A-Za-z0-9_-]+$/);
    expect(gunzipSync(Buffer.from(encoded.slice(1), "base64url"))[0]).toBe(0x80);
    expect(placeInList(STATUS_LIST_LENGTH + 3)).toEqual({ list: 1, index: 3 });
  });
});

describe("the status list", () => {
  const listed = async (document: unknown) =>
    decodeList({ encodedList: (document as ListDocument).credentialSubject.encodedList });
  const revocation = (by: number) => ({ revoked: { by, reason: "事情により", at: LATER } });

  test("says who was revoked and nobody else, lapsed and hidden ones neither", async ({ db }) => {
    const staff = await createPerson(db, { role: "staff" });
    const live = await issued(db);
    const revoked = await issued(db, revocation(staff.id));
    const hidden = await issued(db, { hiddenAt: LATER, ...revocation(staff.id) });
    const lapsed = await issued(db, { endedAt: LATER, ending: "lapsed" });
    const signed = await signStatusList(db, { number: 0, publisher: PUBLISHER, now: LATER });
    const list = await listed(signed?.document);
    const bits = [live, revoked, hidden, lapsed].map(({ credential }) =>
      list.getStatus(credential.statusIndex),
    );
    expect(bits).toEqual([false, true, true, false]);
    const names = await findRevocationList(db, PUBLISHER);
    expect(names).toMatchObject({
      id: "https://community.example.com/revocation-list",
      issuer: "https://community.example.com/issuer",
    });
    const ids = (names.revokedCredentials as { id: string }[]).map(({ id }) => id);
    expect(ids.sort()).toEqual(
      [revoked, hidden]
        .map(({ credential }) => PUBLISHER.at.credential(credential.publicId))
        .sort(),
    );
    expect(JSON.stringify([names, signed])).not.toContain("事情");
  });

  test("is signed in both ways, and every leaf counts", async ({ db }) => {
    await issued(db);
    const { statusList, world, keys } = await published(db);
    const document = statusList?.document ?? {};
    expect(await verifyDocument(document, { world, now: LATER })).toEqual({ ok: true, why: "" });
    for (const { path, changed } of changedLeaves(document)) {
      const { ok } = await verifyDocument(changed, { world, now: LATER });
      expect([path, ok]).toEqual([path, false]);
    }
    const jwt = statusList?.jwt ?? "";
    expect(keys.keys.map(({ kid }) => kid)).toContain(decodeProtectedHeader(jwt).kid);
    expect(decodeJwt(jwt)).toMatchObject({
      iss: PUBLISHER.at.issuer,
      jti: PUBLISHER.at.statusList(0),
    });
  });

  test("tells of a revocation at once, and is otherwise signed once a minute", async ({ db }) => {
    const staff = await createPerson(db, { role: "staff" });
    await issued(db);
    const publisher = publisherOf(
      { publicUrl: new URL("https://minute.example.com"), signingKeySecret: undefined },
      { vendorName: "", name: "みどりの広場" },
    );
    const at = (now: Date) => signStatusList(db, { number: 0, publisher, now });
    const first = await at(LATER);
    expect(await at(moment(LATER, 59 * SECOND))).toBe(first);
    const second = await at(moment(LATER, 61 * SECOND));
    expect(second).not.toBe(first);
    expect(second?.document.issuer).toMatchObject({ name: "みどりの広場" });
    const { credential } = await issued(db, revocation(staff.id));
    const third = await at(moment(LATER, 62 * SECOND));
    expect((await listed(third?.document)).getStatus(credential.statusIndex)).toBe(true);
  });

  test("does not exist where no credential points to", async ({ db }) => {
    const of = (number: number) => signStatusList(db, { number, publisher: PUBLISHER, now: LATER });
    expect(await of(1)).toBeUndefined();
    const { credential } = await issued(db, { statusIndex: STATUS_LIST_LENGTH + 5 });
    expect(await of(1)).toBeDefined();
    expect(placeInList(credential.statusIndex)).toEqual({ list: 1, index: 5 });
  });
});
