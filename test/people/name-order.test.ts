import { sql } from "drizzle-orm";
import { afterName, nameOrder } from "#app/people/name-search.server.ts";
import { people } from "#db/schema/people.ts";
import { expect, freshDatabase, test } from "#test/support/database.ts";

test("lists of people follow an index, wherever a page begins", async () => {
  const { db, close } = await freshDatabase();
  try {
    await db.execute(sql`insert into people (handle, email, name, reading, created_at, updated_at)
      select 'p' || n, 'p' || n || '@test.example', '山田 太郎' || n,
        case when n % 3 = 0 then '' else 'やまだ たろう' || n end, now(), now()
      from generate_series(1, 5000) n`);
    await db.execute(sql`analyze`);
    for (const from of [undefined, afterName(["やまだ たろう4", 400])]) {
      const plan = await db.execute(sql`explain select ${people.id} from ${people}
        where ${people.email} is not null ${from ? sql`and ${from}` : sql``}
        order by ${nameOrder}, ${people.id} limit 31`);
      const text = plan.map((row) => Object.values(row)[0]).join("\n");
      expect(text).toContain("people_name_order");
      expect(text).not.toContain("Sort");
    }
  } finally {
    await close();
  }
});
