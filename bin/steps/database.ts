import postgres from "postgres";
import type { Config } from "#app/lib/config.server.ts";
import { useEmbeddedServer } from "#db/embedded/server.ts";
import { OperatorError } from "./command.ts";
import { prepareDataFolder } from "./data-folder.ts";

export type OpenDatabase = {
  url: string;
  /** Whether it is the portal's own server rather than one named by DATABASE_URL. */
  embedded: boolean;
  release(): Promise<void>;
};

/**
 * The database that the settings name: DATABASE_URL, or the embedded server of the data folder,
 * which is started, or joined when another command of the portal runs it already.
 */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    await checkReachable(config.databaseUrl);
    return { url: config.databaseUrl, embedded: false, release: async () => {} };
  }
  prepareDataFolder(config.dataDir);
  try {
    const server = await useEmbeddedServer({ dataDir: config.dataDir });
    return { ...server, embedded: true };
  } catch (error) {
    throw new OperatorError((error as Error).message);
  }
}

async function checkReachable(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  const { host, pathname } = new URL(databaseUrl);
  try {
    const [row] = await sql`select current_setting('server_version_num')::int as version`;
    if (row?.version < 150_000) {
      throw new OperatorError(
        `The database server at ${host} is too old: the portal needs PostgreSQL 15 or newer.`,
      );
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const { code, message } = error as { code?: string; message: string };
    throw new OperatorError(
      `The database at ${host}${pathname} cannot be used (${code ?? message}): check DATABASE_URL, that the server runs, and that user, password and database exist.`,
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
