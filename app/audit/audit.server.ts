import type { DbOrTx } from "#db/client.server.ts";
import { auditLog } from "#db/schema/portal.ts";

/** What the audit log tells of; `<area>.<what happened>`. */
export type AuditAction =
  | "auth.login-succeeded"
  | "auth.login-failed"
  | "auth.password-changed"
  | "auth.password-reset"
  | "auth.email-changed"
  | "auth.totp-enabled"
  | "auth.totp-disabled"
  | "auth.recovery-code-used"
  | "auth.recovery-codes-renewed"
  | "auth.portal-set-up"
  | "invitation.sent"
  | "invitation.withdrawn"
  | "invitation.accepted"
  | (string & {});

/**
 * Writes one line of the audit log; in the transaction of what it tells of.
 *
 * @param entry.actorId who did it, null when nobody is known (a failed login)
 * @param entry.detail facts for the reader of the log; never secrets, tokens or passwords
 */
export async function recordAudit(
  db: DbOrTx,
  entry: {
    actorId: number | null;
    action: AuditAction;
    targetKind: string;
    targetId: string | number;
    detail?: Record<string, unknown>;
    address?: string;
    at: Date;
  },
): Promise<void> {
  await db.insert(auditLog).values({
    at: entry.at,
    actorId: entry.actorId,
    action: entry.action,
    targetKind: entry.targetKind,
    targetId: String(entry.targetId),
    detail: entry.detail ?? {},
    address: entry.address ?? "",
  });
}
