import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import type { Locale } from "#db/vocabulary.ts";
import { requestedLocale, textsFor } from "./i18n/i18n.server.ts";
import { TextsProvider } from "./i18n/use-translation.tsx";
import { leanManifest, preloadsOf } from "./lean-manifest.ts";
import { safeError } from "./lib/safe-error.ts";
import { wholePage } from "./lib/whole-page.server.ts";
import { NonceProvider } from "./nonce.tsx";

export { startWorker } from "./jobs/worker.server.ts";

const RENDER_LIMIT = 10_000;

/** Renders a document. The whole page is awaited: no page of the portal has late parts. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce, logger }: AppLoadContext,
): Promise<Response> {
  const root = remixContext.staticHandlerContext.loaderData?.root as
    | { locale?: Locale }
    | undefined;
  const locale = root?.locale ?? requestedLocale(request);
  const { manifest, staticHandlerContext } = remixContext;
  // What Vite serves in development is not listed at all.
  const ids = staticHandlerContext.matches.map(({ route }) => route.id);
  const context = import.meta.env.PROD
    ? { ...remixContext, manifest: manifestOf(manifest, ids) }
    : remixContext;
  const preloads = preloadsOf(manifest, ids);
  if (import.meta.env.PROD && preloads !== "") headers.append("Link", preloads);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={cspNonce}>
        <TextsProvider value={textsFor(locale)}>
          <RemixServer
            context={context}
            url={request.url}
            abortDelay={RENDER_LIMIT}
            nonce={cspNonce}
          />
        </TextsProvider>
      </NonceProvider>,
      {
        nonce: cspNonce,
        onAllReady() {
          clearTimeout(tooLate);
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", locale);
          pipe(wholePage((page) => resolve(new Response(page, { headers, status }))));
        },
        onShellError: reject,
        onError(error) {
          logger.error({ err: safeError(error) }, "a page failed to render");
        },
      },
    );
    const tooLate = setTimeout(abort, RENDER_LIMIT);
  });
}

/** What a page shows of the list of routes: its own. The router would build all of them for it. */
function manifestOf(manifest: EntryContext["manifest"], ids: string[]): EntryContext["manifest"] {
  const routes = Object.entries(manifest.routes).filter(([id]) => ids.includes(id));
  return leanManifest({ ...manifest, routes: Object.fromEntries(routes) });
}

/** Called by Remix for whatever loaders and actions throw that is not a response. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  // What the client did wrong is an answer, not a failure of ours.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  // Its path may hold a secret; the log line of the request, of the same id, has what may be shown.
  context.logger.error({ err: safeError(error), requestId: context.requestId }, "a request failed");
}
