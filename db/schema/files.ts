import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment, oneOf, reference } from "./columns.ts";
import { people } from "./people.ts";

export const FILE_KINDS = ["image", "avatar", "badge", "work", "cover", "material"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A stored file. Its bytes lie in the file store under `storageKey`, never under a given name. */
export const files = pgTable(
  "files",
  {
    id: uuid().primaryKey(),
    kind: text({ enum: FILE_KINDS }).notNull(),
    ownerId: reference()
      .notNull()
      .references((): AnyPgColumn => people.id),
    storageKey: text().notNull().unique(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    width: integer(),
    height: integer(),
    createdAt: moment().notNull(),
  },
  (t) => [
    check("files_kind", oneOf(t.kind, FILE_KINDS)),
    check("files_bytes", sql`${t.bytes} > 0`),
    index("files_owner").on(t.ownerId, t.createdAt),
  ],
);
