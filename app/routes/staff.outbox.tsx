import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useParams } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { decodeCursor } from "#app/lib/cursor.ts";
import { OutboxList } from "#app/mail/outbox-list.tsx";
import { listOutbox } from "#app/mail/outbox-reading.server.ts";
import { MAIL_STATES } from "#app/mail/schedule.ts";
import { classNames } from "#app/ui/class-names.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["mail"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdmin(request);
  const { searchParams } = new URL(request.url);
  const state = MAIL_STATES.find((known) => known === searchParams.get("state"));
  const cursor = decodeCursor(searchParams.get("before"), ["number"]);
  const { rows, next } = await listOutbox(db, { state, before: cursor && Number(cursor[0]) });
  const title = translator(viewer.locale, "mail")("outbox.title");
  return { rows, next, state, title, hasServer: currentConfig().smtpUrl !== undefined };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** List left, the opened mail right; on a small screen one of the two. */
export default function Outbox() {
  const { rows, next, state, hasServer } = useLoaderData<typeof loader>();
  const { t } = useTranslation("mail");
  const isOpen = useParams().mailId !== undefined;
  const address = (word?: string) => (word ? `/staff/outbox?state=${word}` : "/staff/outbox");
  const tabs = [
    { to: address(), label: t("outbox.filter.all") },
    ...MAIL_STATES.map((word) => ({ to: address(word), label: t(`outbox.state.${word}`) })),
  ];
  return (
    <Page title={t("outbox.title")} lead={t("outbox.lead")}>
      {!hasServer && (
        <p className="mb-4 rounded-card bg-wait-soft px-4 py-3 text-wait">{t("outbox.noServer")}</p>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_3fr]">
        <div className={classNames("min-w-0", isOpen && "hidden lg:block")}>
          <TabLinks label={t("outbox.filter")} tabs={tabs} current={address(state)} />
          {rows.length === 0 ? (
            <EmptyState title={t("outbox.empty.title")}>{t("outbox.empty.text")}</EmptyState>
          ) : (
            <OutboxList rows={rows} />
          )}
          {next && (
            <MoreLink
              to={`/staff/outbox?${new URLSearchParams({ ...(state && { state }), before: next })}`}
            />
          )}
        </div>
        <div className="min-w-0">
          {isOpen ? (
            <Outlet />
          ) : (
            rows.length > 0 && (
              <p className="hidden py-16 text-center text-muted lg:block">{t("outbox.choose")}</p>
            )
          )}
        </div>
      </div>
    </Page>
  );
}
