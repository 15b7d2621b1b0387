import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { openEvent } from "#app/events/event-desk.server.ts";
import { stateOf } from "#app/events/events.ts";
import { CompanyChoice } from "#app/events/guests/company-choice.tsx";
import { InvitationFields } from "#app/events/guests/invitation-fields.tsx";
import { invitationSchema } from "#app/events/guests/invitation-form.ts";
import { InvitationList } from "#app/events/guests/invitation-list.tsx";
import { INVITED_AT_ONCE, takesInvitations } from "#app/events/guests/invitations.ts";
import { CompanyInviteeList, NamedInvitees } from "#app/events/guests/invitee-list.tsx";
import {
  countInvitations,
  inviteToEvent,
  listInvitations,
} from "#app/events/guests/inviting.server.ts";
import { PersonSearch } from "#app/events/guests/person-search.tsx";
import { preparePeople } from "#app/events/guests/preparing.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam, refusal } from "#app/lib/verbs.server.ts";
import { Button } from "#app/ui/button.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event } = allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const { search, searchParams } = new URL(request.url);
  const now = new Date();
  const [prepared, page, figures] = await Promise.all([
    preparePeople(db, { viewer, eventId, params: searchParams, now }),
    listInvitations(db, { viewer, eventId, cursor: searchParams.get("after") }),
    countInvitations(db, { eventId }),
  ]);
  return {
    ...prepared,
    ...page,
    figures,
    event: { id: event.id, title: event.title, state: stateOf(event, now) },
    isOpen: takesInvitations(event, now),
    search,
    title: translator(viewer.locale, "organising")("invitations.title", { title: event.title }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  allowed(await openEvent(db, { viewer, eventId, lock: "read" }));
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: invitationSchema(t) });
  const refuse = (lastResult: ReturnType<typeof submission.reply>) =>
    data({ lastResult }, { status: 400 });
  if (submission.status !== "success") return refuse(submission.reply());
  const { people: personIds, message } = submission.value;
  const now = new Date();
  const outcome = await inviteToEvent(db, { viewer, eventId, personIds, message, now });
  if (!outcome.ok) {
    refusal(outcome);
    return refuse(submission.reply({ formErrors: [t("invitations.closed")] }));
  }
  const people = outcome.invited.length;
  // There may be more of them than are invited at once: the same choice offers the next.
  const same = personIds.length >= INVITED_AT_ONCE ? new URL(request.url).search : "";
  return redirectWithToast(`/events/${eventId}/invitations${same}`, {
    key: `organising:invitations.${people > 0 ? "done" : "done.nobody"}`,
    params: { people },
  });
}

export default function Invitations() {
  const page = useLoaderData<typeof loader>();
  const { event, by, q, chosen, found, companies, invitees, figures, invitations, next } = page;
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("organising");
  const here = `/events/${event.id}/invitations`;
  return (
    <OrganiserPage
      event={event}
      current="invitations"
      title={t("invitations.heading")}
      lead={t("invitations.lead")}
    >
      {event.state === "draft" && <p className="mb-4 font-semibold">{t("invitations.draft")}</p>}
      {page.isOpen ? (
        <Section title={t("invitations.choose")}>
          <InvitationFields
            here={here}
            search={page.search}
            by={by}
            canChooseCompanies={page.canChooseCompanies}
            message={page.message}
            hasPeople={chosen.length + found.length + (invitees?.people.length ?? 0) > 0}
            lastResult={lastResult}
            before={
              by === "companies" && (
                <CompanyChoice here={here} choice={page.choice} {...companies} />
              )
            }
          >
            {by === "companies" ? (
              invitees && <CompanyInviteeList {...invitees} />
            ) : (
              <div className="grid gap-4">
                <PersonSearch
                  label={t("invitations.search")}
                  q={q}
                  button={
                    <Button formMethod="get" formAction={here} formNoValidate>
                      {t("invitations.search.submit")}
                    </Button>
                  }
                />
                <NamedInvitees chosen={chosen} found={found} q={q} />
              </div>
            )}
          </InvitationFields>
        </Section>
      ) : (
        <p className="mb-8">{t("invitations.closed")}</p>
      )}
      <Section title={t("invitations.list")}>
        {invitations.length > 0 ? (
          <>
            <p className="mb-3 tabular-nums">{t("invitations.figures", figures)}</p>
            <InvitationList invitations={invitations} here={here} />
          </>
        ) : (
          <p className="text-muted">{t("invitations.list.none")}</p>
        )}
        {next && <MoreLink to={`${here}?after=${next}`} />}
      </Section>
    </OrganiserPage>
  );
}
