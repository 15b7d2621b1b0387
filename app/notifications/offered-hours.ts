/** Hours and days as the settings page offers them; days by ISO 8601, Monday first. */
export const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Quiet hours for whoever has none yet. */
export const OFFERED_QUIET = { from: 21, until: 8 };
