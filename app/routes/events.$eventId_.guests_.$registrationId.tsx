import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { GuestAnswers } from "#app/events/guests/guest-answers.tsx";
import { canApprove, canRemove, canTurnDown } from "#app/events/guests/guest-decisions.ts";
import { GuestHistory } from "#app/events/guests/guest-history.tsx";
import { GuestLine } from "#app/events/guests/guest-line.tsx";
import { findGuest } from "#app/events/guests/guest-list.server.ts";
import { GuestState } from "#app/events/guests/guest-state.tsx";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { allowed, idParam } from "#app/lib/verbs.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const registrationId = idParam(params.registrationId);
  const found = await findGuest(db, { viewer, eventId, registrationId });
  if (!found) throw notFound();
  return { event: { id: event.id, title: event.title }, ...found };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: `${data.guest.person.name} – ${data.event.title}` }) : [];

export default function OneGuest() {
  const { event, guest, history } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  const here = `/events/${event.id}/guests`;
  const { id, person, ticket, appliedBy } = guest;
  return (
    <Page
      title={person.name}
      lead={person.reading}
      width="reading"
      breadcrumbs={[
        { label: event.title, to: `/events/${event.id}` },
        { label: t("guests.heading"), to: here },
      ]}
    >
      <Card className="mb-8 grid gap-4">
        <GuestLine person={person} />
        <div className="grid gap-1">
          <span>{ticket.name}</span>
          <GuestState {...guest} />
          <span className="text-sm text-muted">
            {t("guests.appliedAt")} <DateTime value={guest.appliedAt} style="exact" />
            {appliedBy && ` ${t("guests.appliedBy", { name: appliedBy })}`}
          </span>
        </div>
        {guest.note && (
          <div>
            <p className="text-sm font-semibold">{t("guests.note")}</p>
            <p className="whitespace-pre-line">{guest.note}</p>
          </div>
        )}
        <div className="flex flex-wrap gap-3">
          {canApprove(guest) && (
            <Form method="post" action={`${here}/approval`}>
              <Button variant="primary" name="only" value={id}>
                {t("guests.approve")}
              </Button>
            </Form>
          )}
          {canTurnDown(guest) && (
            <ButtonLink to={`${here}/refusal?registration=${id}`}>{t("guests.refuse")}</ButtonLink>
          )}
          {canRemove(guest) && (
            <ButtonLink to={`${here}/removal?registration=${id}`}>{t("guests.remove")}</ButtonLink>
          )}
        </div>
      </Card>
      {guest.answers.length > 0 && (
        <Section title={t("guests.answers")}>
          <Card>
            <GuestAnswers answers={guest.answers} />
          </Card>
        </Section>
      )}
      <Section title={t("guests.history")}>
        <GuestHistory history={history} />
      </Section>
    </Page>
  );
}
