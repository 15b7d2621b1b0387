/** Names of the template databases of a run. */
export const EMPTY = "e2e_empty";
export const FILLED = "e2e_filled";
/** Environment variables in which workers find the database server, and the folder of the run. */
export const SERVER_URL = "E2E_SERVER_URL";
export const DATA_FOLDER = "E2E_DATA_FOLDER";
