/** Names of the template databases of a run. */
export const EMPTY = "e2e_empty";
export const FILLED = "e2e_filled";
/** Environment variable in which workers find the database server. */
export const SERVER_URL = "E2E_SERVER_URL";
