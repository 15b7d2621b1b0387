import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card, CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Section } from "#app/ui/page.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { RegistrationHistoryKind, RegistrationState } from "#db/vocabulary.ts";
import { shownCode } from "../admission/codes.ts";
import { RegistrationBadge } from "./event-state-badge.tsx";
import { Cancellation } from "./own-part.tsx";

/** The code that is shown at the door, to be scanned or read out. */
export function DoorCode({
  code,
  qr,
  holder,
  event,
}: {
  code: string;
  qr: { size: number; path: string };
  holder: string;
  event: string;
}) {
  const { t } = useTranslation("registrations");
  return (
    <Card className="mb-4 grid justify-items-center gap-3 text-center">
      <p className="font-bold wrap-anywhere">{event}</p>
      <p>{t("ticket.of", { name: holder })}</p>
      {/* Dark on white in every theme: scanners need it so. */}
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={t("ticket.qr")}
        shapeRendering="crispEdges"
        className="h-auto w-full max-w-80 rounded-card"
      >
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p className="text-sm text-muted">{t("ticket.code")}</p>
      <p className="font-mono text-2xl font-bold tracking-widest">{shownCode(code)}</p>
      <p className="max-w-96 text-sm text-muted">{t("ticket.hint")}</p>
    </Card>
  );
}

type Colleague = {
  personId: number;
  name: string;
  state: RegistrationState;
  ticketName: string;
  position: number | null;
};

/** For whom one applied, and how that stands. */
export function Colleagues({
  eventId,
  colleagues,
  canCancel,
}: {
  eventId: number;
  colleagues: Colleague[];
  canCancel: boolean;
}) {
  const { t } = useTranslation("registrations");
  if (colleagues.length === 0) return null;
  return (
    <Section title={t("ticket.colleagues")} className="no-print mb-8">
      <CardList label={t("ticket.colleagues")}>
        {colleagues.map(({ personId, name, state, ticketName, position }) => (
          <CardRow
            key={personId}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2"
          >
            <div>
              <span className="mr-3 font-semibold">{name}</span>
              <RegistrationBadge state={state} />
              <span className="block text-sm text-muted">
                {position === null
                  ? ticketName
                  : `${ticketName} ・ ${t("ticket.colleague.position", { position })}`}
              </span>
            </div>
            {canCancel && <Cancellation eventId={eventId} colleague={{ id: personId, name }} />}
          </CardRow>
        ))}
      </CardList>
    </Section>
  );
}

type Answer = { id: number; label: string; answer: string };

export function GivenAnswers({ answers }: { answers: Answer[] }) {
  const { t } = useTranslation("registrations");
  if (answers.length === 0) return null;
  return (
    <Section title={t("ticket.answers")} className="no-print mb-8">
      <Card>
        <dl className="grid gap-3">
          {answers.map(({ id, label, answer }) => (
            <div key={id}>
              <dt className="text-sm text-muted">{label}</dt>
              <dd className="whitespace-pre-line wrap-anywhere">{answer}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  );
}

type Entry = {
  id: number;
  kind: RegistrationHistoryKind;
  at: Date | string;
  /** A colleague who did it in the person's stead. */
  by: string | null;
};

/** What became of an application, the first deed first. */
export function RegistrationHistory({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation("registrations");
  const words = ({ kind, by }: Entry) => {
    if (by !== null && (kind === "applied" || kind === "cancelled")) {
      return t(`history.${kind}By`, { name: by });
    }
    return t(`history.${kind}`);
  };
  return (
    <Section title={t("ticket.history")} className="no-print mb-8">
      <Timeline>
        {entries.map((entry) => (
          <Timeline.Entry key={entry.id} time={<DateTime value={entry.at} style="exact" />}>
            {words(entry)}
          </Timeline.Entry>
        ))}
      </Timeline>
    </Section>
  );
}
