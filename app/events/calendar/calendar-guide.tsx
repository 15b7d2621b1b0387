import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";

const CONTENTS = ["events", "waiting", "pairSessions"] as const;
const PROGRAMS = ["google", "outlook", "apple"] as const;

/** What one's own calendar shows. */
export function CalendarContents() {
  const { t } = useTranslation("event-calendar");
  return (
    <div className="mb-6">
      <h2 className="mb-2 font-semibold">{t("contents.title")}</h2>
      <ul className="list-disc pl-6">
        {CONTENTS.map((what) => (
          <li key={what}>{t(`contents.${what}`)}</li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t("contents.changes")}</p>
    </div>
  );
}

/** How calendar programs take an address. */
export function CalendarGuide({ publicAddress }: { publicAddress: string }) {
  const { t } = useTranslation("event-calendar");
  return (
    <>
      <Card className="mb-6 grid gap-3">
        <h2 className="text-lg font-bold">{t("how.title")}</h2>
        <dl className="grid gap-3">
          {PROGRAMS.map((program) => (
            <div key={program}>
              <dt className="font-semibold">{t(`how.${program}`)}</dt>
              <dd className="text-muted">{t(`how.${program}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card className="grid gap-2">
        <h2 className="text-lg font-bold">{t("public.title")}</h2>
        <p className="text-muted">{t("public.text")}</p>
        <p>
          <a href="/events.ics" className="inline-block py-2 font-semibold text-brand underline">
            {t("public.link")}
          </a>
        </p>
        <p className="font-mono text-sm break-all select-all">{publicAddress}</p>
      </Card>
    </>
  );
}
