import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { editSeries, findSeries } from "#app/events/organising/series.server.ts";
import { SeriesForm } from "#app/events/organising/series-form.tsx";
import { seriesSchema } from "#app/events/organising/ticket-form.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const seriesId = idParam(params.seriesId);
  const series = await findSeries(db, { viewer, seriesId, now: new Date() });
  if (!series) throw notFound();
  const { name, description } = series;
  const title = translator(viewer.locale, "organising")("series.edit");
  return { title, seriesId, name, values: { name, description } };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const seriesId = idParam(params.seriesId);
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: seriesSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const saved = await editSeries(db, {
    seriesId,
    series: submission.value,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (saved.ok) {
    return redirectWithToast(`/event-series/${seriesId}`, { key: "organising:series.saved" });
  }
  if (saved.reason === "not-found") throw notFound();
  const fieldErrors = { name: [t("series.error.name-taken")] };
  return data({ lastResult: submission.reply({ fieldErrors }) }, { status: 400 });
}

export default function EditSeries() {
  const { title, seriesId, name, values } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <Page
      title={title}
      width="narrow"
      breadcrumbs={[{ label: name, to: `/event-series/${seriesId}` }]}
    >
      <SeriesForm values={values} lastResult={lastResult} />
    </Page>
  );
}
