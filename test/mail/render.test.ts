import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { type Mail, type MailParams, mailHeaders } from "#app/mail/mails.ts";
import { oneLine } from "#app/mail/plain.ts";
import { renderMail } from "#app/mail/render.server.tsx";
import { KINDS_IN_ORDER } from "#app/notifications/kinds.ts";
import {
  LOCALES,
  MAIL_KINDS,
  type MailKind,
  NOTIFICATION_KINDS,
  type NotificationKind,
  THREAD_SUBJECTS,
  type ThreadSubject,
} from "#db/vocabulary.ts";

const url = "https://portal.example/go/abc?x=1&y=2";

const settingsUrl = "https://portal.example/settings/notifications";
const unsubscribeUrl = "https://portal.example/unsubscribe/token";

/** Every value a kind may have; none of them is Japanese. */
const detail = { date: "1 Jun", days: 7, when: "1 Jun, 12:00 JST" };

function newsOf(about: NotificationKind): MailParams["notification"] {
  return {
    about,
    actor: "佐藤 次郎",
    detail,
    title: "フォームの件名を変えるには？",
    excerpt: "設定画面から変えられます。",
    url,
    thread: "question:12",
    settingsUrl,
    unsubscribeUrl,
  };
}

const samples: { [K in MailKind]: Extract<Mail, { kind: K }> } = {
  signup: { kind: "signup", params: { url, hours: "24" } },
  "account-exists": {
    kind: "account-exists",
    params: { loginUrl: url, resetUrl: "https://portal.example/reset" },
  },
  "domain-unknown": { kind: "domain-unknown", params: { domain: "unknown.example" } },
  "reset-password": { kind: "reset-password", params: { url, minutes: "60" } },
  "password-changed": { kind: "password-changed", params: { resetUrl: url } },
  "change-email": { kind: "change-email", params: { url, hours: "24" } },
  "email-changed": { kind: "email-changed", params: { newAddress: "new@test.example" } },
  invitation: {
    kind: "invitation",
    params: {
      inviter: "山田 太郎",
      organisation: "株式会社テスト",
      message: "一緒に使いましょう。\n待っています。",
      url,
      days: "7",
    },
  },
  notification: { kind: "notification", params: newsOf("question-answered") },
  "calendar-invitation": {
    kind: "calendar-invitation",
    params: {
      about: "pair-session-booked",
      title: "フォームの件名を変えるには？",
      detail: { ...detail, with: "佐藤 次郎" },
      url,
      thread: "pair-session:12",
      calendar: {
        uid: "pair-12@portal.example",
        sequence: 0,
        isCancelled: false,
        start: "2026-06-02T01:00:00.000Z",
        end: "2026-06-02T01:15:00.000Z",
        summary: "ペアセッション",
        description: "フォームの項目の並び",
        location: "https://meet.example/abc",
        url: "https://portal.example/pair-sessions/12",
      },
      settingsUrl,
      unsubscribeUrl,
    },
  },
  digest: {
    kind: "digest",
    params: {
      period: "daily",
      count: 14,
      threads: [
        {
          title: "フォームの件名を変えるには？",
          url: "https://portal.example/questions/12",
          events: NOTIFICATION_KINDS.slice(0, 4).map((about) => ({
            about,
            actor: "佐藤 次郎",
            detail: {},
            url: "https://portal.example/questions/12#answer-34",
          })),
          more: 3,
        },
      ],
      moreThreads: 7,
      inboxUrl: url,
      settingsUrl,
      unsubscribeUrl,
    },
  },
};

const portal = { name: "ハナサク広場", url: "https://portal.example/" };

function rendered(kind: MailKind, locale: "ja" | "en") {
  return renderMail({ mail: samples[kind], locale, toName: "試験 花子", portal });
}

describe.each(MAIL_KINDS)("the mail %s", (kind) => {
  test.each(LOCALES)("is complete in %s", async (locale) => {
    const { subject, html, text } = await rendered(kind, locale);
    expect(subject.length).toBeGreaterThan(4);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object/);
      expect(part).not.toMatch(
        /\b(signup|account-exists|domain-unknown|reset-password|password-changed|change-email|email-changed|invitation|notification|digest|kind|setting|ways)\.\w/,
      );
    }
    expect(text).toContain("試験 花子");
    expect(text).toContain(portal.url);
    if (kind !== "domain-unknown" && kind !== "email-changed") {
      expect(text).toContain(url);
      expect(html).toContain('href="https://portal.example/go/abc?x=1&amp;y=2"');
    }
    expect(html).toContain(`<html dir="ltr" lang="${locale}">`);
    if (locale === "en") expect(strange(subject)).toBe("");
  });

  test("reads well as plain text", async () => {
    const { text } = await rendered(kind, "ja");
    expect(text).not.toMatch(/<\/?(p|a|td|div|span|br)\b|&amp;|&lt;|\u200c/);
    expect(text).not.toMatch(/\n{3,}/);
    expect(text.startsWith("試験 花子 様\n\n")).toBe(true);
  });
});

/** Japanese letters in text that should be English; our samples' own names aside. */
function strange(text: string): string {
  return text
    .replace(/ハナサク広場|山田 太郎|フォームの件名を変えるには？/g, "")
    .replace(/[^ぁ-ん]/g, "");
}

