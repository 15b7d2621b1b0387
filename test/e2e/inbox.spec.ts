import { hashSecret } from "#app/auth/secrets.server.ts";
import { findPerson } from "./support/log-in.ts";
import { expect, test } from "./support/test.ts";

test("news of one's question arrive in the inbox and are read there", {
  tag: "@phone",
}, async ({ open, posting, portal }) => {
  const title = "お知らせが届くはずの質問";
  // Somebody whom the portal has nothing to remind of meanwhile.
  const [calm] = await portal.sql<{ handle: string }[]>`
    select handle from people p where role = 'member' and locale = 'ja' and email is not null
      and not exists (select from questions q where q.author_id = p.id
        and q.state in ('answered', 'needs-info'))
      and not exists (select from answers a where a.author_id = p.id and a.review_on is not null)
      and not exists (select from credentials c where c.person_id = p.id)
      and not exists (select from registrations r join events e on e.id = r.event_id
        where r.person_id = p.id and e.starts_at between now() and now() + interval '9 days')
      and not exists (select from session_speakers s join event_sessions t on t.id = s.session_id
        join events e on e.id = t.event_id
        where s.person_id = p.id and e.starts_at between now() and now() + interval '9 days')
      and email not like '%@portal.example'
    order by id limit 1`;
  if (!calm) throw new Error("Everybody in the demo community is reminded of something");
  const asker = await open({ as: calm.handle });
  const path = await posting.ask(asker, { title });
  await asker.goto("/notifications");
  const markAll = asker.getByRole("button", { name: "すべて既読にする" });
  if (await markAll.isVisible()) await markAll.click();
  await expect(asker.getByRole("link", { name: "お知らせ", exact: true })).toBeVisible();

  const supporter = await open({ as: "supporter" });
  await posting.answer(supporter, path, "お知らせに届く回答です。");
  await posting.comment(supporter, path, "補足です。");
  const { email } = await findPerson(portal, calm.handle);
  await expect
    .poll(async () => {
      const told = await portal.sql<{ about: string }[]>`
        select params->>'about' as about from outgoing_mails
        where kind = 'notification' and to_address = ${email} order by about`;
      return told.map(({ about }) => about);
    })
    .toEqual(["commented", "question-answered"]);
  await asker.goto("/");
  await asker.getByRole("link", { name: "お知らせ（未読2件）" }).click();
  const card = asker
    .getByRole("listitem")
    .filter({ has: asker.getByRole("heading", { name: title }) });
  await expect(card).toContainText("未読2件");
  await expect(card.getByRole("link", { name: "コメントしました" })).toBeVisible();
  // What happens now arrives without a reload, at the bell and in the list.
  await posting.comment(supporter, path, "もう一つ補足です。");
  await expect(asker.getByRole("link", { name: "お知らせ（未読3件）" })).toBeVisible();
  await expect(asker.getByRole("status").filter({ hasText: "未読3件" })).toBeAttached();
  await expect(card).toContainText("未読3件");
  await card.getByRole("link", { name: "回答しました" }).click();
  await expect(asker).toHaveURL(/#answer-\d+$/);
  await expect(asker.getByText("お知らせに届く回答です。")).toBeInViewport();
  await expect(asker.getByRole("link", { name: "お知らせ", exact: true })).toBeVisible();
});

test("mails of one sort end by the link in one of them, without logging in, and come again", {
  tag: "@phone",
}, async ({ open, portal, request }) => {
  const { id } = await findPerson(portal, "member");
  const secret = "u".repeat(43);
  await portal.sql`insert into unsubscribe_links (hash, person_id, target, created_at)
    values (${hashSecret(secret)}, ${id}, 'commented', now())`;
  const reader = await open();
  await reader.goto(`/unsubscribe/${secret}`);
  const wants = async () => {
    const [own] = await portal.sql`select mail from notification_preferences
      where person_id = ${id} and kind = 'commented'`;
    return own?.mail;
  };
  expect(await wants()).toBeUndefined();
  await reader.getByRole("button", { name: "メールを止める" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("メールを止めました");
  expect(await wants()).toBe("off");
  await reader.getByRole("button", { name: "やはり受け取る" }).click();
  await expect(reader.getByRole("status").filter({ hasText: "再び送ります" })).toBeVisible();
  expect(await wants()).toBeUndefined();
  // A mail program's request has no origin and no cookie.
  const answer = await request.post(`${portal.url}/unsubscribe/${secret}`, {
    form: { "List-Unsubscribe": "One-Click" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(200);
  expect(await wants()).toBe("off");
  await reader.reload();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("メールを止めました");
  // Without scripts browsers tell the forms' origin themselves, or not.
  const plain = await open({ javaScriptEnabled: false });
  await plain.goto(`/unsubscribe/${secret}`);
  await plain.getByRole("button", { name: "やはり受け取る" }).click();
  await expect(plain.getByRole("status").filter({ hasText: "再び送ります" })).toBeVisible();
  expect(await wants()).toBeUndefined();
  await plain.getByRole("button", { name: "メールを止める" }).click();
  await expect(plain.getByRole("heading", { level: 1 })).toHaveText("メールを止めました");
  expect(await wants()).toBe("off");
});

test("notification settings are kept, with and without scripts", {
  tag: "@phone",
}, async ({ open, expectProblem }) => {
  expectProblem(/status of 400/);
  for (const javaScriptEnabled of [true, false]) {
    const page = await open({ as: "lead", javaScriptEnabled });
    await page.goto("/settings/notifications");
    const comments = page.getByLabel("「質問や回答へのコメント」のメール");
    const shown = page.getByLabel("「質問や回答へのコメント」をポータルのお知らせに表示する");
    await comments.selectOption(javaScriptEnabled ? "weekly" : "off");
    await shown.setChecked(!javaScriptEnabled);
    await page.getByLabel("静かな時間を設ける").setChecked(javaScriptEnabled);
    await page.getByLabel("始まり").selectOption("22:00");
    await page.getByLabel("終わり").selectOption("22:00");
    await page.getByRole("button", { name: "保存する" }).click();
    if (javaScriptEnabled) {
      await expect(page.getByRole("alert")).toContainText("違う時刻");
      await page.getByLabel("終わり").selectOption("7:00");
      await page.getByRole("button", { name: "保存する" }).click();
    }
    await expect(page.getByRole("status").filter({ hasText: "保存しました" })).toBeVisible();
    await expect(comments).toHaveValue(javaScriptEnabled ? "weekly" : "off");
    await expect(shown).toBeChecked({ checked: !javaScriptEnabled });
    await expect(page.getByLabel("静かな時間を設ける")).toBeChecked({ checked: javaScriptEnabled });
  }
});
