import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { listVotingRings } from "#app/points/ring-list.server.ts";
import { RingTable } from "#app/points/ring-table.tsx";
import { RING_SHARE, RING_VOTES } from "#app/points/rings.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "points"] } satisfies RouteHandle;

const HERE = "/staff/voting-rings";

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const dismissed = searchParams.get("state") === "dismissed";
  const page = await listVotingRings(db, { dismissed, cursor: searchParams.get("before") });
  return { ...page, dismissed, title: translator(viewer.locale, "points")("rings.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function VotingRings() {
  const { rings, next, dismissed, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation("points");
  const share = Math.round(RING_SHARE * 100);
  const here = dismissed ? `${HERE}?state=dismissed` : HERE;
  const filter = dismissed ? { state: "dismissed" } : undefined;
  return (
    <Page title={title} lead={t("rings.lead", { votes: RING_VOTES, share })}>
      <TabLinks
        label={t("rings.tabs")}
        current={here}
        tabs={[
          { to: HERE, label: t("rings.tab.open") },
          { to: `${HERE}?state=dismissed`, label: t("rings.tab.dismissed") },
        ]}
      />
      {rings.length === 0 ? (
        <EmptyState title={t(dismissed ? "rings.empty.dismissed" : "rings.empty.open")}>
          {!dismissed && t("rings.empty.open.text")}
        </EmptyState>
      ) : (
        <RingTable rings={rings} dismissed={dismissed} />
      )}
      {next && <MoreLink to={`${HERE}?${new URLSearchParams({ ...filter, before: next })}`} />}
    </Page>
  );
}
