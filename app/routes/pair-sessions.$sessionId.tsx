import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { areaName } from "#app/areas/areas.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { MarkThreadRead } from "#app/notifications/mark-thread-read.tsx";
import { RecordView } from "#app/pair-sessions/record-view.tsx";
import { SessionFacts } from "#app/pair-sessions/session-facts.tsx";
import { SessionHistory } from "#app/pair-sessions/session-history.tsx";
import { findPairSession } from "#app/pair-sessions/session-reading.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["pair-sessions"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const sessionId = idParam(params.sessionId);
  const session = await findPairSession(db, { viewer, sessionId, now: new Date() });
  if (!session) throw notFound();
  const t = translator(viewer.locale, "pair-sessions");
  const { access, host, guest } = session;
  const title =
    access === "host" || access === "guest"
      ? t("session.title", { name: access === "host" ? guest.name : host.name })
      : t("session.titleOfTwo", { host: host.name, guest: guest.name });
  return { session, title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function PairSession() {
  const { session, title } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("pair-sessions");
  const { id, access, phase, area, record, can, inside } = session;
  const isToCome = phase === "coming" || phase === "cancelled";
  return (
    <Page
      title={title}
      width="reading"
      breadcrumbs={[{ label: t("list.title"), to: "/pair-sessions" }]}
    >
      {access !== "lead" && <MarkThreadRead thread={`pair-session:${id}`} />}
      <SessionFacts session={session} />
      {inside && (
        <Section title={t("session.topic")}>
          <Card>
            <p className="whitespace-pre-line wrap-anywhere">{inside.topic}</p>
            {area && (
              <p className="mt-3 text-sm text-muted">
                {t("session.area", { name: areaName(area, i18n.language) })}
              </p>
            )}
          </Card>
        </Section>
      )}
      {(record || !isToCome) && (
        <Section
          title={t("session.record")}
          actions={
            can.record && (
              <ButtonLink
                to={`/pair-sessions/${id}/record`}
                variant={record ? "quiet" : "primary"}
                size="small"
              >
                {t(record ? "session.record.edit" : "session.record.write")}
              </ButtonLink>
            )
          }
        >
          {record ? (
            <Card>
              <RecordView record={record} />
              <p className="mt-4 text-sm text-muted">
                {t("session.record.at")} <DateTime value={record.writtenAt} style="exact" />
              </p>
            </Card>
          ) : (
            <p className="text-muted">
              {t(can.record ? "session.record.yours" : "session.record.noneYet")}
            </p>
          )}
        </Section>
      )}
      {inside && (
        <Section title={t("session.history")}>
          <SessionHistory entries={inside.history} />
        </Section>
      )}
    </Page>
  );
}
