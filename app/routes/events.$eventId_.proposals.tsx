import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { headOf, requireOrganiser } from "#app/events/organising/organiser-guard.server.ts";
import { OrganiserPage } from "#app/events/organising/organiser-page.tsx";
import { ProposalList } from "#app/events/organising/proposal-list.tsx";
import { listProposals } from "#app/events/organising/proposals.server.ts";
import { takesProposals } from "#app/events/organising/proposals.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, event, eventId, now } = await requireOrganiser(request, db, params.eventId);
  const head = headOf(event, now);
  return {
    title: translator(viewer.locale, "organising")("proposals.title"),
    head,
    isOpen: takesProposals(event, head.state, now),
    proposals: await listProposals(db, { eventId }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.head.title}` }) : [];

export default function Proposals() {
  const { title, head, isOpen, proposals } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  return (
    <OrganiserPage
      event={head}
      current="proposals"
      title={title}
      lead={t(isOpen ? "proposals.open" : "proposals.notOpen")}
    >
      {proposals.length === 0 ? (
        <EmptyState title={t("proposals.none.title")}>{t("proposals.none.text")}</EmptyState>
      ) : (
        <ProposalList eventId={head.id} proposals={proposals} />
      )}
    </OrganiserPage>
  );
}
