import { createElement } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { wholePage } from "#app/lib/whole-page.server.ts";

test("Japanese pages of any length arrive as they were rendered, in one piece", async () => {
  // One byte more each time, so that characters meet the end of React's buffer in every way.
  for (let ahead = 0; ahead < 6; ahead++) {
    const words = Array.from({ length: 2_000 }, (_, index) =>
      createElement("b", { key: index }, "日本語"),
    );
    const page = createElement("main", null, "a".repeat(ahead), words);
    const html = await new Promise<string>((resolve) => {
      renderToPipeableStream(page).pipe(wholePage((whole) => resolve(whole.toString())));
    });
    expect(html).toBe(renderToStaticMarkup(page));
  }
});
