import { parse } from "parse5";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "#test/support/factories.ts";
import { portal, type TestPortal } from "#test/support/portal.ts";
import { allElements, type Element, textOf } from "./html.ts";
import { createWorld, type World } from "./world.ts";

let site: TestPortal;
let world: World;
const HOSTILE = "</script><script>alert(1)</script> & <b>“題名”</b>";

beforeAll(async () => {
  site = await portal();
  world = await createWorld(site.db);
}, 180_000);
afterAll(() => site?.close());

const elements = (html: string) => allElements(parse(html));
const ofTag = (html: string, tag: string) =>
  elements(html).filter(({ tagName }) => tagName === tag);
const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((attr) => attr.name === name)?.value;

function head(html: string) {
  const metas = ofTag(html, "meta").map((meta) => [
    attribute(meta, "property") ?? attribute(meta, "name"),
    attribute(meta, "content"),
  ]);
  const canonical = ofTag(html, "link").filter((link) => attribute(link, "rel") === "canonical");
  const data = ofTag(html, "script").filter(
    (script) => attribute(script, "type") === "application/ld+json",
  );
  return {
    meta: Object.fromEntries(metas) as Record<string, string | undefined>,
    title: textOf(ofTag(html, "title")[0]),
    canonicals: canonical.map((link) => attribute(link, "href")),
    data: data.map((script) => JSON.parse(textOf(script)) as Record<string, unknown>),
  };
}

describe("a public question", () => {
  test("tells search engines what it is", async () => {
    const { questionId } = await world.thread();
    const { asker, helper } = world;
    const cookie = await site.signIn(asker);
    const page = await site.get(`/questions/${questionId}`, { cookie });
    const at = `${site.origin}/questions/${questionId}`;
    const found = head(page.body);
    expect(found.canonicals).toEqual([at]);
    expect(found.title).toContain("権限の設定がわかりません");
    expect(found.meta).toMatchObject({
      "og:url": at,
      "og:type": "article",
      "og:title": "権限の設定がわかりません",
      "og:locale": "ja_JP",
      description: "CSVを取り込むと途中で止まります。",
    });
    expect(found.meta.robots).toBeUndefined();
    expect(found.data).toHaveLength(1);
    expect(found.data[0]).toMatchObject({
      "@context": "https://schema.org",
      "@type": "QAPage",
      mainEntity: {
        "@type": "Question",
        name: "権限の設定がわかりません",
        text: "CSVを取り込むと途中で止まります。",
        answerCount: 1,
        url: at,
        author: {
          "@type": "Person",
          name: asker.name,
          url: `${site.origin}/people/${asker.handle}`,
        },
        suggestedAnswer: [
          {
            "@type": "Answer",
            text: "文字コードを UTF-8 にしてください。",
            upvoteCount: 0,
            author: { name: helper.name },
          },
        ],
      },
    });
  });

  test("names the accepted answer as such, once, and leads to it", async () => {
    const { questionId, answerId } = await world.thread();
    const cookie = await site.signIn(world.asker);
    await site.post(`/answers/${answerId}/acceptance`, { cookie });
    const { body } = await site.get(`/questions/${questionId}`);
    const entity = head(body).data[0]?.mainEntity as Record<string, Record<string, unknown>>;
    const url = `${site.origin}/questions/${questionId}#answer-${answerId}`;
    expect(entity.acceptedAnswer).toMatchObject({ "@type": "Answer", url });
    expect(entity.suggestedAnswer).toBeUndefined();
    const ids = elements(body).map((element) => attribute(element, "id"));
    expect(ids).toContain(`answer-${answerId}`);
  });

  test("with a hostile title stays text, in the page as in its data", async () => {
    const questionId = await ask(site.db, world.asker, {
      productAreaId: world.area.id,
      title: HOSTILE,
    });
    const { body, headers } = await site.get(`/questions/${questionId}`);
    const found = head(body);
    expect(found.data).toMatchObject([{ mainEntity: { name: HOSTILE } }]);
    expect(found.meta["og:title"]).toBe(HOSTILE);
    expect(textOf(ofTag(body, "h1")[0])).toBe(HOSTILE);
    const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
    expect(nonce).toBeTruthy();
    for (const script of ofTag(body, "script")) {
      if (attribute(script, "type") === "application/ld+json") continue;
      expect(attribute(script, "nonce")).toBe(nonce);
    }
  });
});

