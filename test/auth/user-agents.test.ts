import { expect, test } from "vitest";
import { describeUserAgent } from "#app/auth/user-agents.ts";

const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15";

test.each([
  [`${windows} Chrome/140.0.0.0 Safari/537.36`, "Chrome", "Windows"],
  [`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, "Microsoft Edge", "Windows"],
  [`${iphone} (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1`, "Safari", "iPhone"],
  [`${iphone} (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1`, "Chrome", "iPhone"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Firefox/140.0", "Firefox", "Mac"],
  ["Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome", "Android"],
  ["curl/8.5.0", "", ""],
  ["", "", ""],
])("%s", (userAgent, browser, system) => {
  expect(describeUserAgent(userAgent)).toEqual({ browser, system });
});
