import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { qrCode } from "#app/auth/qr-code.server.ts";
import { asksForJson } from "#app/certification/badges/badge-response.ts";
import { findCredentialPage } from "#app/certification/badges/credential-page.server.ts";
import { CredentialView } from "#app/certification/badges/credential-view.tsx";
import { currentPublisher } from "#app/certification/badges/current-publisher.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { requestedLocale, translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["credentials", "certification"] } satisfies RouteHandle;

// Not for search engines: whom a holder shows the page to is theirs to decide.
export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.title,
        description: data.description,
        type: "profile",
        extra: [
          { property: "og:url", content: data.page.url },
          { property: "og:image", content: data.page.picture },
          { property: "og:image:alt", content: data.title },
          { name: "twitter:card", content: "summary" },
        ],
      })
    : [];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const now = new Date();
  const publicId = params.publicId ?? "";
  const publisher = await currentPublisher(db, now);
  const locale = viewer?.locale ?? requestedLocale(request);
  const t = translator(locale, "credentials");
  const words = { t, certification: translator(locale, "certification") };
  const page = await findCredentialPage(db, { viewer, publicId, publisher, words, now });
  if (!page) throw notFound();
  // The address is the credential's id: a program that follows it wants the credential.
  if (asksForJson(request)) throw redirect(`/credentials/${publicId}.json`, 303);
  const names = {
    name: certificationName(page.names, locale),
    holder: page.holderName,
    issuer: page.issuerName,
    number: page.number,
  };
  return {
    page,
    qr: qrCode(page.url),
    title: t("page.title", names),
    description: t("page.description", names),
  };
}

export default function CredentialPage() {
  const { page, qr } = useLoaderData<typeof loader>();
  return <CredentialView page={page} qr={qr} />;
}
