import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { formatDate, useClock } from "#app/ui/date-time.tsx";
import type { ApplicationState } from "#db/vocabulary.ts";

const TONES: Record<ApplicationState, Tone> = {
  draft: "neutral",
  submitted: "info",
  "in-review": "info",
  approved: "good",
  returned: "wait",
  declined: "neutral",
  withdrawn: "neutral",
};

export function ApplicationBadge({ state }: { state: ApplicationState }) {
  const { t } = useTranslation("certification");
  return <Badge tone={TONES[state]}>{t(`application.state.${state}`)}</Badge>;
}

/** Where an application stands, in words. */
export function ApplicationStatus({
  application: { state, reviewerName, retryOn },
}: {
  application: { state: ApplicationState; reviewerName: string | null; retryOn: string | null };
}) {
  const { t, i18n } = useTranslation("certification");
  const { timeZone } = useClock();
  const date = retryOn ? formatDate(new Date(`${retryOn}T12:00:00Z`), i18n.language, timeZone) : "";
  return (
    <p className="mb-4 flex flex-wrap items-center gap-3">
      <ApplicationBadge state={state} />
      {t(`application.words.${state}`, { name: reviewerName ?? "", date })}
    </p>
  );
}
