import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { SentMessage } from "./messaging.server.ts";

/** What was written to guests, the newest first. */
export function MessageList({ messages }: { messages: SentMessage[] }) {
  const { t } = useTranslation("organising");
  return (
    <CardList label={t("messages.sent")}>
      {messages.map((sent) => (
        <CardRow key={sent.id}>
          <p className="flex flex-wrap gap-x-3 text-sm">
            <span className="font-semibold">
              {t("messages.sent.row", {
                segment: t(`messages.segment.${sent.segment}`),
                people: sent.recipients,
              })}
            </span>
            <span className="text-muted">
              {t("messages.sent.by", { name: sent.senderName })}{" "}
              <DateTime value={sent.sentAt} style="exact" />
            </span>
          </p>
          <p className="mt-1 max-w-prose whitespace-pre-line">{sent.message}</p>
        </CardRow>
      ))}
    </CardList>
  );
}
