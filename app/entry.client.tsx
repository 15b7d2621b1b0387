import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { LOCALES, type Locale } from "#db/vocabulary.ts";
import { startTexts } from "./i18n/i18n.client.ts";
import type { RouteHandle } from "./i18n/namespaces.ts";
import { TextsProvider } from "./i18n/use-translation.tsx";

type LoadedRoutes = Record<string, { handle?: RouteHandle } | undefined>;

async function hydrate() {
  const routes = (window as unknown as { __remixRouteModules: LoadedRoutes }).__remixRouteModules;
  const namespaces = Object.values(routes).flatMap((route) => route?.handle?.i18n ?? []);
  const language = document.documentElement.lang as Locale;
  const texts = await startTexts(LOCALES.includes(language) ? language : "ja", namespaces);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <TextsProvider value={texts}>
          <RemixBrowser />
        </TextsProvider>
      </StrictMode>,
    );
  });
}

hydrate();
