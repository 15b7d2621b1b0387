import { setTimeout as sleep } from "node:timers/promises";
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { countQuery } from "#app/lib/request-context.ts";

type Route = ServerBuild["routes"][string];
type Module = Partial<Route["module"]>;

/** What the routes below saw, for the tests to look at. */
export type Seen = {
  urls: string[];
  actions: string[];
  contexts: Record<string, unknown>[];
  bodyErrors: unknown[];
  aborted: number;
};

const page: Module = { default: () => null };

/** A Remix build made by hand: pages and resource routes that each show one behaviour. */
export function fakeBuild(seen: Seen): ServerBuild {
  const remember = ({ request, context }: LoaderFunctionArgs) => {
    seen.urls.push(request.url);
    seen.contexts.push(context);
    return Response.json({ url: request.url });
  };
  const action = async ({ request }: ActionFunctionArgs) => {
    try {
      const form = await request.formData();
      seen.actions.push(String(form.get("title")));
      return { saved: form.get("title") };
    } catch (error) {
      seen.bodyErrors.push(error);
      throw error;
    }
  };

  const routes: Record<string, Route> = {};
  const add = (id: string, path: string | undefined, module: Module, index = false) => {
    routes[id] = {
      id,
      parentId: id === "root" ? undefined : "root",
      path,
      index: index || undefined,
      module: module as Route["module"],
    } as Route;
  };

  add("root", "", page);
  add("routes/home", undefined, { ...page, loader: remember }, true);
  add("routes/questions", "questions", { ...page, loader: remember });
  add("routes/questions.new", "questions/new", { ...page, loader: remember, action });
  add("routes/avatar", "settings/avatar", { ...page, action });
  add("routes/invite", "invite/:token", { ...page, loader: remember });
  add("routes/queries", "queries", {
    loader: async () => {
      countQuery();
      await sleep(1);
      countQuery();
      return Response.json({});
    },
  });
  add("routes/echo", "echo", {
    loader: remember,
    action: async ({ request }) => Response.json({ length: (await request.text()).length }),
  });
  add("routes/ignores-body", "ignores-body", { action: () => Response.json({ read: false }) });
  add("routes/cookies", "cookies", {
    loader: () => {
      const headers = new Headers({ "Cache-Control": "public, max-age=60" });
      headers.append("Set-Cookie", "a=1; Path=/");
      headers.append("Set-Cookie", "b=2; Path=/");
      headers.set("Content-Security-Policy", "sandbox");
      return new Response("cookies", { headers });
    },
  });
  add("routes/slow", "slow", {
    loader: async () => {
      await sleep(400);
      return new Response("finished");
    },
  });
  add("routes/endless", "endless", {
    loader: ({ request }) => {
      request.signal.addEventListener("abort", () => {
        seen.aborted += 1;
      });
      const chunk = new Uint8Array(64 * 1024);
      let produced = 0;
      const stream = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            produced += chunk.length;
            seen.contexts.push({ produced });
            controller.enqueue(chunk);
          },
        },
        { highWaterMark: 0 },
      );
      return new Response(stream, { headers: { "Content-Type": "application/octet-stream" } });
    },
  });
  add("routes/ticks", "ticks", {
    loader: () => {
      const encoder = new TextEncoder();
      const stream = new ReadableStream<Uint8Array>({
        async start(controller) {
          controller.enqueue(encoder.encode(`first ${"x".repeat(2000)}`));
          await sleep(300);
          controller.enqueue(encoder.encode("second"));
          controller.close();
        },
      });
      return new Response(stream, { headers: { "Content-Type": "text/plain" } });
    },
  });
  add("routes/broken", "broken", {
    loader: () => {
      const stream = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("half"));
          setTimeout(() => controller.error(new Error("source failed")), 20);
        },
      });
      return new Response(stream);
    },
  });

  return {
    mode: "production",
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    isSpaMode: false,
    future: { v3_singleFetch: true } as ServerBuild["future"],
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    routes,
    entry: {
      module: {
        default: (_request, status, headers, context, loadContext) => {
          if (context.staticHandlerContext.location.pathname === "/questions") {
            const query = context.staticHandlerContext.location.search;
            if (query === "?crash") throw new Error(`rendering failed`);
          }
          headers.set("Content-Type", "text/html; charset=utf-8");
          const nonce = String(loadContext.cspNonce);
          const html = `<!doctype html><script nonce="${nonce}">1</script><p>${"本文".repeat(600)}</p>`;
          return new Response(html, { status, headers });
        },
        handleError: () => {},
      },
    },
  };
}
