import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutZeroBytes } from "#app/lib/zero-bytes.server.ts";

test("Japanese pages of any length arrive as they were rendered", async () => {
  // One byte more each time, so that characters meet the end of React's buffer in every way.
  for (let ahead = 0; ahead < 6; ahead++) {
    const words = Array.from({ length: 2_000 }, (_, index) =>
      createElement("b", { key: index }, "日本語"),
    );
    const page = createElement("main", null, "a".repeat(ahead), words);
    const sent = new PassThrough();
    renderToPipeableStream(page).pipe(withoutZeroBytes()).pipe(sent);
    expect(await text(sent)).toBe(renderToStaticMarkup(page));
  }
});
