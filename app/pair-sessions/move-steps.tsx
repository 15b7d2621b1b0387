import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ZonedSpan } from "#app/ui/zoned-span.tsx";
import { SESSION_MINUTES } from "./pair-sessions.ts";

/** The time of a session and, once one is chosen, the new one with the button that takes it. */
export function MoveSteps({
  from,
  to,
  host,
}: {
  from: string | Date;
  to: string | null;
  host: { name: string; timeZone: string };
}) {
  const { t } = useTranslation("pair-sessions");
  return (
    <Card className="grid gap-4">
      <dl className="grid gap-4 sm:grid-cols-2">
        <div>
          <dt className="text-sm text-muted">{t("move.now")}</dt>
          <dd className="font-semibold">
            <ZonedSpan start={from} minutes={SESSION_MINUTES} other={host} />
          </dd>
        </div>
        {to && (
          <div>
            <dt className="text-sm text-muted">{t("move.new")}</dt>
            <dd className="font-semibold">
              <ZonedSpan start={to} minutes={SESSION_MINUTES} other={host} />
            </dd>
          </div>
        )}
      </dl>
      {to && (
        <div>
          <input type="hidden" name="startsAt" value={to} />
          <Button variant="primary">{t("move.submit")}</Button>
        </div>
      )}
    </Card>
  );
}
