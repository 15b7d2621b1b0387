import { expect, test } from "./support/test.ts";

test("news of one's question arrive in the inbox and are read there", {
  tag: "@phone",
}, async ({ open, posting, portal }) => {
  const title = "お知らせが届くはずの質問";
  const asker = await open({ as: "tsujimoto-takashi" });
  const path = await posting.ask(asker, { title });
  await asker.goto("/notifications");
  const markAll = asker.getByRole("button", { name: "すべて既読にする" });
  if (await markAll.isVisible()) await markAll.click();
  await expect(asker.getByRole("link", { name: "お知らせ", exact: true })).toBeVisible();

  const supporter = await open({ as: "supporter" });
  await posting.answer(supporter, path, "お知らせに届く回答です。");
  await posting.comment(supporter, path, "補足です。");
  await asker.goto("/");
  await asker.getByRole("link", { name: "お知らせ（未読2件）" }).click();
  const news = asker.getByRole("listitem").filter({ hasText: title });
  await expect(news).toHaveCount(2);
  await news
    .filter({ hasText: "コメントしました" })
    .getByRole("button", { name: `「${title}」のお知らせを既読にする` })
    .click();
  await expect(asker.getByRole("link", { name: "お知らせ（未読1件）" })).toBeVisible();
  await news.filter({ hasText: "回答しました" }).getByRole("link", { name: title }).click();
  await expect(asker).toHaveURL(/#answer-\d+$/);
  await expect(asker.getByText("お知らせに届く回答です。")).toBeInViewport();
  await expect(asker.getByRole("link", { name: "お知らせ", exact: true })).toBeVisible();

  const [mail] = await portal.sql`
    select 1 from outgoing_mails where kind = 'question-answered'
    and to_address = (select email from people where handle = 'tsujimoto-takashi')`;
  expect(mail).toBeDefined();
});
