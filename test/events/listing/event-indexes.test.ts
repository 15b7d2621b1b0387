import { sql } from "drizzle-orm";
import {
  listEvents,
  listEventsBetween,
  searchEvents,
} from "#app/events/listing/event-list.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import { searchVectorText } from "#app/questions/search-terms.ts";
import { connect } from "#db/client.server.ts";
import { cast } from "#test/questions/cast.ts";
import { expect, freshDatabase, test } from "#test/support/database.ts";
import { createEvent } from "#test/support/events.ts";
import { NOW } from "#test/support/factories.ts";

test("with 5,000 events lists, months and search are read from an index", async () => {
  const made = await freshDatabase(1);
  await made.close();
  const issued: { text: string; params: unknown[] }[] = [];
  const connection = connect(made.url, {
    maxConnections: 1,
    onQuery: (...[text, params]: unknown[]) =>
      issued.push({ text: String(text), params: params as unknown[] }),
  });
  try {
    const { db } = connection;
    const { asker, staff } = await cast(db);
    await createEvent(db, {
      title: "連携を学ぶ会",
      searchVector: searchVectorText({ title: "連携を学ぶ会", text: "" }),
    });
    await db.execute(sql`
      insert into events (uid, kind, place, scope, title, body_html, body_source, body_text,
        starts_at, ends_at, check_in_code, published_at, published_by, created_by, created_at,
        updated_at, search_vector)
      select 'many-' || n, 'webinar', 'online', case when n % 2 = 0 then 'public' else 'customers' end,
        'Event ' || n, repeat(md5(n::text), 18), repeat(md5(n::text), 16), repeat(md5(n::text), 16),
        ${NOW.toISOString()}::timestamptz + make_interval(hours => (n - 4000) * 6),
        ${NOW.toISOString()}::timestamptz + make_interval(hours => (n - 4000) * 6 + 2),
        'ABC123', now(), ${staff.id}, ${staff.id}, now(), now(), to_tsvector('simple', 'event')
      from generate_series(1, 5000) n`);
    await db.execute(sql`analyze`);
    const client = (db as unknown as { $client: import("postgres").Sql }).$client;
    const planOf = async (read: () => Promise<unknown>) => {
      issued.length = 0;
      await read();
      const query = issued.at(-1);
      const rows = await client.unsafe(`explain ${query?.text}`, query?.params as never[]);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    };
    const plans: Record<string, string> = {};
    for (const [who, viewer] of Object.entries({ visitor: undefined, asker, staff })) {
      const act = { viewer, now: NOW };
      for (const time of ["coming", "past"] as const) {
        plans[`${time} ${who}`] = await planOf(() => listEvents(db, { ...act, filter: { time } }));
      }
      const span = { from: NOW, to: after(NOW, 31 * DAY) };
      plans[`month ${who}`] = await planOf(() => listEventsBetween(db, { ...act, ...span }));
      plans[`search ${who}`] = await planOf(() => searchEvents(db, { ...act, words: "連携" }));
    }
    const scanned = Object.entries(plans).filter(([, plan]) => /Seq Scan on events\b/.test(plan));
    expect(scanned).toEqual([]);
    // Both hold the same order; nearly every event is published.
    expect(plans["coming visitor"]).toMatch(/Index Scan using events_(starts|all)/);
    expect(plans["search asker"]).toContain("events_search");
  } finally {
    await connection.close();
  }
});
