import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { MailState } from "./schedule.ts";

const tone = { waiting: "wait", sent: "good", failed: "danger" } as const;

export function MailBadge({ state }: { state: MailState }) {
  const { t } = useTranslation("mail");
  return <Badge tone={tone[state]}>{t(`outbox.state.${state}`)}</Badge>;
}
