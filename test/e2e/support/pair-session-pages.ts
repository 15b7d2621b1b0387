import type { Page } from "@playwright/test";
import type { Visit } from "./pages.ts";
import type { Portal } from "./portal.ts";

/** Pair sessions of the demo community: those of the demo member, and who can be booked. */
export type PairPlaces = Awaited<ReturnType<typeof findPairPlaces>>;

export async function findPairPlaces({ sql }: Portal) {
  const one = async <T>(query: PromiseLike<{ found: T }[]>): Promise<T> => {
    const [row] = await query;
    if (!row) throw new Error("The demo community lacks a pair session that a page shows");
    return row.found;
  };
  const between = (host: string, guest: string, isPast: boolean) =>
    one(sql<{ found: number }[]>`
      select s.id::int as found from pair_sessions s
      join people h on h.id = s.host_id join people g on g.id = s.guest_id
      where h.email = ${`${host}@portal.example`} and g.email = ${`${guest}@portal.example`}
        and s.cancelled_at is null and (s.starts_at < now()) = ${isPast} order by s.id limit 1`);
  return {
    coming: await between("supporter", "member", false),
    past: await between("supporter", "member", true),
    host: await one(sql<{ found: string }[]>`
      select handle as found from people where email = 'supporter@portal.example'`),
    /** Lives in another time zone than most. */
    away: await one(sql<{ found: string }[]>`
      select p.handle as found from people p join pair_hosts h on h.person_id = p.id
      where p.time_zone <> 'Asia/Tokyo' order by p.id limit 1`),
  };
}

const by =
  (as: string) =>
  (path: string, then?: Visit["then"]): Visit => ({ path, as, then });
const member = by("member");
const supporter = by("supporter");
const staff = by("staff");

/** Every page of pair sessions, visited by those to whom it looks different. */
export function pairSessionPages({
  coming,
  past,
  host,
  away,
}: PairPlaces): Record<string, Visit[]> {
  const slots = `/people/${host}/pair-sessions`;
  return {
    "pair-sessions._index.tsx": [
      member("/pair-sessions"),
      supporter("/pair-sessions"),
      by("lead")("/pair-sessions"),
      staff("/pair-sessions"),
    ],
    "pair-sessions.$sessionId.tsx": [
      member(`/pair-sessions/${coming}`),
      supporter(`/pair-sessions/${past}`),
      by("lead")(`/pair-sessions/${past}`),
      staff(`/pair-sessions/${coming}`),
    ],
    "pair-sessions.$sessionId_.cancellation.tsx": [
      member(`/pair-sessions/${coming}/cancellation`),
      supporter(`/pair-sessions/${coming}/cancellation`, sendEmpty),
    ],
    "pair-sessions.$sessionId_.record.tsx": [supporter(`/pair-sessions/${past}/record`)],
    "pair-sessions.$sessionId_.time.tsx": [
      member(`/pair-sessions/${coming}/time`),
      member(`/pair-sessions/${coming}/time`, chooseFirst),
    ],
    "people.$handle_.pair-sessions.tsx": [
      member(slots),
      member(`/people/${away}/pair-sessions`),
      supporter(slots),
    ],
    "people.$handle_.pair-sessions_.new.tsx": [
      member(slots, chooseFirst),
      member(`${slots}/new?at=2026-01-01T00:00:00.000Z`),
    ],
    "settings.pair-sessions.tsx": [
      supporter("/settings/pair-sessions"),
      staff("/settings/pair-sessions"),
      by("admin")("/settings/pair-sessions"),
    ],
    "settings.pair-sessions_.hours.new.tsx": [
      supporter("/settings/pair-sessions/hours/new"),
      staff("/settings/pair-sessions/hours/new", sendEmpty),
    ],
  };
}

async function chooseFirst(page: Page): Promise<void> {
  await page
    .getByRole("main")
    .getByRole("link", { name: /\d\d:\d\d/ })
    .first()
    .click();
  await page.waitForURL(/at=/);
}

/** What the browser would keep back too, the server refuses with words. */
async function sendEmpty(page: Page): Promise<void> {
  await page
    .getByRole("main")
    .locator("form")
    .first()
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
      form.requestSubmit();
    });
  await page.getByRole("alert").waitFor();
}
