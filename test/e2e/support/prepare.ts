import { connect } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { seedDemo } from "#db/seed/demo.ts";

/** Brings the database of DATABASE_URL to the newest schema, or fills it with the demo community. */
const url = process.env.DATABASE_URL ?? "";
if (process.argv[2] === "migrate") {
  await migrateDatabase(url);
} else {
  const { db, close } = connect(url, { maxConnections: 2 });
  await seedDemo(db, { now: new Date() });
  await close();
}
