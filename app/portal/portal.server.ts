import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/client.server.ts";
import { people } from "#db/schema/people.ts";
import { portalSettings } from "#db/schema/portal.ts";
import { DEFAULT_SETTINGS, type PortalSettings } from "./portal.ts";

/** Settings change rarely and every page needs them: other processes see a change this late. */
const FRESH_FOR = 5_000;
const cache = new WeakMap<DbOrTx, { settings: PortalSettings; at: number }>();

/** The portal's settings, defaults filled in. */
export async function findPortalSettings(db: DbOrTx, now: Date): Promise<PortalSettings> {
  const known = cache.get(db);
  if (known && now.getTime() - known.at < FRESH_FOR) return known.settings;
  const rows = await db.select().from(portalSettings);
  const settings: PortalSettings = { ...DEFAULT_SETTINGS };
  for (const { key, value } of rows) {
    if (key in DEFAULT_SETTINGS) Object.assign(settings, { [key]: value });
  }
  cache.set(db, { settings, at: now.getTime() });
  return settings;
}

/** Saves the given settings; the others stay. */
export async function changePortalSettings(
  db: DbOrTx,
  { changes, actorId, now }: { changes: Partial<PortalSettings>; actorId?: number; now: Date },
): Promise<void> {
  for (const [key, value] of Object.entries(changes)) {
    const row = { value, updatedBy: actorId ?? null, updatedAt: now };
    await db
      .insert(portalSettings)
      .values({ key, ...row })
      .onConflictDoUpdate({ target: portalSettings.key, set: row });
  }
  forgetPortalSettings(db);
}

/** Makes the next reader ask the database: for whoever changed the settings in a transaction. */
export function forgetPortalSettings(db: DbOrTx): void {
  cache.delete(db);
}

let adminSeen = false;

/** Whether the portal has an admin; false only on an empty one, which leads to /setup. */
export async function hasAdmin(db: DbOrTx): Promise<boolean> {
  if (adminSeen) return true;
  const found = await db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.role, "admin"))
    .limit(1);
  adminSeen = found.length > 0;
  return adminSeen;
}
