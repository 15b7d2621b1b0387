import { sql } from "drizzle-orm";
import { findOffer, listOpenHosts } from "#app/pair-sessions/offers.server.ts";
import { seedDemo } from "#db/seed/demo.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { NOW } from "#test/support/factories.ts";

describe("the demo community", () => {
  test("has hosts to book, records to read, and sessions to come", {
    timeout: 60_000,
  }, async () => {
    const { db, close } = await freshDatabase();
    try {
      await seedDemo(db, { now: NOW });
      const count = async (condition: string) => {
        const [row] = await db.execute<{ n: number }>(
          sql.raw(`select count(*)::int as n from pair_sessions s
            join people h on h.id = s.host_id join people g on g.id = s.guest_id
            left join pair_session_records r on r.session_id = s.id where ${condition}`),
        );
        return row?.n;
      };
      const now = `'${NOW.toISOString()}'::timestamptz`;
      expect(await count(`s.starts_at < ${now} and r.shown <> '' and r.next_step <> ''`)).toBe(12);
      expect(await count(`s.starts_at > ${now} and r.shown is null`)).toBe(3);
      expect(
        await count(`s.starts_at > ${now} and h.email = 'supporter@portal.example'
          and g.email = 'member@portal.example'`),
      ).toBe(1);
      // Nobody books before they joined, nor after the session.
      expect(await count(`s.booked_at < g.created_at or s.booked_at < h.created_at`)).toBe(0);
      expect(await count(`s.booked_at > s.starts_at or s.booked_at > ${now}`)).toBe(0);
      const hosts = await listOpenHosts(db, { viewerId: 0, limit: 50 });
      expect(hosts.length).toBeGreaterThanOrEqual(4);
      for (const { person } of hosts) {
        const offer = await findOffer(db, { handle: person.handle, now: NOW });
        expect(offer?.slots.length, person.name).toBeGreaterThan(10);
      }
    } finally {
      await close();
    }
  });
});
