import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { useClock } from "#app/ui/date-time.tsx";
import { type CredentialState, credentialState, type Term } from "./credentials.ts";

const TONES: Record<CredentialState, Tone> = {
  live: "good",
  expiring: "wait",
  "in-grace": "wait",
  expired: "neutral",
  revoked: "danger",
};

/** What a credential is worth now, in words. */
export function CredentialBadge({ term }: { term: Term }) {
  const { t } = useTranslation("certification");
  const { now } = useClock();
  const state = credentialState(term, now);
  return <Badge tone={TONES[state]}>{t(`credential.state.${state}`)}</Badge>;
}
