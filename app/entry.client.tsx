import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { LOCALES, type Locale } from "#db/vocabulary.ts";
import { startTexts } from "./i18n/i18n.client.ts";
import type { RouteHandle } from "./i18n/namespaces.ts";
import { TextsProvider } from "./i18n/use-translation.tsx";
import { keepEarlyInput } from "./ui/early-input.ts";

type LoadedRoutes = Record<string, { handle?: RouteHandle } | undefined>;

async function hydrate() {
  const routes = (window as unknown as { __remixRouteModules: LoadedRoutes }).__remixRouteModules;
  const namespaces = Object.values(routes).flatMap((route) => route?.handle?.i18n ?? []);
  const language = document.documentElement.lang as Locale;
  const texts = await startTexts(LOCALES.includes(language) ? language : "ja", namespaces);
  await pageData();
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

/**
 * RemixBrowser suspends until the data in the page is decoded, with nothing around it that could:
 * a key pressed in that moment makes React 18 throw "Root did not complete" (error 345). It does so
 * before its first hook, so it can be called to get at what it waits for.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waitsFor) {
    await waitsFor;
  }
}

keepEarlyInput();
hydrate();
