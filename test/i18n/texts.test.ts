import i18next, { type i18n } from "i18next";
import { describe, expect, test } from "vitest";
import { NAMESPACES, type Namespace } from "#app/i18n/namespaces.ts";
import { english } from "#app/i18n/resources-en.ts";
import { japanese } from "#app/i18n/resources-ja.ts";
import { createTexts, type Dictionary } from "#app/i18n/texts.ts";
import { LOCALES, type Locale } from "#db/vocabulary.ts";

const resources: Record<Locale, Record<Namespace, Dictionary>> = { ja: japanese, en: english };

/** What our look-up must agree with: i18next, set up for flat keys. */
function reference(locale: Locale): i18n {
  const instance = i18next.createInstance();
  instance.init({
    lng: locale,
    fallbackLng: false,
    ns: [...NAMESPACES],
    defaultNS: "common",
    keySeparator: false,
    nsSeparator: ":",
    interpolation: { escapeValue: false },
    resources: { [locale]: resources[locale] },
    initAsync: false,
  });
  return instance;
}

const COUNTS = [0, 1, 2, 5, 11, 1234];
const VALUE = "$& {{name}} <b>「値」</b>";

describe.each(LOCALES)("every text in %s reads as i18next would put it", (locale) => {
  const theirs = reference(locale);
  const ours = createTexts(locale, resources[locale]);

  test.each(NAMESPACES)("%s", (namespace) => {
    const expected = theirs.getFixedT(locale, [namespace]) as (key: string, o?: object) => string;
    const actual = ours.translator(namespace) as unknown as typeof expected;
    for (const [key, text] of Object.entries(resources[locale][namespace])) {
      const names = [...text.matchAll(/\{\{-?\s*([\w.]+)/g)].map(([, name]) => name);
      const values = Object.fromEntries(
        names.filter((name) => name !== "count").map((name) => [name, VALUE]),
      );
      const stem = key.replace(/_(one|other)$/, "");
      for (const count of COUNTS) {
        const options = { ...values, count };
        expect(actual(stem, options)).toBe(expected(stem, options));
      }
      if (!names.includes("count")) expect(actual(key, values)).toBe(expected(key, values));
      expect(ours.exists(`${namespace}:${key}`)).toBe(true);
    }
  });

  test("keys of other namespaces, unknown keys and missing values", () => {
    const expected = theirs.getFixedT(locale, ["home"]) as (key: string, o?: object) => string;
    const actual = ours.translator("home") as unknown as typeof expected;
    for (const key of ["common:form.undo", "nowhere", "common:nowhere", "nothing:here"]) {
      expect(actual(key)).toBe(expected(key));
    }
    expect(actual("form.undo", { ns: "common" })).toBe(expected("form.undo", { ns: "common" }));
  });
});

describe("keys that were not written by us", () => {
  const texts = createTexts("ja", japanese);

  test.each(["constructor", "common:constructor", "__proto__:toString", "nothing:here", ""])(
    "%j is no text",
    (key) => {
      expect(texts.exists(key)).toBe(false);
      const t = texts.translator("common") as unknown as (key: string) => string;
      expect(typeof t(key)).toBe("string");
    },
  );

  test("a key with its namespace beside it", () => {
    expect(texts.exists("ask.done", { ns: "questions" })).toBe(true);
    expect(texts.exists("ask.done", { ns: "common" })).toBe(false);
  });
});

describe("namespaces that are fetched", () => {
  test("are fetched once, and again after a failure", async () => {
    let calls = 0;
    const texts = createTexts("ja", { common: japanese.common }, async () => {
      calls += 1;
      if (calls === 1) throw new Error("offline");
      return japanese.home;
    });
    expect(texts.isLoaded("common")).toBe(true);
    expect(texts.isLoaded("home")).toBe(false);
    await expect(texts.load("home")).rejects.toThrow("offline");
    const again = texts.load("home");
    expect(texts.load("home")).toBe(again);
    await again;
    expect(texts.isLoaded("home")).toBe(true);
    expect(calls).toBe(2);
  });

  test("without a way to fetch, a missing one is an error", async () => {
    await expect(createTexts("ja", {}).load("home")).rejects.toThrow("home");
  });
});
