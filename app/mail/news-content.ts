import type { TFunction } from "i18next";
import type { NotificationKind } from "#db/vocabulary.ts";
import type { MailContent, NewsWords } from "./mail-content.ts";
import type { MailParams, News } from "./mails.ts";

type Words = { t: TFunction<["mail"]>; news: NewsWords };

/** Kinds that ask something of their reader, which the mail says below its button. */
const ASKS = {
  "question-answered": "notification.question-answered.next",
  routed: "notification.routed.next",
} as const satisfies Partial<Record<NotificationKind, string>>;

/** The mail about one thing that happened. */
export function notificationContent(
  params: MailParams["notification"],
  { t, news }: Words,
): MailContent {
  const { about, title, excerpt, url, settingsUrl, unsubscribeUrl } = params;
  const next = about in ASKS ? ASKS[about as keyof typeof ASKS] : undefined;
  return {
    subject: t(`notification.${about}.subject`, { title }),
    paragraphs: [asSentence(told(params, news))],
    quote: excerpt ? { heading: title, text: excerpt } : { text: title },
    action: { label: t(`notification.read.${placeIn(url)}`), url },
    notes: next ? [t(next)] : [],
    ways: [
      ...(unsubscribeUrl
        ? [
            {
              label: t("ways.end", { sort: news(`setting.${about}`) }),
              url: unsubscribeUrl,
            },
          ]
        : []),
      { label: t("ways.settings"), url: settingsUrl },
    ],
  };
}

/** What happened in a day or a week, by question. */
export function digestContent(params: MailParams["digest"], { t, news }: Words): MailContent {
  const { period, count, questions, moreQuestions, inboxUrl, settingsUrl, unsubscribeUrl } = params;
  return {
    subject: t(`digest.${period}.subject`, { count }),
    paragraphs: [t(`digest.${period}.intro`, { count })],
    groups: questions.map(({ title, url, events, more }) => ({
      title,
      url,
      lines: events.map((event) => ({ text: told(event, news), url: event.url })),
      more: more > 0 ? t("digest.moreEvents", { count: more }) : undefined,
    })),
    action: { label: t("digest.action"), url: inboxUrl },
    notes: moreQuestions > 0 ? [t("digest.moreQuestions", { count: moreQuestions })] : [],
    ways: [
      { label: t(`digest.${period}.end`), url: unsubscribeUrl },
      { label: t("ways.settings"), url: settingsUrl },
    ],
  };
}

function told({ about, actor, detail }: News, news: NewsWords): string {
  return news(`kind.${about}`, { ...detail, actor: actor || news("someone") });
}

/** The inbox leaves out the full stop that a letter needs. */
function asSentence(text: string): string {
  if (/[。？！?!.]$/.test(text)) return text;
  return /[\u3040-\u30ff\u4e00-\u9fff]$/.test(text) ? `${text}。` : `${text}.`;
}

function placeIn(url: string): "comment" | "answer" | "question" {
  const fragment = new URL(url).hash;
  if (fragment.startsWith("#comment-")) return "comment";
  return fragment.startsWith("#answer-") ? "answer" : "question";
}
