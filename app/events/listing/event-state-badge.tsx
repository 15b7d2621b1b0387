import { Lock, Mail } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import type { EventScope, EventState, RegistrationState } from "#db/vocabulary.ts";

const STATES = {
  draft: "wait",
  published: "info",
  postponed: "wait",
  cancelled: "danger",
  finished: "neutral",
} as const satisfies Record<EventState, Tone>;

export function EventStateBadge({ state }: { state: EventState }) {
  const { t } = useTranslation("events");
  return <Badge tone={STATES[state]}>{t(`state.${state}`)}</Badge>;
}

const REGISTRATIONS = {
  applied: "wait",
  waitlisted: "wait",
  offered: "wait",
  confirmed: "good",
  cancelled: "neutral",
  declined: "neutral",
} as const satisfies Record<RegistrationState, Tone>;

/** What became of the viewer's own application. */
export function RegistrationBadge({ state }: { state: RegistrationState }) {
  const { t } = useTranslation("events");
  return <Badge tone={REGISTRATIONS[state]}>{t(`registration.${state}`)}</Badge>;
}

/** For whom an event exists, where that is not everybody. */
export function AudienceNote({ scope, invitedOnly }: { scope: EventScope; invitedOnly: boolean }) {
  const { t } = useTranslation("events");
  if (scope === "public" && !invitedOnly) return null;
  const Icon = invitedOnly ? Mail : Lock;
  return (
    <span className="inline-flex items-center gap-1 text-xs text-muted">
      <Icon size={12} aria-hidden="true" />
      {invitedOnly ? t("audience.invited") : t(`scope.${scope}`)}
    </span>
  );
}
