import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import type { Viewer } from "#app/auth/viewer.ts";
import { registerForEvent } from "#app/events/admission/registering.server.ts";
import { ApplyForm } from "#app/events/listing/apply-form.tsx";
import { applyToast } from "#app/events/listing/apply-outcome.ts";
import { findEventPage } from "#app/events/listing/event-reading.server.ts";
import { answersOf, registrationSchema } from "#app/events/listing/registration-form.ts";
import {
  listCandidates,
  listEventQuestions,
} from "#app/events/listing/registration-reading.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { portalUrl } from "#app/lib/current-config.server.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["events", "registrations"] } satisfies RouteHandle;

/** The event, its questions and tickets for the viewer; where nobody can apply, back to its page. */
async function openForm(viewer: Viewer, eventId: number) {
  const [page, questions] = await Promise.all([
    findEventPage(db, { viewer, eventId, now: new Date() }),
    listEventQuestions(db, { eventId }),
  ]);
  if (!page) throw notFound();
  const tickets = page.tickets.filter(({ why }) => why === null);
  const refuse = (reason: "not-open" | "not-eligible") =>
    redirectWithToast(`/events/${eventId}`, { key: `registrations:refused.${reason}` });
  if (page.window !== "open") throw refuse("not-open");
  if (tickets.length === 0) throw refuse("not-eligible");
  const isIn = page.own !== undefined && !["cancelled", "declined"].includes(page.own.state);
  return { event: page.event, tickets, questions, isIn };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const [{ event, tickets, questions, isIn }, candidates] = await Promise.all([
    openForm(viewer, eventId),
    listCandidates(db, { viewer, eventId, word: "" }),
  ]);
  const wanted = new URL(request.url).searchParams.get("ticket");
  const chosen = tickets.find(({ id }) => String(id) === wanted) ?? tickets[0];
  return {
    title: translator(viewer.locale, "registrations")("apply.title"),
    event: { id: eventId, title: event.title, colleaguesMax: event.colleaguesMax },
    tickets,
    questions,
    isIn,
    candidates,
    ticket: String(chosen?.id ?? ""),
    isLead: viewer.isLead,
    organisationId: viewer.organisation?.id,
    signUpUrl: portalUrl("/signup"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const { event, tickets, questions } = await openForm(viewer, eventId);
  const formData = await request.formData();
  const t = translator(viewer.locale, "registrations");
  const word = String(formData.get("find") ?? "").slice(0, 100);
  const chosen = formData.getAll("people").map(Number).filter(Number.isSafeInteger).slice(0, 20);
  const candidates = () => listCandidates(db, { viewer, eventId, word, chosen });
  if (formData.has("search")) {
    const typed = Object.fromEntries(
      [...new Set(formData.keys())].map((name) => [name, formData.getAll(name).map(String)]),
    );
    return { typed, candidates: await candidates(), lastResult: undefined };
  }
  const ticketIds = tickets.map(({ id }) => id);
  const submission = parseWithZod(formData, {
    schema: registrationSchema(t, { ticketIds, questions }),
  });
  const refuse = async (lastResult: ReturnType<typeof submission.reply>, status: number) =>
    data({ typed: undefined, candidates: await candidates(), lastResult }, { status });
  if (submission.status !== "success") return refuse(submission.reply(), 400);
  const { ticket: ticketTypeId, self, people } = submission.value;
  const applied = await registerForEvent(db, {
    viewer,
    eventId,
    ticketTypeId,
    answers: answersOf(submission.value, questions),
    personIds: [...(self === "on" ? [viewer.id] : []), ...people],
    now: new Date(),
  });
  if (applied.ok) {
    const isForOthers = !applied.registrations.some(({ personId }) => personId === viewer.id);
    const here = `/events/${eventId}`;
    const toast = applyToast(event.title, applied.registrations);
    return redirectWithToast(isForOthers ? `${here}/registration` : here, toast);
  }
  const { reason } = applied;
  if (reason === "not-found") throw notFound();
  return refuse(submission.reply({ formErrors: [t(`refused.${reason}`)] }), 409);
}

export default function ApplyForEvent() {
  const { title, event, ...form } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation(["registrations", "events"]);
  return (
    <Page
      title={title}
      lead={t("apply.lead", { title: event.title })}
      width="narrow"
      breadcrumbs={[
        { label: t("events:list.title"), to: "/events" },
        { label: event.title, to: `/events/${event.id}` },
      ]}
    >
      <ApplyForm event={event} {...form} answered={answered} />
    </Page>
  );
}
