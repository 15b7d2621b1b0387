import { eq } from "drizzle-orm";
import { hideCredential } from "#app/certification/badges/hiding.server.ts";
import { findVisibleCredential } from "#app/certification/badges/visible-credential.server.ts";
import { DAY, after as moment } from "#app/lib/time.ts";
import { credentialHistory, credentials } from "#db/schema/credentials.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createPerson, viewerOf } from "#test/support/factories.ts";
import { credentialPage } from "./page.ts";
import { issued, LATER, PUBLISHER, published, signed } from "./scene.ts";
import { verifyDocument } from "./verifier.ts";

async function scene(db: Parameters<typeof issued>[0]) {
  const { credential, person } = await issued(db);
  return {
    credential,
    publicId: credential.publicId,
    holder: viewerOf(person),
    stranger: viewerOf(await createPerson(db)),
    staff: viewerOf(await createPerson(db, { role: "staff" })),
  };
}

describe("the page of a credential", () => {
  test("is there for everyone, until its holder hides it", async ({ db }) => {
    const { publicId, holder, stranger, staff } = await scene(db);
    const seen = async () =>
      Promise.all(
        [undefined, stranger, holder, staff].map(async (viewer) =>
          Boolean(await findVisibleCredential(db, { viewer, publicId })),
        ),
      );
    const change = (hidden: boolean) =>
      hideCredential(db, { viewer: holder, publicId, hidden, now: LATER });
    expect(await seen()).toEqual([true, true, true, true]);
    expect(await change(true)).toEqual({ ok: true });
    expect(await seen()).toEqual([false, false, true, true]);
    expect(await change(false)).toEqual({ ok: true });
    expect(await seen()).toEqual([true, true, true, true]);
  });

  test("is hidden and shown by its holder alone; whom it is hidden from learns nothing", async ({
    db,
  }) => {
    const { publicId, holder, stranger, staff } = await scene(db);
    const as = (viewer: typeof holder, hidden: boolean) =>
      hideCredential(db, { viewer, publicId, hidden, now: LATER });
    expect(await as(stranger, true)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await as(staff, true)).toEqual({ ok: false, reason: "not-allowed" });
    await as(holder, true);
    expect(await as(stranger, false)).toEqual({ ok: false, reason: "not-found" });
    expect(await as(staff, false)).toEqual({ ok: false, reason: "not-allowed" });
  });

  test("has each change in its history once, however often it is asked for", async ({ db }) => {
    const { publicId, holder, credential } = await scene(db);
    for (const hidden of [true, true, false, false, true]) {
      await hideCredential(db, { viewer: holder, publicId, hidden, now: LATER });
    }
    const lines = await db
      .select({ event: credentialHistory.event, actorId: credentialHistory.actorId })
      .from(credentialHistory)
      .where(eq(credentialHistory.credentialId, credential.id))
      .orderBy(credentialHistory.id);
    expect(lines).toEqual(
      ["hidden", "shown", "hidden"].map((event) => ({ event, actorId: holder.id })),
    );
  });

  test("hidden or not: what was given away stays verifiable", async ({ db }) => {
    const { publicId, holder } = await scene(db);
    const { document } = await signed(db, publicId);
    await hideCredential(db, { viewer: holder, publicId, hidden: true, now: LATER });
    const { world } = await published(db);
    expect((await verifyDocument(document, { world, now: LATER })).ok).toBe(true);
  });

  test("tells the state of each day, and stays after the end", async ({ db }) => {
    const { publicId, credential } = await scene(db);
    const at = async (now: Date) =>
      (await credentialPage(db, { viewer: undefined, publicId, now }))?.state;
    expect(await at(LATER)).toBe("live");
    expect(await at(moment(credential.expiresAt, -30 * DAY))).toBe("expiring");
    expect(await at(moment(credential.expiresAt, DAY))).toBe("in-grace");
    expect(await at(moment(credential.lapsesAt, DAY))).toBe("expired");
    const staff = await createPerson(db, { role: "staff" });
    await db
      .update(credentials)
      .set({ ending: "revoked", endedAt: LATER, revokedBy: staff.id, revokeReason: "内部の理由" })
      .where(eq(credentials.id, credential.id));
    const page = await credentialPage(db, { viewer: undefined, publicId, now: LATER });
    expect(page).toMatchObject({ state: "revoked", endedAt: LATER });
    expect(JSON.stringify(page)).not.toContain("内部の理由");
  });

  test("leads only its holder to LinkedIn, and only with a valid one", async ({ db }) => {
    const { publicId, holder, staff, credential } = await scene(db);
    const link = async (viewer: typeof holder | undefined, now = LATER) =>
      (await credentialPage(db, { viewer, publicId, now }))?.linkedIn;
    expect(await link(undefined)).toBeUndefined();
    expect(await link(staff)).toBeUndefined();
    expect(await link(holder, moment(credential.expiresAt, DAY))).toBeUndefined();
    const url = new URL((await link(holder)) ?? "");
    expect(url.origin + url.pathname).toBe("https://www.linkedin.com/profile/add");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      startTask: "CERTIFICATION_NAME",
      organizationName: PUBLISHER.name,
      issueYear: "2026",
      issueMonth: "6",
      expirationYear: "2027",
      expirationMonth: "6",
      certUrl: PUBLISHER.at.credential(publicId),
      certId: credential.number,
    });
  });
});
