import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { Portal } from "./portal.ts";

export type Posting = ReturnType<typeof posting>;

/** Posts as whoever a page belongs to, by the requests that the forms would send. */
export function posting({ url }: Portal) {
  async function post(page: Page, path: string, form: Record<string, string>): Promise<URL> {
    const answer = await page.request.post(url + path, {
      form: { key: randomUUID(), ...form },
      headers: { origin: url },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(302);
    return new URL(answer.headers().location ?? "", url);
  }
  return {
    /** Asks a question and returns its path. */
    async ask(
      page: Page,
      {
        title,
        body = "手順どおりに試しましたが、うまくいきません。",
        scope = "public",
        tags = "",
      }: {
        title: string;
        body?: string;
        scope?: "public" | "customers";
        tags?: string;
      },
    ): Promise<string> {
      const form = { title, body, scope, tags, area: "2" };
      return (await post(page, "/questions/new", form)).pathname;
    },
    /** Answers the question at `path` and returns the number of the answer. */
    async answer(page: Page, path: string, body: string): Promise<number> {
      const { hash } = await post(page, `${path}/answers/new`, { body });
      return Number(hash.replace("#answer-", ""));
    },
    async comment(page: Page, path: string, body: string): Promise<void> {
      await post(page, `${path}/comments/new`, { body });
    },
  };
}
