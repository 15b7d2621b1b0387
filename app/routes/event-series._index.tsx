import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { createSeries, listSeries } from "#app/events/organising/series.server.ts";
import { SeriesForm } from "#app/events/organising/series-form.tsx";
import { seriesSchema } from "#app/events/organising/ticket-form.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  return {
    title: translator(viewer.locale, "organising")("series.title"),
    series: await listSeries(db),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

/** Begins a series. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: seriesSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const created = await createSeries(db, {
    series: submission.value,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!created.ok) {
    const fieldErrors = { name: [t("series.error.name-taken")] };
    return data({ lastResult: submission.reply({ fieldErrors }) }, { status: 400 });
  }
  return redirectWithToast(`/event-series/${created.seriesId}`, {
    key: "organising:series.saved",
  });
}

export default function SeriesList() {
  const { title, series } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("organising");
  return (
    <Page
      title={title}
      lead={t("series.lead")}
      width="reading"
      breadcrumbs={[{ label: t("list.staff.title"), to: "/staff/events" }]}
    >
      {series.length > 0 && (
        <Section title={t("series.all")}>
          <CardList label={t("series.all")}>
            {series.map(({ id, name, description, events }) => (
              <CardRow key={id} className="grid gap-1">
                <Link to={`/event-series/${id}`} className="font-semibold underline">
                  {name}
                </Link>
                <span className="text-sm text-muted">{t("series.events", { count: events })}</span>
                {description && <span className="line-clamp-2 text-sm">{description}</span>}
              </CardRow>
            ))}
          </CardList>
        </Section>
      )}
      <Section title={t("series.new")}>
        <SeriesForm values={{}} lastResult={lastResult} />
      </Section>
    </Page>
  );
}
