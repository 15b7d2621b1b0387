import { sql } from "drizzle-orm";
import { startSession } from "#app/auth/sessions.server.ts";
import { connect } from "#db/client.server.ts";

export type Sample = {
  cookie: string;
  publicIds: number[];
  answerableIds: number[];
  areaIds: number[];
  /** To come, and with people. */
  eventIds: number[];
};

/** Logs a member in and picks the questions to visit, spread over the whole time. */
export async function takeSample(databaseUrl: string): Promise<Sample> {
  const { db, close } = connect(databaseUrl, { maxConnections: 1 });
  const ids = async (query: ReturnType<typeof sql>) =>
    (await db.execute<{ id: number }>(query)).map(({ id }) => Number(id));
  try {
    const [member] = await ids(sql`
      select author_id as id from questions
      group by author_id order by abs(count(*) - 12), author_id limit 1`);
    if (!member) throw new Error("The filled database holds no questions");
    const cookie = await startSession(db, {
      personId: member,
      now: new Date(),
      userAgent: "portal-bench",
      address: "127.0.0.1",
    });
    return {
      cookie: cookie.split(";")[0] ?? "",
      publicIds: await ids(sql`
        select id from questions where scope = 'public' and id % 20 = 7 order by id * 7919 % 10007`),
      answerableIds: await ids(sql`
        select id from questions where scope <> 'organisation' and id % 20 = 3
          and state in ('open', 'answered', 'solved') order by id * 7919 % 10007`),
      areaIds: await ids(sql`select id from product_areas order by id`),
      eventIds: await ids(sql`
        select id from events where scope = 'public' and starts_at > now() order by id * 7919 % 10007`),
    };
  } finally {
    await close();
  }
}
