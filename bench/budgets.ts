/** The limits of the developer guide. */
export const BUDGETS = {
  /** Milliseconds for a question or list page with one client. */
  p50: 15,
  p95: 40,
  queries: 8,
  js: 120 * 1024,
  css: 20 * 1024,
} as const;

/** Counts what was held and remembers what was not. */
export class Verdicts {
  readonly over: string[] = [];
  checked = 0;

  /** `ok (≤ 15)` or `OVER (≤ 15)`. */
  judge(name: string, value: number, limit: number, shown = String(limit)): string {
    this.checked += 1;
    const ok = value <= limit;
    if (!ok) this.over.push(name);
    return `${ok ? "ok" : "OVER"} ≤ ${shown}`;
  }
}
