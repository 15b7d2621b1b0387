import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { UnknownUnsubscribeLink, UnsubscribeView } from "#app/notifications/unsubscribe-view.tsx";
import { findUnsubscribePage, unsubscribe } from "#app/notifications/unsubscribing.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["notifications"] } satisfies RouteHandle;

/** Works for whoever has the mail, signed in or not. Looking changes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const secret = params.token ?? "";
  const t = translatorFor(request, await findViewer(request), "notifications");
  const page = await findUnsubscribePage(db, { secret });
  if (!page) {
    return data({ page: undefined, title: t("unsubscribe.unknown.title") }, { status: 404 });
  }
  const { target, state } = page;
  const path = `/unsubscribe/${encodeURIComponent(secret)}`;
  return data({ page: { target, state, path }, title: t(`unsubscribe.${state}.title`) });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  ...(data ? pageMeta(matches, { title: data.title }) : []),
  // Nothing to others; with nothing at all a form without scripts would not tell its origin.
  { name: "referrer", content: "same-origin" },
];

/**
 * Ends the mails. A mail program's one-click request (RFC 8058) is answered with 200, for it must
 * not be redirected; a person's browser is sent back to the page.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const secret = params.token ?? "";
  const isOneClick = await sentByMailProgram(request);
  const page = await unsubscribe(db, { secret, now: new Date() });
  if (!page) throw notFound();
  return isOneClick ? { ok: true } : redirect(`/unsubscribe/${encodeURIComponent(secret)}`);
}

async function sentByMailProgram(request: Request): Promise<boolean> {
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(contentType(request))) {
    return true;
  }
  return (await request.formData()).get("List-Unsubscribe") === "One-Click";
}

function contentType(request: Request): string {
  return request.headers.get("content-type") ?? "";
}

export default function Unsubscribe() {
  const { page } = useLoaderData<typeof loader>();
  return page ? <UnsubscribeView {...page} /> : <UnknownUnsubscribeLink />;
}
