import { expect, it } from "vitest";
import {
  countQuery,
  memoise,
  newRequestContext,
  requestContext,
  runWithRequestContext,
} from "#app/lib/request-context.ts";

it("keeps the contexts of parallel requests apart", async () => {
  const serve = async (id: string, queries: number) =>
    runWithRequestContext(newRequestContext(id), async () => {
      for (let made = 0; made < queries; made += 1) {
        countQuery();
        await Promise.resolve();
      }
      return [requestContext()?.requestId, requestContext()?.queries];
    });
  expect(await Promise.all([serve("a", 3), serve("b", 1)])).toEqual([
    ["a", 3],
    ["b", 1],
  ]);
});

it("does nothing outside a request", () => {
  let calls = 0;
  countQuery();
  memoise("key", () => calls++);
  memoise("key", () => calls++);
  expect(calls).toBe(2);
  expect(requestContext()).toBeUndefined();
});

it("remembers results for one request only, rejections not at all", async () => {
  let calls = 0;
  const call = () => memoise("viewer", async () => ++calls);
  const both = () =>
    runWithRequestContext(newRequestContext("a"), () => Promise.all([call(), call()]));
  expect(await both()).toEqual([1, 1]);
  expect(await both()).toEqual([2, 2]);

  await runWithRequestContext(newRequestContext("b"), async () => {
    const fail = () => memoise("x", () => Promise.reject(new Error("no")));
    await expect(fail()).rejects.toThrow("no");
    expect(await memoise("x", async () => "second try")).toBe("second try");
  });
});

it("is shared with a second copy of the module, as the bundle and the server have them", async () => {
  const copyPath = "../../app/lib/request-context.ts?copy";
  const copy = (await import(/* @vite-ignore */ copyPath)) as {
    requestContext: typeof requestContext;
  };
  expect(copy.requestContext).not.toBe(requestContext);
  runWithRequestContext(newRequestContext("shared"), () => {
    expect(copy.requestContext()?.requestId).toBe("shared");
  });
});
