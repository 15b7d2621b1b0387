import { useTranslation } from "#app/i18n/use-translation.tsx";
import { formatTime, formatWeekday } from "#app/ui/zoned-span.tsx";
import type { OnlineRefusal } from "./self.server.ts";

type Props = {
  event: { timeZone: string; opensAt: Date | string };
  way: "self" | "online";
  reason: OnlineRefusal | "wrong-code" | "too-many" | "missing";
  /** To wait after too many wrong codes. */
  minutes?: number;
};

/** Why somebody does not get in by themselves, and what to do about it. */
export function RefusalWords({ event, way, reason, minutes = 0 }: Props) {
  const { t, i18n } = useTranslation("check-in");
  const opensAt = new Date(event.opensAt);
  const time = [formatWeekday, formatTime]
    .map((format) => format(opensAt, i18n.language, event.timeZone))
    .join(" ");
  switch (reason) {
    case "too-early":
    case "too-late":
    case "not-registered":
      return <>{t(`${way}.${reason}`, { time })}</>;
    case "not-online":
    case "on-site-ticket":
    case "no-link":
      return <>{t(`online.${reason}`)}</>;
    default:
      return <>{t(`self.${reason}`, { minutes })}</>;
  }
}
