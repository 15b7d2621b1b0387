import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { CardRow } from "#app/ui/card.tsx";
import { PersonLine, type PersonSummary } from "#app/ui/person-line.tsx";
import { ZonedSpan } from "#app/ui/zoned-span.tsx";
import { SESSION_MINUTES, type SessionPhase } from "./pair-sessions.ts";

type Listed = {
  id: number;
  startsAt: string | Date;
  phase: SessionPhase;
  role: "host" | "guest";
  with: PersonSummary & { timeZone: string };
  headline: string;
  hasRecord: boolean;
};

const TONES = {
  coming: "info",
  running: "good",
  over: "neutral",
  cancelled: "neutral",
} as const satisfies Record<SessionPhase, Tone>;

/** One of one's own sessions: when, about what, with whom, and how it stands. */
export function SessionRow({ session }: { session: Listed }) {
  const { t } = useTranslation("pair-sessions");
  const { id, startsAt, phase, role, headline, hasRecord } = session;
  return (
    <CardRow className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={TONES[phase]}>{t(`list.state.${phase}`)}</Badge>
        <Badge>{t(`list.role.${role}`)}</Badge>
        {hasRecord && <Badge tone="good">{t("list.hasRecord")}</Badge>}
        {!hasRecord && phase === "over" && role === "host" && (
          <Badge tone="wait">{t("list.needsRecord")}</Badge>
        )}
      </div>
      <div className="font-semibold">
        <ZonedSpan start={startsAt} minutes={SESSION_MINUTES} other={session.with} />
      </div>
      <Link
        to={`/pair-sessions/${id}`}
        className="inline-flex min-h-11 items-center text-link wrap-anywhere md:min-h-0"
      >
        {headline}
      </Link>
      <PersonLine person={session.with} size="small" />
    </CardRow>
  );
}
