import { stringify } from "csv-stringify/sync";
import { asc, eq, gt, sql } from "drizzle-orm";
import type { TFunction } from "i18next";
import { isStaff, type Viewer } from "#app/auth/viewer.ts";
import { dayIn } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { eventQuestions } from "#db/schema/events.ts";
import { people } from "#db/schema/people.ts";
import { registrations } from "#db/schema/registrations.ts";
import type { GuestFilter } from "./guest-filter.ts";
import { type Guest, isAmong, selectGuests, withAnswers } from "./guest-list.server.ts";

const BATCH = 500;

/** Words of the file, in the language of whoever asks. */
export type ExportTexts = {
  t: TFunction<["organising"]>;
  state: (state: Guest["state"]) => string;
  tier: (tier: NonNullable<Guest["person"]["tier"]>) => string;
  phase: (phase: NonNullable<Guest["person"]["phase"]>) => string;
};

type Export = {
  viewer: Viewer;
  eventId: number;
  filter: GuestFilter;
  texts: ExportTexts;
  /** Rows read at a time. */
  batch?: number;
};

/**
 * The guests that a filter leaves, as CSV that Excel opens in Japanese: UTF-8 with a byte order
 * mark, no cell a formula, one column for each question. Comes in pieces, so that thousands of rows
 * are never held at once. Mail addresses, tier and phase are in it for staff alone.
 */
export async function* exportGuests(
  db: DbOrTx,
  { viewer, eventId, filter, texts, batch = BATCH }: Export,
): AsyncGenerator<string> {
  const questions = await db
    .select({ id: eventQuestions.id, label: eventQuestions.label })
    .from(eventQuestions)
    .where(eq(eventQuestions.eventId, eventId))
    .orderBy(asc(eventQuestions.position), asc(eventQuestions.id));
  const inside = isStaff(viewer);
  const { t } = texts;
  const heading = [
    t("guests.csv.name"),
    t("guests.csv.reading"),
    t("guests.csv.organisation"),
    t("guests.csv.title"),
    ...(inside ? [t("guests.csv.tier"), t("guests.csv.phase"), t("guests.csv.email")] : []),
    t("guests.csv.supporter"),
    t("guests.csv.ticket"),
    t("guests.csv.state"),
    t("guests.csv.place"),
    t("guests.csv.appliedAt"),
    t("guests.csv.appliedBy"),
    t("guests.csv.came"),
    t("guests.csv.note"),
    ...questions.map(({ label }) => label),
  ];
  yield stringify([heading], { bom: true, escape_formulas: true });
  let last = 0;
  for (;;) {
    const rows = await selectGuests(
      db,
      [eq(registrations.eventId, eventId), isAmong(filter, viewer), gt(registrations.id, last)],
      { email: sql<string | null>`${people.email}` },
    )
      .orderBy(asc(registrations.id))
      .limit(batch);
    const guests = await withAnswers(db, rows, viewer);
    if (guests.length > 0) {
      yield stringify(
        guests.map((guest, index) =>
          rowOf(guest, { email: rows[index]?.email ?? "", viewer, texts, questions }),
        ),
        { escape_formulas: true },
      );
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < batch) return;
  }
}

function rowOf(
  { person, ticket, ...guest }: Guest,
  {
    email,
    viewer,
    texts: { t, state, tier, phase },
    questions,
  }: { email: string; viewer: Viewer; texts: ExportTexts; questions: { id: number }[] },
): string[] {
  const answers = new Map(guest.answers.map(({ questionId, answer }) => [questionId, answer]));
  const yes = (holds: boolean) => (holds ? t("guests.csv.yes") : "");
  return [
    person.name,
    person.reading,
    person.organisationHidden ? t("guests.csv.hidden") : (person.organisationName ?? ""),
    person.title,
    ...(isStaff(viewer)
      ? [person.tier ? tier(person.tier) : "", person.phase ? phase(person.phase) : "", email]
      : []),
    yes(person.isSupporter),
    ticket.name,
    state(guest.state),
    guest.place === null ? "" : String(guest.place),
    momentIn(viewer.timeZone, guest.appliedAt),
    guest.appliedBy ?? "",
    yes(guest.came),
    guest.note,
    ...questions.map(({ id }) => answers.get(id) ?? ""),
  ];
}

/** `2026-06-01 12:00`: what spreadsheets take for a moment in every language. */
function momentIn(timeZone: string, moment: Date): string {
  const time = moment.toLocaleTimeString("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  return `${dayIn(timeZone, moment)} ${time}`;
}
