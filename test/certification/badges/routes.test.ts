import { decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rotateSigningKeys } from "#app/certification/badges/signing-keys.server.ts";
import { DAY } from "#app/lib/time.ts";
import { portalSettings } from "#db/schema/portal.ts";
import { createCertification, issueTestCredential } from "#test/support/certification.ts";
import { createPerson } from "#test/support/factories.ts";
import { portal, type Reply, type TestPortal } from "#test/support/portal.ts";
import { verifyDocument, verifyJwt, type World } from "./verifier.ts";

let site: TestPortal;
let of: Awaited<ReturnType<typeof createCertification>>;
let staff: { id: number };

beforeAll(async () => {
  site = await portal();
  of = await createCertification(site.db, { slug: "advisor", level: 3 });
  staff = await createPerson(site.db, { role: "staff" });
  const vendor = { key: "vendorName", value: "株式会社みどり", updatedAt: new Date() };
  await site.db.insert(portalSettings).values(vendor);
}, 180_000);
afterAll(() => site?.close());

type Issue = Partial<Parameters<typeof issueTestCredential>[1]>;

/** A credential that is valid today. */
async function issue(values: Issue = {}) {
  const holder = await createPerson(site.db);
  const issuedAt = new Date(Date.now() - DAY);
  const credential = await issueTestCredential(site.db, { holder, of, issuedAt, ...values });
  return { holder, credential, path: `/credentials/${credential.publicId}` };
}

const html = { headers: { accept: "text/html" } };
const json = ({ body }: Reply) => JSON.parse(body) as Record<string, unknown>;
const local = (address: string) => address.replace(site.origin, "");

/** Fetches what a document names, as a verifier would. */
async function fetched(document: Record<string, unknown>): Promise<World> {
  const { issuer, credentialStatus } = document as {
    issuer: { id: string };
    credentialStatus: { statusListCredential: string };
  };
  const addresses = [issuer.id, credentialStatus.statusListCredential];
  const found = await Promise.all(addresses.map((address) => site.get(local(address))));
  return new Map(addresses.map((address, index) => [address, json(found[index] as Reply)]));
}

