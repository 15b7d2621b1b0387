import type postgres from "postgres";
import { closeRenderer } from "#app/lib/markdown/render.ts";
import { fillActivity } from "./activity.ts";
import { fillEvents } from "./events.ts";
import { fillPeople } from "./people.ts";
import { fillPosts } from "./posts.ts";

/** One connection: what is prepared on it is known to nobody else. */
export type Sql = postgres.Sql;

/**
 * Fills an empty, migrated database with a community of `SIZES`: rows are made by statements over
 * whole tables, their dates, authors and numbers by a hash of the row's number, so that every fill
 * gives the same community (dated back from today).
 */
export async function fill(sql: Sql, onStep: (step: string) => void): Promise<void> {
  await sql`
    create function pg_temp.part(i bigint, salt int) returns float8 immutable parallel safe language sql
    return (hashint8extended(i, salt) & 9007199254740991) / 9007199254740992.0`;
  try {
    onStep("people");
    await fillPeople(sql);
    onStep("questions and answers");
    await fillPosts(sql);
    onStep("comments, votes and history");
    await fillActivity(sql);
    onStep("events");
    await fillEvents(sql);
    onStep("statistics");
    await sql`vacuum analyze`;
  } finally {
    await closeRenderer();
  }
}
