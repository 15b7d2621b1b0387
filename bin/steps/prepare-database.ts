import { sql } from "drizzle-orm";
import { verifyPassword } from "#app/auth/passwords.server.ts";
import { issueSetupCode } from "#app/auth/setup.server.ts";
import type { Config } from "#app/lib/config.server.ts";
import { connect, type Db } from "#db/client.server.ts";
import { migrateDatabase, NewerSchemaError } from "#db/migrate.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, isEmpty } from "#db/seed/demo-accounts.ts";
import { OperatorError, say } from "./command.ts";
import type { OpenDatabase } from "./database.ts";
import { showProgress } from "./progress.ts";

/**
 * Brings the database to the newest schema and fills an empty embedded one with the demo
 * community, unless the settings say otherwise; a database of DATABASE_URL is never filled.
 *
 * @returns what whoever started the portal needs to get in: the demo accounts, the one-time code
 * of an empty portal, or nothing
 */
export async function prepareDatabase(database: OpenDatabase, config: Config): Promise<string> {
  await migrate(database.url);
  const { db, close } = connect(database.url, { maxConnections: 2 });
  try {
    if (database.embedded && config.seed === "demo" && (await isEmpty(db))) await fill(db);
    if (config.process === "worker") return "";
    const code = await issueSetupCode(db, { now: new Date() });
    if (code) return setupLines(config, code);
    return database.embedded ? await demoLines(db) : "";
  } finally {
    await close();
  }
}

async function migrate(url: string): Promise<void> {
  try {
    await migrateDatabase(url);
  } catch (error) {
    if (error instanceof NewerSchemaError) throw new OperatorError(error.message);
    for (let e = error; e instanceof Error; e = e.cause) {
      // insufficient_privilege, and the refusals of a server that only reads
      if ((e as { code?: string }).code === "42501" || (e as { code?: string }).code === "25006") {
        throw new OperatorError(
          `The tables of the portal cannot be made (${e.message}): make the user of DATABASE_URL the owner of the database.`,
        );
      }
    }
    throw error;
  }
}

async function fill(db: Db): Promise<void> {
  say("Filling the portal with the demo community (once, a few seconds) …");
  const progress = showProgress();
  // Loaded only where it is used: all of its texts are in there.
  const { seedDemo } = await import("#db/seed/demo.ts");
  await seedDemo(db, { now: new Date(), onProgress: progress.advance });
  progress.finish();
}

function setupLines({ publicUrl }: Config, code: string): string {
  return `
  The portal is empty. Create its first administrator with the one-time code ${code} at
  ${new URL("/setup", publicUrl).href}
`;
}

const WHO: Record<string, string> = {
  admin: "administrator",
  staff: "customer success",
  supporter: "a member who answers a lot",
  lead: "decision maker of a customer",
  member: "member of the same customer",
};

/** The demo accounts whose password nobody has changed. */
async function demoLines(db: Db): Promise<string> {
  const rows = await db.execute<{ email: string; hash: string | null }>(
    sql`select email, password_hash as hash from people where email in ${DEMO_ACCOUNTS}`,
  );
  const hashes = new Set(rows.map(({ hash }) => hash));
  const fitting = new Set<string | null>();
  for (const hash of hashes) if (await verifyPassword(hash, DEMO_PASSWORD)) fitting.add(hash);
  const open = DEMO_ACCOUNTS.filter((email) =>
    rows.some((row) => row.email === email && fitting.has(row.hash)),
  );
  if (open.length === 0) return "";
  const lines = open.map(
    (email) => `    ${email.padEnd(26)}${WHO[email.split("@")[0] ?? ""] ?? ""}`,
  );
  return `\n  Demo accounts, all with the password ${DEMO_PASSWORD}:\n${lines.join("\n")}\n`;
}