describe("a verifier", () => {
  test("checks the JSON with what the addresses in it lead to", async () => {
    const { path } = await issue();
    const reply = await site.get(`${path}.json`);
    expect(reply.headers.get("content-type")).toBe("application/vc+ld+json");
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
    const document = json(reply);
    expect(document.id).toBe(`${site.origin}${path}`);
    expect(document.issuer).toMatchObject({ name: "株式会社みどり" });
    const world = await fetched(document);
    const now = new Date();
    expect(await verifyDocument(document, { world, now })).toEqual({ ok: true, why: "" });
  });

  test("checks the JWT with the published keys; its kid leads to the key itself", async () => {
    const { path } = await issue();
    const reply = await site.get(`${path}.jwt`);
    expect(reply.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const keys = json(await site.get("/.well-known/jwks.json")) as { keys: [] };
    const revoked = json(await site.get("/revocation-list"));
    const now = new Date();
    expect(await verifyJwt(reply.body, { keys, revoked, now })).toEqual({ ok: true, why: "" });
    const { kid = "" } = decodeProtectedHeader(reply.body);
    const key = json(await site.get(local(kid)));
    expect(key).toMatchObject({ kty: "RSA", kid, keys: [{ kid }] });
    const alone = { keys: [key] } as unknown as { keys: [] };
    expect((await verifyJwt(reply.body, { keys: alone, revoked, now })).ok).toBe(true);
    expect((await site.get("/.well-known/jwks.json?kid=other")).status).toBe(404);
  });

  test("learns of a revocation from both lists", async () => {
    const revoked = { by: staff.id, reason: "内部の理由", at: new Date() };
    const { path } = await issue({ revoked });
    const document = json(await site.get(`${path}.json`));
    const jwt = (await site.get(`${path}.jwt`)).body;
    const world = await fetched(document);
    expect((await verifyDocument(document, { world, now: new Date() })).ok).toBe(false);
    const keys = json(await site.get("/.well-known/jwks.json")) as { keys: [] };
    const list = json(await site.get("/revocation-list"));
    expect(await verifyJwt(jwt, { keys, revoked: list, now: new Date() })).toEqual({
      ok: false,
      why: "revoked",
    });
    const page = await site.get(path, html);
    expect(page.status).toBe(200);
    expect(page.body).toContain("取り消され、有効ではありません");
    expect(page.body).not.toContain("内部の理由");
  });

  test("still accepts what was signed before the keys were changed", async () => {
    const { path } = await issue();
    const before = json(await site.get(`${path}.json`));
    const jwt = (await site.get(`${path}.jwt`)).body;
    await rotateSigningKeys(site.db, { secret: undefined, now: new Date() });
    const after = json(await site.get(`${path}.json`));
    expect(after.proof).not.toEqual(before.proof);
    const world = await fetched(before);
    for (const document of [before, after]) {
      expect((await verifyDocument(document, { world, now: new Date() })).ok).toBe(true);
    }
    const keys = json(await site.get("/.well-known/jwks.json")) as { keys: [] };
    const revoked = json(await site.get("/revocation-list"));
    expect((await verifyJwt(jwt, { keys, revoked, now: new Date() })).ok).toBe(true);
  });
});

describe("the page and its downloads", () => {
  const forms = ["", ".json", ".jwt", ".png", ".svg"];

  test("are open to visitors, and not made twice for who has them already", async () => {
    const { path, credential } = await issue();
    for (const form of forms.slice(1)) {
      const first = await site.get(`${path}${form}`);
      expect([form, first.status]).toEqual([form, 200]);
      expect(first.headers.get("cache-control")).toBe("private, no-cache");
      expect(first.headers.get("content-disposition")).toBe(
        `inline; filename="credential-${credential.number}${form}"`,
      );
      const tag = first.headers.get("etag") ?? "";
      const again = await site.get(`${path}${form}`, { headers: { "if-none-match": tag } });
      expect([form, again.status]).toEqual([form, 304]);
    }
    const page = await site.get(path, html);
    expect(page.headers.get("cache-control")).toContain("no-store");
    expect(page.body).toMatch(/<meta property="og:image" content="[^"]+badge\.png\?version=1/);
    expect(page.body).toContain('name="robots" content="noindex"');
    expect(page.body).not.toContain("linkedin.com");
  });

  test("lead a program that asks for JSON to the document", async () => {
    const { path } = await issue();
    const accept = "application/vc+ld+json, application/json;q=0.8";
    const reply = await site.get(path, { headers: { accept } });
    expect([reply.status, reply.location]).toEqual([303, `${path}.json`]);
  });

  test("are there for the holder and for staff alone once hidden, as if they had never been", async () => {
    const { path, holder } = await issue();
    const cookie = await site.signIn(holder);
    const page = await site.get(path, { ...html, cookie });
    expect(page.body).toContain("https://www.linkedin.com/profile/add?");
    const hidden = await site.post(`${path}/hiding`, { cookie });
    expect([hidden.status, hidden.location]).toEqual([302, path]);
    const stranger = await site.signIn(await createPerson(site.db));
    const nowhere = `/credentials/${crypto.randomUUID()}`;
    for (const form of [...forms, ".data"]) {
      for (const who of [undefined, stranger]) {
        const reply = await site.get(`${path}${form}`, { ...html, cookie: who });
        const absent = await site.get(`${nowhere}${form}`, { ...html, cookie: who });
        expect([form, reply.status]).toEqual([form, 404]);
        expect(reply.body.length).toBe(absent.body.length);
      }
      for (const who of [cookie, await site.signIn(staff)]) {
        const reply = await site.get(`${path}${form}`, { ...html, cookie: who });
        expect([form, reply.status]).toEqual([form, 200]);
      }
    }
    expect((await site.post(`${path}/hiding/removal`, { cookie: stranger })).status).toBe(404);
    await site.post(`${path}/hiding/removal`, { cookie });
    expect((await site.get(path, html)).status).toBe(200);
    expect((await site.post(`${path}/hiding`, { cookie: stranger })).status).toBe(403);
  });

  test("have names of people in them as text, not as markup", async () => {
    const holder = await createPerson(site.db, { name: '<b onload="x">太郎</b>' });
    const { path } = await issue({ holder });
    for (const form of ["", ".svg"]) {
      const { body } = await site.get(`${path}${form}`, html);
      expect(body).not.toContain("<b onload");
      expect(body).toContain("太郎");
    }
  });
});

test("the picture of a certification is there in each of its versions and languages", async () => {
  const get = (query: string) => site.get(`/certifications/advisor/badge.svg${query}`);
  expect((await get("?version=1&lang=en")).body).toContain(of.version.nameEn);
  expect((await get("?version=1&lang=ja")).body).toContain(of.version.nameJa);
  expect((await get("")).status).toBe(200);
  expect((await get("?version=2")).status).toBe(404);
  expect((await site.get("/certifications/none/badge.png")).status).toBe(404);
  const png = await site.get("/certifications/advisor/badge.png");
  expect(png.headers.get("content-type")).toBe("image/png");
  expect(png.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
});

test("no error was logged on the way", () => {
  expect(site.errors).toEqual([]);
});
