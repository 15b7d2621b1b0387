import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

type Args = LoaderFunctionArgs & ActionFunctionArgs;
type RouteFunction = (args: Args) => unknown;

/** What a route answered, in one shape whether it returned data, returned or threw a Response. */
export type Answer = {
  status: number;
  location: string | null;
  cookies: string[];
  body: unknown;
};

/** Calls a loader or action as the server would, as a client at 192.0.2.7. */
export async function call(
  route: RouteFunction,
  path: string,
  {
    params = {},
    cookie,
    form,
  }: {
    params?: Record<string, string>;
    cookie?: string;
    form?: Record<string, string>;
  } = {},
): Promise<Answer> {
  const headers = new Headers({ "accept-language": "ja" });
  if (cookie) headers.set("cookie", cookie.split(";")[0] ?? "");
  const request = new Request(`http://localhost:3000${path}`, {
    headers,
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
  const context = { clientAddress: "192.0.2.7" } as Args["context"];
  const result = await settle(route, { request, params, context } as Args);
  if (result instanceof Response) {
    return {
      status: result.status,
      location: result.headers.get("location"),
      cookies: result.headers.getSetCookie(),
      body: await result.text(),
    };
  }
  const wrapped = result as { type?: string; data?: unknown; init?: { status?: number } } | null;
  const isWrapped = wrapped?.type === "DataWithResponseInit";
  return {
    status: (isWrapped && wrapped.init?.status) || 200,
    location: null,
    cookies: [],
    body: isWrapped ? wrapped.data : result,
  };
}

async function settle(route: RouteFunction, args: Args): Promise<unknown> {
  try {
    return await route(args);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

/** The cookie of this name among the `Set-Cookie` values, as the browser sends it back. */
export function cookieOf(answer: Answer, name: string): string {
  const cookie = answer.cookies.find((value) => value.startsWith(`${name}=`));
  return cookie?.split(";")[0] ?? "";
}
