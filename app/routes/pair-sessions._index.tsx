import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { decodeCursor } from "#app/lib/cursor.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { HostRow } from "#app/pair-sessions/host-row.tsx";
import { listOpenHosts } from "#app/pair-sessions/offers.server.ts";
import { canOffer } from "#app/pair-sessions/pair-sessions.ts";
import { RecordRow } from "#app/pair-sessions/record-row.tsx";
import {
  listComingSessions,
  listPastSessions,
  listRecordsOfOrganisation,
} from "#app/pair-sessions/session-list.server.ts";
import { SessionRow } from "#app/pair-sessions/session-row.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardList } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["pair-sessions"] } satisfies RouteHandle;

const HERE = "/pair-sessions";
const HOSTS_SHOWN = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const now = new Date();
  const query = new URL(request.url).searchParams;
  const cursor = (name: string) => decodeCursor(query.get(name), ["number", "number"]);
  const person = { personId: viewer.id, now };
  const [coming, past, records, hosts] = await Promise.all([
    listComingSessions(db, person),
    listPastSessions(db, { ...person, after: cursor("after") }),
    listRecordsOfOrganisation(db, { viewer, now, after: cursor("records") }),
    listOpenHosts(db, { viewerId: viewer.id, limit: HOSTS_SHOWN }),
  ]);
  return {
    title: translator(viewer.locale, "pair-sessions")("list.title"),
    coming,
    past,
    records,
    hosts,
    offers: canOffer(viewer),
    isLead: viewer.isLead,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function PairSessions() {
  const { title, coming, past, records, hosts, offers, isLead } = useLoaderData<typeof loader>();
  const { t } = useTranslation("pair-sessions");
  return (
    <Page
      title={title}
      lead={t("list.lead")}
      width="reading"
      actions={offers && <ButtonLink to="/settings/pair-sessions">{t("list.settings")}</ButtonLink>}
    >
      <Section title={t("list.coming")}>
        {coming.length === 0 ? (
          <EmptyState title={t("list.coming.empty")}>
            {t(hosts.length > 0 ? "list.coming.emptyText" : "list.coming.emptyNobody")}
          </EmptyState>
        ) : (
          <CardList label={t("list.coming")}>
            {coming.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </CardList>
        )}
      </Section>
      {hosts.length > 0 && (
        <Section title={t("list.hosts")}>
          <CardList label={t("list.hosts")}>
            {hosts.map((host) => (
              <HostRow key={host.person.handle} {...host} />
            ))}
          </CardList>
        </Section>
      )}
      <Section title={t("list.past")}>
        {past.rows.length === 0 ? (
          <p className="text-muted">{t("list.past.empty")}</p>
        ) : (
          <CardList label={t("list.past")}>
            {past.rows.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </CardList>
        )}
        {past.next && <MoreLink to={`${HERE}?after=${past.next}`} />}
      </Section>
      {isLead && records.rows.length > 0 && (
        <Section title={t("list.records")}>
          <p className="mb-3 text-muted">{t("list.records.lead")}</p>
          <CardList label={t("list.records")}>
            {records.rows.map((record) => (
              <RecordRow key={record.id} record={record} />
            ))}
          </CardList>
          {records.next && <MoreLink to={`${HERE}?records=${records.next}`} />}
        </Section>
      )}
    </Page>
  );
}
