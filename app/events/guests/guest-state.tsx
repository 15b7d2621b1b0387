import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { RegistrationState } from "#db/vocabulary.ts";

const tones: Record<RegistrationState, Tone> = {
  applied: "wait",
  waitlisted: "wait",
  offered: "info",
  confirmed: "good",
  cancelled: "neutral",
  declined: "neutral",
};

type Props = {
  state: RegistrationState;
  place: number | null;
  offerEndsAt: Date | string | null;
  came: boolean;
};

/** Where somebody stands, in words: with the place in line, and until when an offer holds. */
export function GuestState({ state, place, offerEndsAt, came }: Props) {
  const { t } = useTranslation(["organising", "events"]);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={tones[state]}>{t(`events:registration.${state}`)}</Badge>
      {place !== null && <span className="tabular-nums">{t("guests.place", { place })}</span>}
      {offerEndsAt && (
        <span>
          {t("guests.offerEnds")} <DateTime value={offerEndsAt} style="exact" />
        </span>
      )}
      {came && <Badge tone="good">{t("guests.came")}</Badge>}
    </span>
  );
}
