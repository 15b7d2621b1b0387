import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll } from "vitest";
import { makeFeed, revokeFeed } from "#app/events/calendar/feeds.server.ts";
import { DAY, after as later } from "#app/lib/time.ts";
import { type Connection, useConnection } from "#db/client.server.ts";
import { expect, freshDatabase, test } from "#test/support/database.ts";
import { createEvent } from "#test/support/events.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { loader as own } from "../../../app/routes/calendar.$token[.]ics.ts";
import { loader as publicFeed } from "../../../app/routes/events[.]ics.ts";
import { letSpeak, readCalendar } from "../telling/scene.ts";

let connection: Connection;

beforeAll(async () => {
  connection = await freshDatabase(4);
  useConnection(connection);
}, 60_000);
afterAll(() => connection?.close());

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;

/** What a program gets that has no cookies. */
async function ask(
  loader: Loader,
  { token, tag, address = "192.0.2.1" }: { token?: string; tag?: string | null; address?: string },
): Promise<Response> {
  const request = new Request("http://portal.example/feed.ics", {
    headers: tag ? { "If-None-Match": tag } : {},
  });
  const context = { clientAddress: address } as AppLoadContext;
  try {
    return await loader({ request, params: { token }, context });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

test("feeds are read without cookies, kept by their tag, and end with their token", async () => {
  const { db } = connection;
  const event = await createEvent(db, { scope: "public", startsAt: later(new Date(), 3 * DAY) });
  const person = await createPerson(db);
  await letSpeak(db, event, person);
  const all = await ask(publicFeed, {});
  expect(all.headers.get("cache-control")).toBe("public, max-age=300");
  expect(all.headers.get("vary")).toBe("Accept-Language");
  expect(readCalendar(await all.text()).entries).toMatchObject([{ uid: event.uid }]);
  expect((await ask(publicFeed, { tag: all.headers.get("etag") })).status).toBe(304);

  const token = await makeFeed(db, { personId: person.id, now: NOW });
  const mine = await ask(own, { token });
  expect(mine.headers.get("cache-control")).toBe("private, no-cache");
  expect(readCalendar(await mine.text()).entries).toMatchObject([
    { uid: event.uid, status: "CONFIRMED", zone: "Asia/Tokyo" },
  ]);
  expect((await ask(own, { token, tag: mine.headers.get("etag") })).status).toBe(304);
  await revokeFeed(db, { personId: person.id });
  expect((await ask(own, { token })).status).toBe(404);
});

test("who tries many tokens is asked to wait, and nobody else", async () => {
  const token = await makeFeed(connection.db, {
    personId: (await createPerson(connection.db)).id,
    now: NOW,
  });
  const address = "192.0.2.2";
  const answers: number[] = [];
  for (let n = 0; n < 61; n += 1) {
    answers.push((await ask(own, { token: `wrong-${n}`, address })).status);
  }
  expect(new Set(answers.slice(0, 60))).toEqual(new Set([404]));
  expect(answers[60]).toBe(429);
  expect((await ask(own, { token, address })).status).toBe(200);
  expect((await ask(own, { token: "wrong", address: "192.0.2.3" })).status).toBe(404);
});
