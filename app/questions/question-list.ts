import { cleanLine } from "#app/lib/clean-text.ts";

/** How a list of questions is narrowed and ordered; it lives in the URL of the list. */
export const LIST_STATES = ["open", "unanswered", "solved", "needs-info"] as const;
export type ListState = (typeof LIST_STATES)[number];

export const LIST_SORTS = ["newest", "active", "helpful"] as const;
export type ListSort = (typeof LIST_SORTS)[number];

export const PAGE_SIZE = 20;

export type QuestionFilter = {
  state?: ListState;
  mine?: boolean;
  watching?: boolean;
  area?: string;
  tag?: string;
  sort: ListSort;
  /** Where the page before ended: sort value and id of its last row. */
  after?: Cursor;
};

export type Cursor = { value: number; id: number };

/** Reads a filter from a query string; what makes no sense is left out. */
export function parseFilter(params: URLSearchParams): QuestionFilter {
  const state = LIST_STATES.find((known) => known === params.get("state"));
  const sort = LIST_SORTS.find((known) => known === params.get("sort")) ?? "newest";
  return {
    state,
    mine: params.get("mine") === "1",
    watching: params.get("watching") === "1",
    area: word(params.get("area")).slice(0, 60) || undefined,
    tag: word(params.get("tag")).normalize("NFKC").toLowerCase().slice(0, 40) || undefined,
    sort,
    after: parseCursor(params.get("after")),
  };
}

const word = (text: string | null) => cleanLine(text ?? "");

/** The last moment of the year 9999: beyond it, dates are written in ways PostgreSQL cannot read. */
const LAST_MOMENT = 253_402_300_799_999;

function parseCursor(text: string | null): Cursor | undefined {
  const match = /^(\d{1,15})_(\d{1,15})$/.exec(text ?? "");
  if (!match || Number(match[1]) > LAST_MOMENT) return undefined;
  return { value: Number(match[1]), id: Number(match[2]) };
}

export function cursorText({ value, id }: Cursor): string {
  return `${value}_${id}`;
}

/** The address of the list under a filter, with some of it changed; a change starts at the top. */
export function filterUrl(filter: QuestionFilter, changes: Partial<QuestionFilter> = {}): string {
  const next = { ...filter, after: undefined, ...changes };
  const params = new URLSearchParams();
  if (next.state) params.set("state", next.state);
  if (next.mine) params.set("mine", "1");
  if (next.watching) params.set("watching", "1");
  if (next.area) params.set("area", next.area);
  if (next.tag) params.set("tag", next.tag);
  if (next.sort !== "newest") params.set("sort", next.sort);
  if (next.after) params.set("after", cursorText(next.after));
  const query = params.toString();
  return query ? `/questions?${query}` : "/questions";
}

/** Whether anything narrows the list. */
export function isFiltered({ state, mine, watching, area, tag }: QuestionFilter): boolean {
  return Boolean(state || mine || watching || area || tag);
}
