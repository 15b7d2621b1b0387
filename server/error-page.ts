import {
  ERROR_STATUS,
  type ErrorKind,
  type ErrorText,
  errorText,
  type Locale,
  type TextValues,
} from "./error-texts.ts";

/** What an error page needs; with two locales the page says it in both, one below the other. */
export type ErrorPage = {
  kind: ErrorKind;
  locales: Locale[];
  values: TextValues;
  nonce: string;
  requestId?: string;
};

const WORDS: Record<Locale, { home: string; id: string }> = {
  ja: { home: "ホームを開く", id: "お問い合わせ番号" },
  en: { home: "Open the home page", id: "Reference" },
};

/** A self-contained HTML page: it must work when nothing else does, so it loads nothing. */
export function renderErrorPage(page: ErrorPage): string {
  const [first = "ja"] = page.locales;
  const title = errorText(page.kind, first, page.values).title;
  const sections = page.locales.map((locale) => section(page, locale)).join("\n");
  return `<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style nonce="${page.nonce}">${STYLE}</style>
</head>
<body>
<main>
<p class="status">${ERROR_STATUS[page.kind]}</p>
${sections}
</main>
</body>
</html>
`;
}

function section(page: ErrorPage, locale: Locale): string {
  const text: ErrorText = errorText(page.kind, locale, page.values);
  const words = WORDS[locale];
  const id = page.requestId
    ? `\n<p class="id">${words.id}: <code>${escapeHtml(page.requestId)}</code></p>`
    : "";
  return `<section lang="${locale}">
<h1>${escapeHtml(text.title)}</h1>
<p>${escapeHtml(text.what)}</p>
<p>${escapeHtml(text.todo)}</p>
<p><a href="${escapeHtml(page.values.publicUrl)}">${words.home}</a></p>${id}
</section>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root{color-scheme:light dark;--paper:#f7f6f3;--ink:#1b2433;--quiet:#566072;--brand:#0f5f63}
@media (prefers-color-scheme:dark){:root{--paper:#14181f;--ink:#e8eaee;--quiet:#a3adbd;--brand:#6cc5c4}}
body{margin:0;background:var(--paper);color:var(--ink);line-break:strict;
font:16px/1.8 "Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,system-ui,sans-serif}
main{max-width:40rem;margin:0 auto;padding:15vh 24px 32px}
h1{font-size:25px;line-height:1.4;margin:0 0 16px;word-break:auto-phrase}
p{margin:0 0 12px}
section+section{margin-top:32px}
[lang=en]{line-height:1.6}
.status,.id{color:var(--quiet);font-size:14px}
a{color:var(--brand);display:inline-block;padding:10px 0}
a:focus-visible{outline:2px solid currentColor;outline-offset:2px}
`.trim();
