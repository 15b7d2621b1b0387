import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChevronLeft, ChevronRight, List } from "lucide-react";
import { findViewer } from "#app/auth/guard.server.ts";
import { listEventsBetween } from "#app/events/listing/event-list.server.ts";
import { addMonths, byDay, monthIn, spanOf, weeksOf } from "#app/events/listing/month.ts";
import { MonthGrid, MonthList } from "#app/events/listing/month-grid.tsx";
import { requestedLocale, translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { dayIn } from "#app/lib/time.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { zoneName } from "#app/ui/zoned-span.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["events"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.title,
        // There is no end of months; those without events are not worth finding.
        path: data.events.length > 0 ? `/events/month?month=${data.month}` : undefined,
      })
    : [];

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const now = new Date();
  const timeZone = viewer?.timeZone ?? "Asia/Tokyo";
  const locale = viewer?.locale ?? requestedLocale(request);
  const today = dayIn(timeZone, now);
  const month = monthIn(new URL(request.url).searchParams.get("month"), today);
  const weeks = weeksOf(month);
  const events = await listEventsBetween(db, { viewer, ...spanOf(weeks, timeZone), now });
  const name = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
  const t = translator(locale, "events");
  return {
    title: t("month.title", { month: name.format(new Date(`${month}-15T00:00:00Z`)) }),
    zone: zoneName(now, locale, timeZone),
    month,
    weeks,
    events,
    today,
    timeZone,
  };
}

export default function EventMonth() {
  const { title, zone, month, weeks, events, today, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("events");
  const days = byDay(events, timeZone);
  const hasAny = weeks.flat().some((day) => day.startsWith(month) && days.has(day));
  const to = (count: number) => `/events/month?month=${addMonths(month, count)}`;
  const calendar = { caption: title, month, weeks, days, today };
  return (
    <Page
      title={title}
      lead={t("month.lead", { zone })}
      breadcrumbs={[{ label: t("list.title"), to: "/events" }]}
      actions={
        <ButtonLink to="/events">
          <List size={18} aria-hidden="true" />
          {t("list.list")}
        </ButtonLink>
      }
    >
      <nav aria-label={t("list.month")} className="mb-4 flex items-center justify-between gap-2">
        <ButtonLink to={to(-1)} rel="prev" size="small">
          <ChevronLeft size={18} aria-hidden="true" />
          {t("month.previous")}
        </ButtonLink>
        {!today.startsWith(month) && (
          <Link to="/events/month" className="text-link inline-flex min-h-11 items-center">
            {t("month.today")}
          </Link>
        )}
        <ButtonLink to={to(1)} rel="next" size="small">
          {t("month.next")}
          <ChevronRight size={18} aria-hidden="true" />
        </ButtonLink>
      </nav>
      {!hasAny && (
        <div className="mb-4">
          <EmptyState
            title={t("month.empty.title")}
            action={<ButtonLink to="/events">{t("list.list")}</ButtonLink>}
          >
            {t("month.empty.text")}
          </EmptyState>
        </div>
      )}
      <MonthGrid {...calendar} />
      {hasAny && <MonthList {...calendar} />}
    </Page>
  );
}
