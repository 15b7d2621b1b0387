import autocannon from "autocannon";
import type { Visit } from "./visits.ts";

export type LoadFigures = {
  connections: number;
  requestsPerSecond: number;
  /** Milliseconds from the first byte sent to the last received. */
  p50: number;
  p95: number;
  p99: number;
  /** Requests that were lost or answered with another status than the visit expects. */
  failed: number;
};

/** Repeats a visit on several connections at once, each sending the next as soon as it can. */
export async function putUnderLoad(
  visit: Visit,
  { origin, connections, seconds }: { origin: string; connections: number; seconds: number },
): Promise<LoadFigures> {
  const times: number[] = [];
  let failed = 0;
  const run = autocannon({
    url: origin,
    connections,
    duration: seconds,
    sampleInt: 200,
    timeout: 30,
    requests: [{ setupRequest: (request) => ({ ...request, ...visit.request() }) }],
  });
  run.on("response", (_client, status, _bytes, milliseconds) => {
    if (status === visit.expects) times.push(milliseconds);
    else failed += 1;
  });
  const begun = performance.now();
  const { errors, timeouts } = await run;
  const elapsed = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  return {
    connections,
    requestsPerSecond: times.length / elapsed,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    failed: failed + errors + timeouts,
  };
}

/** Nearest rank of sorted values; NaN of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
