import { parse } from "csv-parse/sync";
import type { Viewer } from "#app/auth/viewer.ts";
import { exportGuests } from "#app/events/guests/guest-export.server.ts";
import type { GuestFilter } from "#app/events/guests/guest-filter.ts";
import type { Db } from "#db/client.server.ts";
import { eventQuestions } from "#db/schema/events.ts";
import { registrationAnswers } from "#db/schema/registrations.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { JAPANESE, meeting } from "./scene.ts";

async function file(db: Db, viewer: Viewer, eventId: number, filter: GuestFilter = {}, batch = 2) {
  let text = "";
  const pieces = exportGuests(db, { viewer, eventId, filter, texts: JAPANESE, batch });
  for await (const piece of pieces) text += piece;
  const records: Record<string, string>[] = parse(text, { bom: true, columns: true });
  return { text, records };
}

describe("the guests as CSV", () => {
  test("open in Japanese, with answers as columns and nothing that a spreadsheet would run", async ({
    db,
  }) => {
    const { staff, event, guest } = await meeting(db);
    const evil = await guest("applied", {
      name: '=HYPERLINK("https://evil.example")',
      title: "+81-90",
    });
    await guest("confirmed", { name: "山田 花子", reading: "やまだ はなこ", title: "部長" });
    const [question] = await db
      .insert(eventQuestions)
      .values({ eventId: event.id, position: 1, kind: "text", label: "=聞きたいこと" })
      .returning();
    await db.insert(registrationAnswers).values({
      registrationId: evil.registration.id,
      questionId: question?.id ?? 0,
      answer: '@SUM(1)\n二行目、"引用"',
    });
    const { text, records } = await file(db, staff, event.id);
    expect(text.startsWith("\ufeff氏名,よみ,企業,役職,区分,フェーズ,メールアドレス,")).toBe(true);
    expect(text.indexOf("\ufeff", 1)).toBe(-1);
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({
      氏名: `'=HYPERLINK("https://evil.example")`,
      役職: "'+81-90",
      状態: "申込受付済み",
      "'=聞きたいこと": `'@SUM(1)\n二行目、"引用"`,
    });
    expect(records[1]).toMatchObject({
      氏名: "山田 花子",
      よみ: "やまだ はなこ",
      企業: "青葉製作所",
      役職: "部長",
      区分: "S",
      フェーズ: "定着期",
      枠: "一般",
      状態: "参加確定",
      申込日時: "2026-06-01 12:00",
    });
    expect(records[1]?.メールアドレス).toMatch(/@test\.example$/);
  });

  test("hold the filtered ones, each once, over several batches", async ({ db }) => {
    const { staff, event, guest } = await meeting(db);
    for (let n = 0; n < 5; n++) await guest("confirmed", { name: `確定 ${n}` });
    await guest("applied", { name: "申込" });
    const { records } = await file(db, staff, event.id, { state: "confirmed" });
    expect(records.map(({ 氏名 }) => 氏名)).toEqual([0, 1, 2, 3, 4].map((n) => `確定 ${n}`));
    expect((await file(db, staff, event.id)).records).toHaveLength(6);
  });

  test("give supporters no addresses, no tiers and no private companies", async ({ db }) => {
    const { organiser, event, guest } = await meeting(db);
    await guest("confirmed", { name: "秘密 一", showsOrganisation: false });
    const { text, records } = await file(db, organiser, event.id);
    expect(text).not.toContain("@");
    expect(text).not.toContain("メール");
    expect(text).not.toContain("区分");
    expect(records[0]).toMatchObject({ 氏名: "秘密 一", 企業: "社名非公開" });
  });
});
