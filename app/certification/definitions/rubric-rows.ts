/** Rows of the rubric that the form offers. */
export const RUBRIC_ROWS = [1, 2, 3, 4, 5, 6] as const;
