import { render, toPlainText } from "@react-email/render";
import { translator } from "#app/i18n/i18n.server.ts";
import type { Locale } from "#db/vocabulary.ts";
import { MailLayout } from "./layout.tsx";
import { mailContent } from "./mail-content.ts";
import type { Mail } from "./mails.ts";
import { oneLine } from "./plain.ts";

export type RenderedMail = { subject: string; html: string; text: string };

/** Renders a mail in the reader's language, as HTML and as plain text of the same content. */
export async function renderMail({
  mail,
  locale,
  toName,
  portal,
}: {
  mail: Mail;
  locale: Locale;
  toName: string;
  portal: { name: string; url: string };
}): Promise<RenderedMail> {
  const t = translator(locale, "mail");
  const content = mailContent(mail, {
    t,
    news: translator(locale, "notifications"),
    portal: portal.name,
  });
  const subject = oneLine(content.subject);
  const html = await render(
    <MailLayout
      locale={locale}
      content={{ ...content, subject }}
      portal={portal}
      words={{
        greeting: toName ? t("greeting", { name: oneLine(toName) }) : undefined,
        fallback: t("fallback"),
        footer: t("footer", { portal: portal.name }),
      }}
    />,
  );
  return { subject, html, text: `${toPlainText(html).trim()}\n` };
}
