import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { findSelfCheckIn, joinOnline } from "#app/events/check-in/self.server.ts";
import { RefusalWords } from "#app/events/check-in/self-words.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["check-in"] } satisfies RouteHandle;

/** The joining link. Looking at it records nothing: mail programs and browsers fetch ahead. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const page = await findSelfCheckIn(db, { viewer, eventId, way: "online", now: new Date() });
  if (!page) throw notFound();
  const title = translator(viewer.locale, "check-in")("online.title");
  return { title, ...page };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

/**
 * Records that the viewer came; the page that answers leads on. A redirect would not do:
 * `form-action` keeps forms from ending on another site.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const joined = await joinOnline(db, { viewer, eventId, now: new Date() });
  if (joined.ok) return data({ url: joined.url, reason: undefined });
  if (joined.reason === "not-found") throw notFound();
  return data({ url: undefined, reason: joined.reason }, { status: 400 });
}

export default function JoinOnline() {
  const { title, event, onlineNote, refusal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("check-in");
  const url = answer?.url;
  useEffect(() => {
    if (url) location.assign(url);
  }, [url]);
  const reason = answer?.reason ?? (url ? undefined : refusal);
  return (
    <Page
      title={url ? t("online.leaving") : title}
      lead={event.title}
      width="narrow"
      breadcrumbs={[{ label: event.title, to: `/events/${event.id}` }]}
    >
      <Card className="grid gap-4">
        {url && (
          <>
            <noscript>
              <meta httpEquiv="refresh" content={`1;url=${url}`} />
            </noscript>
            <p role="status">{t("online.leavingText")}</p>
            <a href={url} rel="noreferrer" className={buttonLook("primary")}>
              {t("online.link")}
            </a>
          </>
        )}
        {reason && (
          <p role={answer ? "alert" : undefined}>
            <RefusalWords reason={reason} event={event} way="online" />
          </p>
        )}
        {!url && !reason && (
          <Form method="post" className="grid gap-4">
            <p>{t("online.lead")}</p>
            {onlineNote && <p className="whitespace-pre-line">{onlineNote}</p>}
            <Button variant="primary" className="min-h-14 text-lg">
              {t("online.submit")}
            </Button>
          </Form>
        )}
      </Card>
    </Page>
  );
}
