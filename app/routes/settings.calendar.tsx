import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { CalendarContents, CalendarGuide } from "#app/events/calendar/calendar-guide.tsx";
import { FeedAddress } from "#app/events/calendar/feed-address.tsx";
import { findFeed, makeFeed } from "#app/events/calendar/feeds.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { portalUrl } from "#app/lib/current-config.server.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["settings", "event-calendar"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  return {
    feed: await findFeed(db, { personId: viewer.id }),
    publicAddress: portalUrl("/events.ics"),
    title: translator(viewer.locale, "event-calendar")("title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

/** Makes the address, anew if there was one; the answer is the only page that ever shows it. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const token = await makeFeed(db, { personId: viewer.id, now: new Date() });
  return data({ address: portalUrl(`/calendar/${token}.ics`) });
}

export default function CalendarSettings() {
  const { feed, publicAddress } = useLoaderData<typeof loader>();
  const address = useActionData<typeof action>()?.address;
  const { t } = useTranslation("event-calendar");
  return (
    <>
      <p className="mb-4 text-muted">{t("lead")}</p>
      <CalendarContents />
      <FeedAddress key={address} address={address} madeAt={feed?.createdAt} />
      <CalendarGuide publicAddress={publicAddress} />
    </>
  );
}
