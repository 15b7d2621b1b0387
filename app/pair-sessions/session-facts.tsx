import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { ButtonLink, buttonLook } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { PersonLine, type PersonSummary } from "#app/ui/person-line.tsx";
import { ZonedSpan } from "#app/ui/zoned-span.tsx";
import { SESSION_MINUTES, type SessionAccess, type SessionPhase } from "./pair-sessions.ts";

type Person = PersonSummary & { timeZone: string };

type Props = {
  session: {
    id: number;
    access: SessionAccess;
    phase: SessionPhase;
    startsAt: string | Date;
    host: Person;
    guest: Person;
    can: { cancel: boolean; move: boolean };
    meetingUrl?: string;
    inside?: { cancelReason: string | null };
  };
};

const TONES = {
  coming: "info",
  running: "good",
  over: "neutral",
  cancelled: "danger",
} as const satisfies Record<SessionPhase, Tone>;

/** When and with whom, how it stands, and what the viewer can do about it. */
export function SessionFacts({ session }: Props) {
  const { t } = useTranslation("pair-sessions");
  const { id, access, phase, startsAt, host, guest, can, meetingUrl, inside } = session;
  const here = `/pair-sessions/${id}`;
  const isOwn = access === "host" || access === "guest";
  return (
    <Card className="mb-8 grid gap-5">
      <div className="grid gap-2">
        <div>
          <Badge tone={TONES[phase]}>{t(`session.words.${phase}`)}</Badge>
        </div>
        <p className="text-lg font-bold">
          <ZonedSpan
            start={startsAt}
            minutes={SESSION_MINUTES}
            other={access === "guest" ? host : guest}
          />
        </p>
        {inside?.cancelReason && (
          <p className="whitespace-pre-line wrap-anywhere">
            {t("session.cancelReason", { reason: inside.cancelReason })}
          </p>
        )}
      </div>
      <dl className="grid gap-4 sm:grid-cols-2">
        {(
          [
            ["host", host],
            ["guest", guest],
          ] as const
        ).map(([role, person]) => (
          <div key={role}>
            <dt className="mb-1 text-sm text-muted">{t(`session.${role}`)}</dt>
            <dd>
              <PersonLine person={person} />
            </dd>
          </div>
        ))}
      </dl>
      {meetingUrl && (
        <div>
          <a
            href={meetingUrl}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonLook("primary")}
          >
            {t("session.join")}
          </a>
          <p className="mt-1 text-sm text-muted">{t("session.join.hint")}</p>
        </div>
      )}
      {isOwn && (phase === "coming" || phase === "running") && (
        <div className="no-print flex flex-wrap gap-3">
          <a href={`${here}.ics`} download className={buttonLook()}>
            {t("session.calendar")}
          </a>
          {can.move && <ButtonLink to={`${here}/time`}>{t("session.move")}</ButtonLink>}
          {can.cancel && (
            <ButtonLink to={`${here}/cancellation`} variant="danger">
              {t("session.cancel")}
            </ButtonLink>
          )}
        </div>
      )}
    </Card>
  );
}
