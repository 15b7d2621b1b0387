import type { Visit } from "./visits.ts";

/** What the portal's own /metrics say, as far as it is shown here. */
type Metrics = {
  /** Seconds of processor time since the start. */
  cpuSeconds: number;
  residentBytes: number;
  /** Requests that reached the application, and the statements made for them. */
  requests: number;
  queries: number;
};

export type CostFigures = {
  queries: number;
  /** Milliseconds of processor time of the server's process for one request. */
  cpuMilliseconds: number;
};

const REPEATS = 200;

/** What one request of a visit costs the server, the mean of many made one after the other. */
export async function measureCost(visit: Visit, origin: string): Promise<CostFigures> {
  const before = await readMetrics(origin);
  for (let count = 0; count < REPEATS; count++) {
    const { path, ...init } = visit.request();
    const response = await fetch(origin + path, { ...init, redirect: "manual" });
    await response.arrayBuffer();
  }
  const after = await readMetrics(origin);
  return {
    queries: (after.queries - before.queries) / (after.requests - before.requests),
    cpuMilliseconds: ((after.cpuSeconds - before.cpuSeconds) * 1000) / REPEATS,
  };
}

export async function readResidentBytes(origin: string): Promise<number> {
  return (await readMetrics(origin)).residentBytes;
}

async function readMetrics(origin: string): Promise<Metrics> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const sum = (name: string) =>
    [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? ([\\d.e+-]+)$`, "gm"))].reduce(
      (total, match) => total + Number(match[1]),
      0,
    );
  return {
    cpuSeconds: sum("process_cpu_seconds_total"),
    residentBytes: sum("process_resident_memory_bytes"),
    requests: sum("http_request_queries_count"),
    queries: sum("http_request_queries_sum"),
  };
}
