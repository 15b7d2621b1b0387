import { z } from "zod";

export const MANIFEST_NAME = "manifest.json";
const FORMAT_VERSION = 1;

const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);

/** The first entry of an archive: what follows it, and from which state of the portal it is. */
export const manifestSchema = z.object({
  format: z.literal("customer-community-portal backup"),
  version: z.literal(FORMAT_VERSION),
  createdAt: z.iso.datetime(),
  /** The newest migration, as drizzle counts them: milliseconds. */
  migration: z.number().int().positive(),
  tables: z.array(
    z.object({
      schema: z.enum(["public", "drizzle"]),
      name,
      columns: z.array(name).min(1),
      rows: z.number().int().nonnegative(),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** Where the keys of each table go on. */
  sequences: z.array(
    z.object({
      table: name,
      column: name,
      lastValue: z.string().regex(/^\d+$/),
      isCalled: z.boolean(),
    }),
  ),
  files: z.array(z.string().regex(/^[a-z0-9]{16,64}$/)),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestTable = Manifest["tables"][number];

export const MANIFEST_HEAD = {
  format: "customer-community-portal backup",
  version: FORMAT_VERSION,
} as const;

/** Place of a table's rows in the archive. */
export function tableEntry({ schema, name }: Pick<ManifestTable, "schema" | "name">): string {
  return `tables/${schema}.${name}.copy`;
}

/** Place of a stored file in the archive. */
export function fileEntry(key: string): string {
  return `files/${key}`;
}

/** Where stored files lie; the portal's own file store fits. */
export type BackupStore = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<ReadableStream<Uint8Array> | undefined>;
  delete(key: string): Promise<void>;
};
