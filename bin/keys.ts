import {
  hasUnlockedKeys,
  listSigningKeys,
  rotateSigningKeys,
} from "#app/certification/badges/signing-keys.server.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { connect, type Db } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { runCommand, say } from "./steps/command.ts";
import { openDatabase } from "./steps/database.ts";

const USAGE = `Usage: npm run keys -- list | rotate

  list    shows the keys with which credentials are signed
  rotate  makes new ones; what was signed with the former ones stays valid
`;

/** `npm run keys -- list|rotate`: the keys that sign credentials, while the portal runs or not. */
await runCommand(async () => {
  const [command, ...rest] = process.argv.slice(2);
  if ((command !== "list" && command !== "rotate") || rest.length > 0) {
    const isHelp = command === "help" || command === "--help";
    if (isHelp) process.stdout.write(USAGE);
    else say(USAGE);
    process.exitCode = isHelp ? 0 : 2;
    return;
  }
  const config = readConfig();
  const database = await openDatabase(config);
  try {
    await migrateDatabase(database.url);
    const { db, close } = connect(database.url, { maxConnections: 1 });
    try {
      const secret = config.signingKeySecret;
      if (command === "rotate") await rotateSigningKeys(db, { secret, now: new Date() });
      process.stdout.write(await report(db, secret));
    } finally {
      await close();
    }
  } finally {
    await database.release();
  }
});

async function report(db: Db, secret: string | undefined): Promise<string> {
  const keys = await listSigningKeys(db);
  if (keys.length === 0) {
    return "There are no keys yet: they are made when the first credential is looked at.\n";
  }
  const lines = keys.map(({ algorithm, kid, createdAt, retiredAt }) => {
    const state = retiredAt
      ? `verifies since ${day(createdAt)}, signed until ${day(retiredAt)}`
      : `signs since ${day(createdAt)}`;
    return `${algorithm.padEnd(8)} ${kid.padEnd(49)} ${state}`;
  });
  if (await hasUnlockedKeys(db)) {
    lines.push(
      secret === undefined
        ? "The private keys lie in the database unencrypted: see SIGNING_KEY_SECRET in .env.example."
        : "The private keys lie in the database unencrypted: rotate to encrypt with SIGNING_KEY_SECRET.",
    );
  }
  return `${lines.join("\n")}\n`;
}

function day(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
