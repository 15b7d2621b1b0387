import { describe, expect, test } from "vitest";
import { searchTerms } from "#app/questions/search-terms.ts";

describe("terms of a text", () => {
  test("Japanese is cut into pairs, other words stay whole", () => {
    expect(searchTerms("権限の設定 Login")).toEqual(["権限", "限の", "の設", "設定", "login"]);
  });

  test("a foreign word ends where Japanese begins", () => {
    expect(searchTerms("SAMLのSSOを有効に")).toEqual(["saml", "の", "sso", "を有", "有効", "効に"]);
    expect(searchTerms("ＣＳＶ取り込み")).toEqual(["csv", "取り", "り込", "込み"]);
    expect(searchTerms("2段階認証")).toEqual(["2", "段階", "階認", "認証"]);
  });
});
