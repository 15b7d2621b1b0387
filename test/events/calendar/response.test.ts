import { describe, expect, test } from "vitest";
import { calendarResponse } from "#app/events/calendar/calendar-response.server.ts";

const file = { method: "PUBLISH", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" } as const;

function answer(header?: string, changes: { content?: string; seconds?: number } = {}) {
  const { content = file.content, seconds } = changes;
  const headers: HeadersInit = header ? { "If-None-Match": header } : {};
  return calendarResponse(new Request("https://portal.example/events.ics", { headers }), {
    file: { ...file, content },
    fileName: "events.ics",
    seconds,
  });
}

describe("a calendar as an answer", () => {
  test("says what it is, and that it is nobody else's unless it is public", async () => {
    const own = answer();
    expect(own.headers.get("content-type")).toBe("text/calendar; charset=utf-8; method=PUBLISH");
    expect(own.headers.get("content-disposition")).toContain('filename="events.ics"');
    expect(own.headers.get("cache-control")).toBe("private, no-cache");
    expect(await own.text()).toBe(file.content);
    expect(answer(undefined, { seconds: 300 }).headers.get("cache-control")).toBe(
      "public, max-age=300",
    );
  });

  test("is left out for programs that have it", async () => {
    const tag = answer().headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[\w-]+"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const same = answer(known);
      expect(same.status).toBe(304);
      expect(await same.text()).toBe("");
      expect(same.headers.get("etag")).toBe(tag);
    }
    expect(answer('"other"').status).toBe(200);
    expect(answer(tag, { content: "BEGIN:VCALENDAR\r\nX:1\r\nEND:VCALENDAR\r\n" }).status).toBe(
      200,
    );
  });
});
