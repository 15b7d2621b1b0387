import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { db } from "#db/client.server.ts";
import type { Locale } from "#db/vocabulary.ts";
import { findViewer } from "./auth/guard.server.ts";
import { isStaff } from "./auth/viewer.ts";
import { requestedLocale, textsFor } from "./i18n/i18n.server.ts";
import type { RouteHandle } from "./i18n/namespaces.ts";
import { currentConfig } from "./lib/current-config.server.ts";
import { takeToast } from "./lib/toast.server.ts";
import type { Toast } from "./lib/toast.ts";
import { useNonce } from "./nonce.tsx";
import { findPortalSettings, hasAdmin } from "./portal/portal.server.ts";
import { requestedColourScheme } from "./shell/colour-scheme.ts";
import { ErrorPage } from "./shell/error-page.tsx";
import { Footer } from "./shell/footer.tsx";
import { Header } from "./shell/header.tsx";
import { ToastRegion } from "./shell/toast-region.tsx";
import { ClockProvider } from "./ui/date-time.tsx";
import postCss from "./ui/post.css?url";
import themeCss from "./ui/theme.css?url";

export const handle = { i18n: ["common"] } satisfies RouteHandle;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: themeCss },
  { rel: "stylesheet", href: postCss },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/site.webmanifest" },
];

/** Pages name themselves; this is the title of what has no page, an error above all. */
export const meta: MetaFunction<typeof loader> = ({ data: root }) => [
  { title: root?.portal.name ?? "" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const now = new Date();
  const [viewer, settings, ready] = await Promise.all([
    findViewer(request),
    findPortalSettings(db, now),
    hasAdmin(db),
  ]);
  const { pathname } = new URL(request.url);
  if (!ready && !pathname.startsWith("/setup")) throw redirect("/setup");
  const { toast, clear } = takeToast(request);
  return data(
    {
      viewer: viewer && {
        handle: viewer.handle,
        name: viewer.name,
        avatarFileId: viewer.avatarFileId,
        organisation: viewer.organisation,
        isStaff: isStaff(viewer),
        isSupporter: viewer.isSupporter,
        unreadCount: viewer.unreadCount,
      },
      locale: viewer?.locale ?? requestedLocale(request),
      colourScheme: viewer?.colourScheme ?? requestedColourScheme(request),
      timeZone: viewer?.timeZone ?? "Asia/Tokyo",
      now: now.getTime(),
      origin: currentConfig().publicUrl.origin,
      portal: { name: settings.name, vendorName: settings.vendorName, tagline: settings.tagline },
      toast: toast && {
        text: toastText(toast, viewer?.locale ?? requestedLocale(request)),
        undo: toast.undo,
      },
    },
    clear ? { headers: { "Set-Cookie": clear } } : undefined,
  );
}

/** The words of a toast; one with a key that we do not know says nothing. */
function toastText({ key, params }: Toast, locale: Locale): string {
  const texts = textsFor(locale);
  return texts.exists(key) ? String(texts.translator("common")(key as never, params as never)) : "";
}

/** What every page knows: viewer, language, portal. Missing only where the root loader failed. */
export function useRootData() {
  return useRouteLoaderData<typeof loader>("root");
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRootData();
  const nonce = useNonce();
  const { t, i18n } = useTranslation();
  const scheme = root?.colourScheme ?? "system";
  return (
    <html
      lang={(root?.locale ?? i18n.language) as Locale}
      data-theme={scheme === "system" ? undefined : scheme}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b6664" />
        <Meta />
        <Links />
        <link
          rel="alternate"
          type="application/atom+xml"
          href="/questions.atom"
          title={root?.portal.name}
        />
        <link
          rel="alternate"
          type="application/atom+xml"
          href="/events.atom"
          title={`${root?.portal.name ?? ""} – ${t("portal.events")}`}
        />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href="/opensearch.xml"
          title={root?.portal.name}
        />
      </head>
      <body className="flex min-h-dvh flex-col">
        <ClockProvider value={{ timeZone: root?.timeZone ?? "Asia/Tokyo", now: root?.now ?? 0 }}>
          <Header root={root} />
          <main id="main" tabIndex={-1} className="flex-1 outline-none">
            {children}
          </main>
          <Footer root={root} />
          <ToastRegion toast={root?.toast} />
        </ClockProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
