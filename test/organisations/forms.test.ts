import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { areaSchema } from "#app/areas/area-form.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { colleagueSchema, invitationSchema } from "#app/organisations/invitation-form.ts";
import {
  changedOrganisationSchema,
  organisationSchema,
} from "#app/organisations/organisation-form.server.ts";
import { portalSchema } from "#app/portal/portal-form.ts";

const t = translator("ja", "staff");

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

describe("the form of an organisation", () => {
  const good = { name: "株式会社みどり", tier: "1", phase: "trial" };
  const submit = (values: Record<string, string>) =>
    parseWithZod(formOf({ ...good, ...values }), { schema: organisationSchema(t) });
  const errors = (values: Record<string, string>) => {
    const submission = submit(values);
    return submission.status === "success" ? {} : (submission.error ?? {});
  };

  test("leaves unsaid what was left empty", () => {
    expect(submit({ industry: " ", contractStartsOn: "" })).toMatchObject({
      status: "success",
      value: {
        ...good,
        industry: "",
        region: "",
        contractStartsOn: null,
        contractEndsOn: null,
        domains: [],
      },
    });
  });

  test("understands domains as people type them", () => {
    expect(submit({ domains: "@B.example\r\nＡ．example\n日本.example b.example" })).toMatchObject({
      value: { domains: ["a.example", "b.example", "xn--wgv71a.example"] },
    });
  });

  test("says of each domain what is wrong with it", () => {
    const { domains } = errors({ domains: "gmail.com\nnonsense\ngood.example" });
    expect(domains).toHaveLength(2);
    expect(domains?.[0]).toContain("「gmail.com」はだれでも使えるメールサービス");
    expect(domains?.[1]).toContain("「nonsense」");
    expect(errors({ domains: "a.example ".repeat(3_000) })).toHaveProperty("domains");
    const many = Array.from({ length: 51 }, (_, i) => `d${i}.example`).join("\n");
    expect(errors({ domains: many })).toHaveProperty("domains");
  });

  test("refuses a contract that ends before it begins, and days that do not exist", () => {
    const ends = errors({ contractStartsOn: "2026-04-01", contractEndsOn: "2026-03-31" });
    expect(Object.keys(ends)).toEqual(["contractEndsOn"]);
    expect(Object.keys(errors({ contractStartsOn: "2026-02-30" }))).toEqual(["contractStartsOn"]);
  });

  test.each([
    ["name", ""],
    ["name", "\u200b"],
    ["name", "あ".repeat(201)],
    ["tier", "X"],
    ["phase", ""],
    ["region", "あ".repeat(101)],
  ])("refuses %s %j", (field, value) => {
    expect(Object.keys(errors({ [field]: value }))).toEqual([field]);
  });

  test("needs its version when it changes one", () => {
    const schema = changedOrganisationSchema(t);
    expect(parseWithZod(formOf(good), { schema }).status).toBe("error");
    const version = "2026-06-01T03:00:00.123Z";
    expect(parseWithZod(formOf({ ...good, version }), { schema })).toMatchObject({
      status: "success",
      value: { name: good.name, version: new Date(version) },
    });
  });
});

test("an invitation needs an address; colleagues a role that exists", () => {
  const texts = translator("ja", "organisations");
  const schema = invitationSchema(texts);
  expect(parseWithZod(formOf({ message: "x" }), { schema }).status).toBe("error");
  expect(parseWithZod(formOf({ email: "a@b.example", asLead: "on" }), { schema })).toMatchObject({
    value: { email: "a@b.example", asLead: true, message: "" },
  });
  const long = formOf({ email: "a@b.example", message: "あ".repeat(501) });
  expect(parseWithZod(long, { schema }).status).toBe("error");
  const member = formOf({ email: "a@b.example", role: "member" });
  expect(parseWithZod(member, { schema: colleagueSchema(texts) }).status).toBe("error");
});

test("areas and the portal are named in words that show", () => {
  const area = { nameJa: "フォーム", nameEn: "Forms", slug: "Ｆｏｒｍｓ" };
  expect(parseWithZod(formOf(area), { schema: areaSchema(t) })).toMatchObject({
    value: { slug: "forms" },
  });
  for (const slug of ["", "-a", "a b", "フォーム", "a".repeat(61)]) {
    expect(parseWithZod(formOf({ ...area, slug }), { schema: areaSchema(t) }).status).toBe("error");
  }
  const portal = { name: "\u200b", defaultQuestionScope: "public" };
  expect(parseWithZod(formOf(portal), { schema: portalSchema(t) }).status).toBe("error");
  const supporters = { name: "広場", defaultQuestionScope: "supporters" };
  expect(parseWithZod(formOf(supporters), { schema: portalSchema(t) }).status).toBe("error");
});
