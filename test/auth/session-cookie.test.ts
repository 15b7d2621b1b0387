import { expect, test } from "vitest";
import { readCookie, setCookie } from "#app/auth/session-cookie.ts";

const https = new URL("https://community.example/");
const http = new URL("http://localhost:3000/");

test("over https the cookie is bound to this host and to encryption", () => {
  expect(setCookie(https, "portal-session", "abc", 60)).toBe(
    "__Host-portal-session=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure",
  );
});

test("over http it has the plain name", () => {
  expect(setCookie(http, "portal-session", "abc", 60)).toBe(
    "portal-session=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax",
  );
});

test("a cookie of the plain name does not count over https", () => {
  const request = new Request(https, { headers: { cookie: "x=1; portal-session=planted" } });
  expect(readCookie(request, https, "portal-session")).toBeUndefined();
  expect(readCookie(request, http, "portal-session")).toBe("planted");
});

test("values that are none of ours are left alone", () => {
  for (const value of ["%", "a b", "a=b%", "<x>", "a".repeat(401)]) {
    const request = new Request(http, { headers: { cookie: `portal-session=${value}` } });
    const read = readCookie(request, http, "portal-session");
    expect(read === undefined || /^[\w-]+$/.test(read)).toBe(true);
  }
});
