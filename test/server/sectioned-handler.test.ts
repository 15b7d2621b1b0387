import { createRequestHandler, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sectionedHandler } from "#server/sectioned-handler.ts";
import { fakeBuild } from "./fake-build.ts";

const PATHS = {
  "questions/list": "questions",
  question: "questions/:questionId",
  edit: "questions/:questionId/edit",
  "questions/new": "questions/new",
  feed: "questions.atom",
  event: "events/:eventId",
  picture: "events/:eventId/og.png",
  anything: ":word/special",
  nothing: "*",
};

/** Resource routes that say which of them answered, and with which parameters. */
function buildOf(): ServerBuild {
  const build = fakeBuild({ urls: [], actions: [], contexts: [], bodyErrors: [], aborted: 0 });
  const answers = (id: string) => ({
    loader: ({ params }: LoaderFunctionArgs) => Response.json({ id, params }),
  });
  const route = (id: string, path: string, parentId: string | undefined, module: object) => [
    id,
    { id, path, parentId, module },
  ];
  const routes = Object.fromEntries([
    route("root", "", undefined, {}),
    route("routes/staff", "staff", "root", {}),
    route("staff/areas", "areas/:areaId", "routes/staff", answers("staff/areas")),
    ...Object.entries(PATHS).map(([id, path]) => route(id, path, "root", answers(id))),
  ]);
  return { ...build, routes } as ServerBuild;
}

const segment = fc.constantFrom(
  "questions",
  "QUESTIONS",
  "%71uestions",
  "questions.atom",
  "events",
  "staff",
  "areas",
  "new",
  "edit",
  "special",
  "og.png",
  "7",
  "a%2Fb",
  "",
);

test("a handler of a section answers as one that knows all routes", async () => {
  const build = buildOf();
  const whole = createRequestHandler(build, "production");
  const handlerOf = sectionedHandler(build, "production");
  await fc.assert(
    fc.asyncProperty(fc.array(segment, { minLength: 1, maxLength: 4 }), async (parts) => {
      const path = `/${parts.join("/")}`;
      const ask = async (handle: typeof whole) => {
        const answer = await handle(new Request(new URL(`http://portal.example${path}`)));
        return { status: answer.status, text: await answer.text() };
      };
      expect(await ask(handlerOf(path))).toEqual(await ask(whole));
    }),
    { numRuns: 300 },
  );
});
