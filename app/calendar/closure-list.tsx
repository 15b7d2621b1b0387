import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { formatDay } from "#app/ui/day.tsx";

/** Free days of the company ahead. */
export function ClosureList({ closures }: { closures: { day: string; name: string }[] }) {
  const { t, i18n } = useTranslation("calendar");
  return (
    <Card className="grid gap-3">
      <p className="text-sm text-muted">{t("closures.lead")}</p>
      {closures.length === 0 ? (
        <p>{t("closures.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {closures.map(({ day, name }) => (
            <li key={day} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
              <span>
                {formatDay(day, i18n.language)} <span className="text-muted">{name}</span>
              </span>
              <Form method="post" action={`/staff/calendar/closures/${day}/removal`}>
                <Button
                  variant="bare"
                  size="small"
                  aria-label={t("closures.removeOf", { day: formatDay(day, i18n.language) })}
                >
                  {t("closures.remove")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <div>
        <ButtonLink to="/staff/calendar/closures/new" size="small">
          {t("closures.add")}
        </ButtonLink>
      </div>
    </Card>
  );
}
