import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { PersonLine, type PersonSummary } from "#app/ui/person-line.tsx";
import type { ProposalState } from "./proposals.ts";

export type Proposal = {
  id: number;
  title: string;
  abstract: string;
  minutes: number;
  proposedAt: string | Date;
  note: string;
  sessionId: number | null;
  state: ProposalState;
};

const TONES = {
  open: "wait",
  accepted: "good",
  declined: "neutral",
  withdrawn: "neutral",
} as const satisfies Record<ProposalState, Tone>;

/** Talks that were proposed, each with what can be decided about it. */
export function ProposalList({
  eventId,
  proposals,
}: {
  eventId: number;
  proposals: (Proposal & { by: PersonSummary })[];
}) {
  const { t } = useTranslation("organising");
  const here = `/events/${eventId}/proposals`;
  return (
    <CardList label={t("proposals.title")}>
      {proposals.map((proposal) => (
        <CardRow key={proposal.id} className="grid gap-3">
          <ProposalFacts proposal={proposal} />
          <PersonLine person={proposal.by} size="small" />
          {proposal.sessionId !== null && (
            <Link
              to={`/events/${eventId}/timetable/${proposal.sessionId}`}
              className="text-link text-sm"
            >
              {t("proposals.session")}
            </Link>
          )}
          {proposal.state === "open" && (
            <div className="flex flex-wrap items-start gap-2">
              {(["acceptance", "refusal"] as const).map((verb) => (
                <ConfirmDialog
                  key={verb}
                  trigger={t(`proposals.${verb}`)}
                  title={t(`proposals.${verb}.title`)}
                >
                  <Form method="post" action={`${here}/${proposal.id}/${verb}`}>
                    <p className="mb-3">{t(`proposals.${verb}.text`)}</p>
                    <label className="mb-4 grid gap-1.5 font-semibold">
                      {t("proposals.note")}
                      <textarea
                        name="note"
                        rows={3}
                        maxLength={1000}
                        className="control w-full font-normal"
                      />
                    </label>
                    <Button variant={verb === "acceptance" ? "primary" : "danger"}>
                      {t(`proposals.${verb}`)}
                    </Button>
                  </Form>
                </ConfirmDialog>
              ))}
            </div>
          )}
        </CardRow>
      ))}
    </CardList>
  );
}

function ProposalFacts({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation("organising");
  const { title, abstract, minutes, proposedAt, note, state } = proposal;
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-semibold wrap-anywhere">{title}</h3>
        <Badge tone={TONES[state]}>{t(`proposals.state.${state}`)}</Badge>
      </div>
      <p className="text-sm text-muted">
        {t("proposals.minutes", { minutes })} ・ <DateTime value={proposedAt} />
      </p>
      <p className="whitespace-pre-line wrap-anywhere">{abstract}</p>
      {note && (
        <p className="text-sm whitespace-pre-line wrap-anywhere text-muted">
          {t("proposals.noteWas", { note })}
        </p>
      )}
    </div>
  );
}

/** What the viewer proposed, which they can take back until it is decided. */
export function OwnProposals({ eventId, proposals }: { eventId: number; proposals: Proposal[] }) {
  const { t } = useTranslation("organising");
  return (
    <CardList label={t("proposals.own")}>
      {proposals.map((proposal) => (
        <CardRow key={proposal.id} className="grid gap-2">
          <ProposalFacts proposal={proposal} />
          {proposal.state === "open" && (
            <Form method="post" action={`/events/${eventId}/proposals/${proposal.id}/withdrawal`}>
              <Button variant="bare" size="small">
                {t("proposals.withdraw")}
                <span className="sr-only"> {proposal.title}</span>
              </Button>
            </Form>
          )}
        </CardRow>
      ))}
    </CardList>
  );
}
