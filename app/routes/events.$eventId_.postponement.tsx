import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { stateOf } from "#app/events/events.ts";
import { CallOffForm } from "#app/events/organising/call-off-form.tsx";
import { postponeEvent } from "#app/events/organising/calling-off.server.ts";
import { messageSchema } from "#app/events/organising/event-form.ts";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { canDo } from "#app/events/organising/publishing.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, now, here } = await requireOrganiser(request, db, params.eventId);
  if (!canDo("postpone", stateOf(event, now), { hasBegun: event.startsAt <= now })) {
    throw redirectWithToast(`${here}/publication`, { key: "organising:calledOff.unfit" });
  }
  return {
    title: translator(viewer.locale, "organising")("postpone.title"),
    head: headOf(event, now),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

/** Postpones the event; whoever applied hears why. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, eventId, now, here } = await requireOrganiser(request, db, params.eventId);
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: messageSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const done = await postponeEvent(db, { viewer, eventId, ...submission.value, now });
  if (done.ok) return redirectWithToast(here, { key: "organising:postpone.done" });
  refusal(done);
  return redirectWithToast(`${here}/publication`, { key: "organising:calledOff.unfit" });
}

export default function PostponeEvent() {
  const { title, head } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("organising");
  return (
    <OrganiserPage event={head} current="publication" title={title} lead={t("postpone.lead")}>
      <CallOffForm eventId={head.id} act="postpone" lastResult={lastResult} />
    </OrganiserPage>
  );
}
