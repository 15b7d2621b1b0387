import { randomUUID } from "node:crypto";
import {
  countSegments,
  listMessages,
  previewSegment,
  sendMessage,
} from "#app/events/guests/messaging.server.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import type { Db } from "#db/client.server.ts";
import { attendances } from "#db/schema/attendances.ts";
import { eventHistory } from "#db/schema/events.ts";
import type { MessageSegment } from "#db/vocabulary.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createPerson, NOW, viewerOf } from "#test/support/factories.ts";
import { meeting, suspend, told } from "./scene.ts";

/** One guest in each state, one who came, one walk-in, and one whom nobody may write to. */
async function crowd(db: Db, startsAt: Date) {
  const scene = await meeting(db, { startsAt, endsAt: later(startsAt, 2 * HOUR) });
  const { guest, staff, event } = scene;
  const here = await guest("confirmed", { name: "来場 一" });
  const absent = await guest("confirmed", { name: "欠席 二" });
  const waiting = await guest("waitlisted", { name: "待機 三" });
  const offered = await guest("offered", { name: "繰上 四" });
  const applied = await guest("applied", { name: "申込 五" });
  await guest("cancelled");
  await guest("declined");
  const barred = await guest("confirmed");
  await suspend(db, barred.person.id, staff);
  const walkIn = await createPerson(db, { name: "当日 六" });
  const arrive = (personId: number, undone: boolean) =>
    db.insert(attendances).values({
      eventId: event.id,
      personId,
      way: "list",
      at: NOW,
      recordedAt: NOW,
      recordedBy: staff.id,
      key: randomUUID(),
      ...(undone ? { undoneAt: NOW, undoneBy: staff.id } : {}),
    });
  await arrive(here.person.id, false);
  await arrive(absent.person.id, true);
  await arrive(walkIn.id, false);
  return { ...scene, here, absent, waiting, offered, applied, walkIn };
}

describe("messages to a part of the guests", () => {
  test("reach exactly those, by segment", async ({ db }) => {
    const { staff, event } = await crowd(db, later(NOW, -DAY));
    const names = async (segment: MessageSegment) =>
      (await previewSegment(db, { viewer: staff, eventId: event.id, segment })).names.sort();
    expect(await names("everyone")).toEqual(
      ["来場 一", "欠席 二", "待機 三", "繰上 四", "申込 五", "当日 六"].sort(),
    );
    expect(await names("confirmed")).toEqual(["来場 一", "欠席 二"].sort());
    expect(await names("waiting")).toEqual(["待機 三", "繰上 四"].sort());
    expect(await names("applied")).toEqual(["申込 五"]);
    expect(await names("attended")).toEqual(["当日 六", "来場 一"].sort());
    expect(await names("absent")).toEqual(["欠席 二"]);
    expect(await countSegments(db, { viewer: staff, event, now: NOW })).toEqual([
      { segment: "everyone", count: 6 },
      { segment: "confirmed", count: 2 },
      { segment: "waiting", count: 2 },
      { segment: "applied", count: 1 },
      { segment: "attended", count: 2 },
      { segment: "absent", count: 1 },
    ]);
  });

  test("are told once, however often the form is sent, and kept", async ({ db }) => {
    const { staff, event, here, absent } = await crowd(db, later(NOW, DAY));
    const send = (segment: MessageSegment, key: string) =>
      sendMessage(db, {
        viewer: staff,
        eventId: event.id,
        segment,
        message: "会場の入口が変わりました。",
        key,
        now: NOW,
      });
    const key = randomUUID();
    expect(await send("confirmed", key)).toEqual({ ok: true, recipients: 2 });
    expect(await send("confirmed", key)).toEqual({ ok: true, recipients: 2 });
    expect(await told(db, "event-message")).toEqual([here.person.id, absent.person.id]);
    expect(await send("confirmed", randomUUID())).toMatchObject({ ok: true });
    expect(await told(db, "event-message")).toHaveLength(4);
    const { messages } = await listMessages(db, { eventId: event.id });
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatchObject({
      segment: "confirmed",
      recipients: 2,
      senderName: "運営 花子",
      message: "会場の入口が変わりました。",
    });
    expect((await db.select().from(eventHistory)).map(({ kind }) => kind)).toEqual([
      "messaged",
      "messaged",
    ]);
  });

  test("do not go to nobody, nor to the absent before it has begun", async ({ db }) => {
    const scene = await meeting(db);
    const send = (segment: MessageSegment) =>
      sendMessage(db, {
        viewer: scene.staff,
        eventId: scene.event.id,
        segment,
        message: "お待ちしています。",
        key: randomUUID(),
        now: NOW,
      });
    expect(await send("everyone")).toEqual({ ok: false, reason: "nobody" });
    await scene.guest("confirmed");
    expect(await send("absent")).toEqual({ ok: false, reason: "nobody" });
    expect(
      (await countSegments(db, { viewer: scene.staff, event: scene.event, now: NOW })).map(
        ({ segment }) => segment,
      ),
    ).toEqual(["everyone", "confirmed", "waiting", "applied"]);
  });

  test("are for those who run the event", async ({ db }) => {
    const { event, guest, organiser } = await meeting(db);
    const member = await guest("confirmed");
    const send = (viewer: typeof organiser) =>
      sendMessage(db, {
        viewer,
        eventId: event.id,
        segment: "everyone",
        message: "こんにちは。",
        key: randomUUID(),
        now: NOW,
      });
    expect(await send(viewerOf(member.person))).toEqual({ ok: false, reason: "not-allowed" });
    expect(await send(organiser)).toEqual({ ok: true, recipients: 1 });
  });

  test("sent twice at the same moment are one message", { timeout: 60_000 }, async () => {
    const { db, close } = await freshDatabase();
    try {
      const { staff, event, guest } = await meeting(db);
      const { person } = await guest("confirmed");
      const key = randomUUID();
      const sendings = Array.from({ length: 6 }, () =>
        sendMessage(db, {
          viewer: staff,
          eventId: event.id,
          segment: "everyone",
          message: "開場は18時です。",
          key,
          now: NOW,
        }),
      );
      for (const sent of await Promise.all(sendings)) {
        expect(sent).toEqual({ ok: true, recipients: 1 });
      }
      expect(await told(db, "event-message")).toEqual([person.id]);
      expect((await listMessages(db, { eventId: event.id })).messages).toHaveLength(1);
    } finally {
      await close();
    }
  });
});
