import { globSync, readFileSync } from "node:fs";
import { recordAudit } from "#app/audit/audit.server.ts";
import { listAudit, listAuditOf, listAuditOfPerson } from "#app/audit/audit-reading.server.ts";
import { english } from "#app/i18n/resources-en.ts";
import { japanese } from "#app/i18n/resources-ja.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { DEFAULT_SETTINGS } from "#app/portal/portal.ts";
import { savePortalSettings } from "#app/portal/portal-commands.server.ts";
import { expect, test } from "#test/support/database.ts";
import { createOrganisation, createPerson, NOW } from "#test/support/factories.ts";

test("the log is read page by page, newest first, with names in place of numbers", async ({
  db,
}) => {
  const admin = await createPerson(db, { role: "admin", name: "管理 者" });
  const member = await createPerson(db, { name: "山田 太郎" });
  const company = await createOrganisation(db, { name: "株式会社みどり" });
  const write = (targetKind: string, targetId: number | string, action: string) =>
    recordAudit(db, { actorId: admin.id, action, targetKind, targetId, at: NOW });
  await write("person", member.id, "person.suspended");
  await write("organisation", company.id, "organisation.changed");
  await write("somewhere", "else", "some.thing");
  await recordAudit(db, {
    actorId: null,
    action: "auth.login-failed",
    targetKind: "person",
    targetId: member.id,
    at: NOW,
  });
  const first = await listAudit(db, { limit: 2 });
  expect(first.entries).toMatchObject([
    { actor: null, target: { text: "山田 太郎", to: `/staff/people/${member.handle}` } },
    { action: "some.thing", target: { text: "somewhere else" } },
  ]);
  const second = await listAudit(db, { limit: 2, cursor: first.next });
  expect(second.entries).toMatchObject([
    { target: { text: "株式会社みどり" }, actor: { name: "管理 者" } },
    { action: "person.suspended" },
  ]);
  expect(second.next).toBeUndefined();

  const ofMember = await listAuditOfPerson(db, { personId: member.id, limit: 10 });
  expect(ofMember.entries.map(({ action }) => action)).toEqual([
    "auth.login-failed",
    "person.suspended",
  ]);
  const ofCompany = await listAuditOf(db, {
    targetKind: "organisation",
    targetId: company.id,
    limit: 10,
  });
  expect(ofCompany.entries).toHaveLength(1);
});

test("every action that is written down has its words in both languages", () => {
  const actions = new Set<string>();
  for (const file of globSync("app/**/*.{ts,tsx}")) {
    if (file.includes("i18n") || file.includes("routes")) continue;
    const source = readFileSync(file, "utf8");
    if (!source.includes("recordAudit")) continue;
    const words = source.matchAll(
      /"((?:auth|invitation|mail|organisation|person|area|portal|question)\.[a-z-]+)"/g,
    );
    for (const [, action] of words) if (action) actions.add(action);
  }
  expect(actions.size).toBeGreaterThan(20);
  for (const action of actions) {
    expect(japanese.staff).toHaveProperty([`audit.action.${action}`]);
    expect(english.staff).toHaveProperty([`audit.action.${action}`]);
  }
});

test("what changes in the portal's settings is written down, and in force at once", async ({
  db,
}) => {
  const admin = await createPerson(db, { role: "admin" });
  await findPortalSettings(db, NOW);
  const settings = { ...DEFAULT_SETTINGS, name: "みどりの広場" };
  await savePortalSettings(db, { settings, actorId: admin.id, now: NOW });
  await savePortalSettings(db, { settings, actorId: admin.id, now: NOW });
  expect((await findPortalSettings(db, NOW)).name).toBe("みどりの広場");
  const { entries } = await listAudit(db, { limit: 10 });
  expect(entries).toMatchObject([
    {
      action: "portal.settings-changed",
      detail: { name: { from: DEFAULT_SETTINGS.name, to: "みどりの広場" } },
    },
  ]);
});
