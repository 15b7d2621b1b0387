import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { stateOf } from "#app/events/events.ts";
import { CoverForm } from "#app/events/organising/cover-form.tsx";
import { changeWords, editErrors } from "#app/events/organising/edit-words.ts";
import { editEvent } from "#app/events/organising/editing.server.ts";
import { EventForm } from "#app/events/organising/event-fields.tsx";
import { eventSchema } from "#app/events/organising/event-form.ts";
import { eventValues } from "#app/events/organising/event-values.ts";
import { listEventAreas, listOwnAreas } from "#app/events/organising/form-choices.server.ts";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { listSeries } from "#app/events/organising/series.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusal } from "#app/lib/verbs.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, now } = await requireOrganiser(request, db, params.eventId);
  const own = await listOwnAreas(db, { eventId: event.id });
  const [areas, series] = await Promise.all([listEventAreas(db, own), listSeries(db)]);
  return {
    title: translator(viewer.locale, "organising")("edit.title"),
    head: headOf(event, now),
    version: event.version,
    coverFileId: event.coverFileId,
    values: eventValues(event, own),
    areas,
    series: series.map(({ id, name }) => ({ id, name })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  const t = translator(viewer.locale, "organising");
  const fixedZone = stateOf(event, now) === "draft" ? undefined : event.timeZone;
  const schema = eventSchema(t, { fixedZone });
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), version: undefined }, { status: 400 });
  }
  const { version, content } = submission.value;
  const saved = await editEvent(db, {
    viewer,
    eventId,
    version,
    content,
    sayWhat: (changed) => changeWords(t, changed, content),
    now,
  });
  if (saved.ok) {
    return redirectWithToast(`/events/${eventId}/edit`, { key: "organising:edit.saved" });
  }
  const refused = refusal(saved);
  const lastResult = submission.reply(editErrors(t, refused));
  return refused.reason === "stale"
    ? data({ lastResult, version: refused.version }, { status: 409 })
    : data({ lastResult, version: undefined }, { status: 400 });
}

export default function EditEvent() {
  const { title, head, version, coverFileId, ...form } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation("organising");
  const here = `/events/${head.id}`;
  const isDraft = head.state === "draft";
  const canMove = head.state === "published" || head.state === "postponed";
  return (
    <OrganiserPage
      event={head}
      current="edit"
      title={title}
      lead={canMove && t("edit.told")}
      actions={
        <>
          <ButtonLink to={`${here}/organisers`}>{t("edit.organisers")}</ButtonLink>
          <ButtonLink to={`${here}/copies`}>{t("edit.copies")}</ButtonLink>
          {canMove && <ButtonLink to={`${here}/date`}>{t("date.title")}</ButtonLink>}
        </>
      }
    >
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <CoverForm here={here} fileId={coverFileId} />
        <EventForm
          {...form}
          key={version}
          version={answered?.version ?? version}
          withDate={isDraft}
          newestUrl={answered?.version === undefined ? undefined : `${here}/edit`}
          lastResult={answered?.lastResult}
        />
      </div>
    </OrganiserPage>
  );
}
