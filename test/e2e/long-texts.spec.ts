import type { Page } from "@playwright/test";
import { findPerson } from "./support/log-in.ts";
import { expect, test } from "./support/test.ts";

const UNBROKEN = "W".repeat(200);

test("long names, titles and unbroken texts stay inside the page", {
  tag: "@phone",
}, async ({ open, portal, posting }) => {
  const person = await findPerson(portal, "chen-yichun");
  await portal.sql`update people set name = ${UNBROKEN}, title = ${UNBROKEN}, bio = ${UNBROKEN}
    where id = ${person.id}`;
  const [company] = await portal.sql<{ id: number }[]>`
    update organisations set name = ${UNBROKEN}, industry = ${UNBROKEN}
    where id = (select organisation_id from people where id = ${person.id}) returning id::int`;
  const author = await open({ as: person.handle });
  const title = "Ｗ".repeat(150);
  const wide = `| ${"列 | ".repeat(12)}\n| ${"--- | ".repeat(12)}\n| ${"unbroken-value | ".repeat(12)}`;
  const body = [UNBROKEN, `https://example.com/${UNBROKEN}`, `\`${UNBROKEN}\``, wide].join("\n\n");
  const code = `\`\`\`\n${UNBROKEN}\n\`\`\``;
  const path = await posting.ask(author, {
    title,
    body: `${body}\n\n${code}`,
    tags: `${"t".repeat(30)} ${"u".repeat(30)} ${"v".repeat(30)}`,
  });
  const supporter = await open({ as: "supporter" });
  await posting.answer(supporter, path, `@${person.handle} ${body}`);
  await posting.comment(author, path, UNBROKEN);

  const staff = await open({ as: "staff" });
  const places = [
    path,
    `${path}/history`,
    `${path}/edit`,
    `/revisions/question/${path.split("/").at(-1)}`,
    "/",
    "/questions",
    `/search?q=${UNBROKEN.slice(0, 100)}`,
    "/people",
    `/people/${person.handle}`,
    `/organisations/${company?.id}`,
    `/staff/organisations/${company?.id}`,
    "/staff/organisations",
    `/staff/people/${person.handle}`,
    "/staff/people",
    "/staff",
  ];
  for (const place of places) {
    await staff.goto(place);
    expect.soft(await sidewards(staff), place).toEqual([]);
  }
  for (const place of ["/", "/notifications", "/settings/profile", path]) {
    await author.goto(place);
    expect.soft(await sidewards(author), place).toEqual([]);
  }
});

/** What makes the page as a whole scroll sideways. */
function sidewards(page: Page): Promise<string[]> {
  return page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .filter((element) => !scrolls(element.parentElement))
      .map((element) => element.outerHTML.slice(0, 160))
      .slice(0, 8);
  }, page.viewportSize()?.width ?? 0);
}