describe("a question for customers", () => {
  test("is for nobody outside: no data, no address to keep, not for search engines", async () => {
    const { questionId } = await world.thread("customers");
    expect((await site.get(`/questions/${questionId}`)).status).toBe(404);
    const cookie = await site.signIn(world.stranger);
    const found = head((await site.get(`/questions/${questionId}`, { cookie })).body);
    expect(found.meta.robots).toBe("noindex");
    expect(found.canonicals).toEqual([]);
    expect(found.meta["og:url"]).toBeUndefined();
    expect(found.data).toEqual([]);
    const seen = async (id: number) =>
      (await site.get(`/questions/${id}`)).body
        .replace(/nonce="[^"]*"/g, "")
        .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "")
        .replace(/\b\d{13}\b/g, "")
        .replaceAll(`/questions/${id}`, "/questions/#")
        .replaceAll(`\\"${id}\\"`, "#");
    // Byte for byte the same as a question that never was.
    expect(await seen(questionId)).toBe(await seen(999_999));
  });
});

describe("for machines", () => {
  const parsed = (xml: string) => {
    const texts: Record<string, string[]> = {};
    const parser = new SaxesParser({ xmlns: true });
    const open: string[] = [];
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ local }) => open.push(local));
    parser.on("closetag", () => open.pop());
    const keep = (text: string) => {
      const path = open.join("/");
      texts[path] = [...(texts[path] ?? []), text];
    };
    parser.on("text", keep);
    parser.on("cdata", keep);
    parser.write(xml).close();
    return texts;
  };

  test("the Atom feed is XML and holds public questions only", async () => {
    const inside = await world.thread("customers");
    const open = await ask(site.db, world.asker, {
      productAreaId: world.area.id,
      title: `${HOSTILE} ]]>`,
      body: "本文 ]]> と <script>alert(1)</script>",
      now: new Date(),
    });
    const cookie = await site.signIn(world.admin);
    const { body, headers } = await site.get("/questions.atom", { cookie });
    expect(headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect(headers.get("cache-control")).toMatch(/^public, max-age=\d+/);
    const feed = parsed(body);
    expect(feed["feed/entry/id"]).toContain(`${site.origin}/questions/${open}`);
    expect(feed["feed/entry/id"]).not.toContain(`${site.origin}/questions/${inside.questionId}`);
    expect(feed["feed/entry/id"]?.length).toBeLessThanOrEqual(30);
    const title = feed["feed/entry/title"]?.[0] ?? "";
    expect(title).toContain("&lt;/script&gt;");
    for (const moment of [...(feed["feed/updated"] ?? []), ...(feed["feed/entry/updated"] ?? [])]) {
      expect(new Date(moment).toISOString()).toBe(moment);
    }
  });

  test("the site map names every public page and no other", async () => {
    const open = await world.thread();
    const inside = await world.thread("customers");
    const company = await world.thread("organisation");
    const { body, headers } = await site.get("/sitemap.xml");
    expect(headers.get("content-type")).toBe("application/xml; charset=utf-8");
    const addresses = parsed(body)["urlset/url/loc"] ?? [];
    expect(addresses).toContain(`${site.origin}/`);
    expect(addresses).toContain(`${site.origin}/questions/${open.questionId}`);
    expect(addresses).not.toContain(`${site.origin}/questions/${inside.questionId}`);
    expect(addresses).not.toContain(`${site.origin}/questions/${company.questionId}`);
    for (const address of addresses.slice(0, 5)) {
      const { status } = await site.get(address.slice(site.origin.length));
      expect([address, status]).toEqual([address, 200]);
    }
  });

  test("robots.txt closes what needs an account and names the site map", async () => {
    const { body } = await site.get("/robots.txt");
    expect(body).toContain(`Sitemap: ${site.origin}/sitemap.xml`);
    for (const path of ["/settings", "/staff", "/notifications"]) {
      expect(body).toContain(`Disallow: ${path}\n`);
    }
    expect(body).not.toMatch(/Disallow: \/(questions)?\n/);
  });

  test("pages are kept by nobody, not even those for everyone", async () => {
    const cookie = await site.signIn(world.asker);
    for (const path of ["/", "/questions", "/questions.data", "/login", "/nowhere"]) {
      for (const sent of [{}, { cookie }]) {
        const { headers } = await site.get(path, sent);
        expect([path, headers.get("cache-control")]).toEqual([path, "private, no-store"]);
      }
    }
  });
});
