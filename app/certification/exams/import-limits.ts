/** Largest file in bytes: it travels through a form once more, which takes 1 MiB. */
export const MAX_CSV_BYTES = 900_000;
export const MAX_CSV_ROWS = 2_000;
/** Rows that a report names; whoever has more to correct begins with these. */
export const MAX_LISTED = 200;
