import { describe, expect, test } from "vitest";
import { dictionaryFaults, faultsOf } from "#bin/steps/dictionary-faults.ts";

describe("faultsOf", () => {
  test("finds nothing in a good translation", () => {
    const original = { greeting: "{{name}}さん", answers: "回答{{count}}件" };
    const translation = {
      greeting: "Hello {{name}}",
      answers_one: "One answer",
      answers_other: "{{count}} answers",
    };
    expect(faultsOf(original, translation)).toEqual([]);
  });

  test("names texts that are missing, empty or of nobody", () => {
    expect(faultsOf({ a: "あ", b: " " }, { b: "b", c: "c" })).toEqual([
      "b is empty",
      "a is not translated",
      "c has no Japanese original",
    ]);
  });

  test("names values that only one of the two fills in", () => {
    expect(faultsOf({ a: "{{name}}さん" }, { a: "Hello {{person}}" })).toEqual([
      "a lacks name",
      "a wants person",
    ]);
    expect(faultsOf({ n: "{{count}}件" }, { n_one: "one", n_other: "many" })).toEqual([
      "n_other lacks count",
    ]);
  });
});

test("the portal's dictionaries have no faults", async () => {
  expect(await dictionaryFaults()).toEqual([]);
});
