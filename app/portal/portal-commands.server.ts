import { recordAudit } from "#app/audit/audit.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { changePortalSettings, findPortalSettings, forgetPortalSettings } from "./portal.server.ts";
import type { PortalSettings } from "./portal.ts";

/** Saves the settings of the portal and writes down what changed. */
export async function savePortalSettings(
  db: DbOrTx,
  {
    settings,
    actorId,
    address,
    now,
  }: { settings: PortalSettings; actorId: number; address?: string; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const former = await findPortalSettings(tx, now);
    const changed = (Object.keys(settings) as (keyof PortalSettings)[]).filter(
      (key) => settings[key] !== former[key],
    );
    if (changed.length === 0) return;
    const changes = Object.fromEntries(changed.map((key) => [key, settings[key]]));
    await changePortalSettings(tx, { changes, actorId, now });
    const detail = changed.map((key) => [key, { from: former[key], to: settings[key] }]);
    await recordAudit(tx, {
      actorId,
      action: "portal.settings-changed",
      targetKind: "portal",
      targetId: "",
      detail: Object.fromEntries(detail),
      address,
      at: now,
    });
  });
  forgetPortalSettings(db);
}
