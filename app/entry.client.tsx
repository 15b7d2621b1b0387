import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { LOCALES, type Locale } from "#db/vocabulary.ts";
import { startI18n } from "./i18n/i18n.client.ts";
import type { RouteHandle } from "./i18n/namespaces.ts";

type LoadedRoutes = Record<string, { handle?: RouteHandle } | undefined>;

async function hydrate() {
  const routes = (window as unknown as { __remixRouteModules: LoadedRoutes }).__remixRouteModules;
  const namespaces = Object.values(routes).flatMap((route) => route?.handle?.i18n ?? []);
  const language = document.documentElement.lang as Locale;
  const i18n = await startI18n(LOCALES.includes(language) ? language : "ja", namespaces);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

hydrate();