describe.each(NOTIFICATION_KINDS)("the mail about %s", (kind) => {
  const about = (locale: "ja" | "en", changes: Partial<MailParams["notification"]> = {}) =>
    renderMail({
      mail: { kind: "notification", params: { ...newsOf(kind), ...changes } },
      locale,
      toName: "試験 花子",
      portal,
    });

  test.each(LOCALES)("says in %s what happened, where, and how to get fewer", async (locale) => {
    const { subject, html, text } = await about(locale);
    expect(subject).toContain("フォームの件名を変えるには？");
    if (locale === "en") expect(strange(subject)).toBe("");
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/\{\{|\}\}|undefined|\[object/);
      expect(part).not.toMatch(new RegExp(`\\b(notification|kind|setting)\\.${kind}`));
    }
    expect(text).toContain("設定画面から変えられます。");
    for (const address of [url, settingsUrl, unsubscribeUrl]) expect(text).toContain(address);
    expect(text).toMatch(/[。.?？!]\n/);
  });

  test.each(LOCALES)("needs in %s no actor and no excerpt", async (locale) => {
    const { text } = await about(locale, { actor: "", excerpt: "", unsubscribeUrl: "" });
    expect(text).not.toMatch(/undefined|null|unsubscribe/);
    expect(text).toContain("フォームの件名を変えるには？");
  });
});

describe("the mails about other things than questions", () => {
  const about = async (
    changes: Partial<MailParams["notification"]>,
    locale: "ja" | "en" = "ja",
  ) => {
    const params = { ...newsOf("application-returned"), thread: "application:5", ...changes };
    return renderMail({ mail: { kind: "notification", params }, locale, toName: "", portal });
  };

  test("name on their button what it leads to", async () => {
    const labels: Record<ThreadSubject, string> = {
      question: "質問を読む",
      application: "認定申請を見る",
      credential: "認定証を見る",
      "pair-session": "ペアセッションを見る",
      event: "イベントを見る",
    };
    for (const subject of THREAD_SUBJECTS) {
      const { text } = await about({ thread: `${subject}:5` });
      expect(text).toContain(`${labels[subject]} ${url}`);
    }
  });

  test("quote what a person said under the name of the thing", async () => {
    const { text } = await about({ title: "認定サポーター", excerpt: "実技の記録が足りません。" });
    expect(text).toContain("認定サポーター\n\n実技の記録が足りません。");
  });

  test("say days and hours", async () => {
    const moved = { about: "pair-session-moved", thread: "pair-session:7" } as const;
    const { subject, text } = await about({ ...moved, title: "集計の見方" }, "en");
    expect(subject).toBe("Pair session moved (1 Jun, 12:00 JST): 集計の見方");
    expect(text).toContain("佐藤 次郎 moved the pair session to 1 Jun, 12:00 JST.");
    const expiring = { about: "credential-expiring", thread: "credential:3" } as const;
    expect((await about(expiring)).text).toContain("あと7日です（1 Junまで）。");
  });
});

describe("the headers of a mail", () => {
  test("put all mails about a question into one conversation and end their sort", () => {
    expect(mailHeaders(samples.notification, "portal.example")).toEqual({
      thread: "<question-12@portal.example>",
      unsubscribeUrl,
    });
    const about = { ...newsOf("pair-session-moved"), thread: "pair-session:7" };
    expect(mailHeaders({ kind: "notification", params: about }, "portal.example").thread).toBe(
      "<pair-session-7@portal.example>",
    );
    expect(mailHeaders(samples.digest, "portal.example")).toEqual({ unsubscribeUrl });
    expect(mailHeaders(samples.signup, "portal.example")).toEqual({});
  });
});

test("the settings page has a place for every kind", () => {
  expect([...KINDS_IN_ORDER].sort()).toEqual([...NOTIFICATION_KINDS].sort());
});

describe("durations", () => {
  test("are counted properly in English", async () => {
    const one = { kind: "signup", params: { url, hours: "1" } } as const;
    const many = { kind: "signup", params: { url, hours: "24" } } as const;
    const text = async (mail: Mail) =>
      (await renderMail({ mail, locale: "en", toName: "", portal })).text;
    expect(await text(one)).toContain("valid for 1 hour. The link works once.");
    expect(await text(many)).toContain("valid for 24 hours.");
  });
});

describe("what people wrote", () => {
  const nasty = `<img src=x onerror=alert(1)>"'&{{portal}}$t(greeting)`;

  test("stays text in the HTML and is not taken for a template", async () => {
    const { html, text, subject } = await renderMail({
      mail: {
        kind: "invitation",
        params: { inviter: nasty, organisation: nasty, message: nasty, url, days: "7" },
      },
      locale: "ja",
      toName: nasty,
      portal: { name: nasty, url: portal.url },
    });
    expect(elements(html)).not.toContain("img");
    expect(elements(html)).not.toContain("script");
    expect(text).toContain(nasty);
    expect(subject).toContain(nasty);
  });

  test("cannot break out of the subject line", async () => {
    const { subject } = await renderMail({
      mail: {
        kind: "notification",
        params: {
          ...newsOf("question-answered"),
          title: `件名\r\nBcc: victim@test.example\r\n\r\nbody\u2028\u0000\u202eevil`,
        },
      },
      locale: "ja",
      toName: "",
      portal,
    });
    expect(subject).toBe("回答がつきました: 件名 Bcc: victim@test.example body evil");
  });

  test("is cut in the subject at whole characters", async () => {
    expect([...oneLine("😀".repeat(400))]).toHaveLength(150);
    expect(oneLine("😀".repeat(400)).endsWith("😀…")).toBe(true);
  });

  test("leaves out the salutation when the name is unknown", async () => {
    const { text } = await renderMail({ mail: samples.signup, locale: "ja", toName: "", portal });
    expect(text).not.toContain("様");
    expect(text.startsWith("「ハナサク広場」")).toBe(true);
  });
});

type Node = { nodeName: string; childNodes?: Node[] };

function elements(html: string): string[] {
  const names: string[] = [];
  const walk = (node: Node) => {
    names.push(node.nodeName);
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(html) as unknown as Node);
  return names;
}
