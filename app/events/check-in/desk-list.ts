import type { AttendanceWay, RegistrationState } from "#db/vocabulary.ts";
import { readCode } from "../admission/codes.ts";

/** So many rows are shown at once; whoever is not among them is found by typing. */
export const ROWS_SHOWN = 50;

/** Somebody who applied, with their registration that counts. */
export type Guest = {
  personId: number;
  name: string;
  reading: string;
  organisation: string;
  code: string;
  state: RegistrationState;
  ticket: string;
};

/** Somebody who came; moments as ISO 8601, as they come from the server. */
export type Came = {
  id: number;
  personId: number | null;
  name: string;
  reading: string;
  /** Of people of the portal their company, of guests what they said. */
  organisation: string;
  at: string;
  way: AttendanceWay;
  byName: string;
};

/** What one line of the list says: somebody who applied, came, or both. */
export type DeskRow = {
  /** `p12` for people, `a34` for guests. */
  id: string;
  personId: number | null;
  name: string;
  reading: string;
  organisation: string;
  /** Undefined for walk-ins. */
  registration?: { code: string; state: RegistrationState; ticket: string };
  came?: Came;
};

export type Figures = { came: number; confirmed: number; walkIns: number };

/** The lines of an event: first who can come in, then the others, in the order of names. */
export function rowsOf(guests: readonly Guest[], came: readonly Came[]): DeskRow[] {
  const arrivals = new Map(came.flatMap((one) => (one.personId ? [[one.personId, one]] : [])));
  const rows: DeskRow[] = guests.map(({ code, state, ticket, ...guest }) => ({
    id: `p${guest.personId}`,
    ...guest,
    registration: { code, state, ticket },
    came: arrivals.get(guest.personId),
  }));
  const known = new Set(guests.map(({ personId }) => personId));
  for (const one of came) {
    if (one.personId !== null && known.has(one.personId)) continue;
    const { personId, name, reading, organisation } = one;
    const id = personId === null ? `a${one.id}` : `p${personId}`;
    rows.push({ id, personId, name, reading, organisation, came: one });
  }
  const rank = ({ registration, came: arrival }: DeskRow) =>
    arrival || registration?.state === "confirmed"
      ? 0
      : registration?.state === "cancelled"
        ? 2
        : 1;
  const place = ({ reading, name }: DeskRow) => reading || name;
  return rows
    .map((row) => ({ row, rank: rank(row), place: place(row) }))
    .sort((a, b) => a.rank - b.rank || (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ row }) => row);
}

export function figuresOf(guests: readonly Guest[], came: readonly Came[]): Figures {
  return {
    came: came.length,
    confirmed: guests.filter(({ state }) => state === "confirmed").length,
    walkIns: came.filter(({ way }) => way === "walk-in").length,
  };
}

/** Text as it is compared: width, letter case, blanks and the kind of kana aside. */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, "");
}

/** Rows made ready to be searched at every key stroke. */
export function searchable(rows: readonly DeskRow[]): { row: DeskRow; text: string }[] {
  return rows.map((row) => ({
    row,
    text: [row.name, row.reading, row.organisation].map(comparable).join("\n"),
  }));
}

/** The first rows that contain what was typed, in names, readings, companies or codes. */
export function search(
  rows: readonly { row: DeskRow; text: string }[],
  typed: string,
): { shown: DeskRow[]; total: number } {
  const word = comparable(typed);
  const code = readCode(typed);
  const found =
    word === ""
      ? rows
      : rows.filter(
          ({ row, text }) =>
            text.includes(word) || (code.length > 2 && row.registration?.code.startsWith(code)),
        );
  return { shown: found.slice(0, ROWS_SHOWN).map(({ row }) => row), total: found.length };
}
