import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { formatDay } from "#app/ui/day.tsx";

export type Absence = { id: number; fromDay: string; toDay: string };

/** When a helper is away, with a way to take each back and to add another. */
export function AbsenceList({ absences }: { absences: Absence[] }) {
  const { t, i18n } = useTranslation("routing");
  const span = ({ fromDay, toDay }: Absence) =>
    fromDay === toDay
      ? formatDay(fromDay, i18n.language)
      : t("helping.span", {
          from: formatDay(fromDay, i18n.language),
          to: formatDay(toDay, i18n.language),
        });
  return (
    <Card className="grid gap-4">
      <div>
        <h2 className="text-lg font-bold">{t("helping.absences")}</h2>
        <p className="text-sm text-muted">{t("helping.absences.lead")}</p>
      </div>
      {absences.length === 0 ? (
        <p>{t("helping.absences.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {absences.map((absence) => (
            <li
              key={absence.id}
              className="flex flex-wrap items-center justify-between gap-x-4 py-2"
            >
              {span(absence)}
              <Form method="post" action={`/settings/helping/absences/${absence.id}/removal`}>
                <Button
                  variant="bare"
                  size="small"
                  aria-label={t("helping.removeOf", { span: span(absence) })}
                >
                  {t("helping.remove")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <div>
        <ButtonLink to="/settings/helping/absences/new" size="small">
          {t("helping.add")}
        </ButtonLink>
      </div>
    </Card>
  );
}
