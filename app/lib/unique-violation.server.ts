/** Whether an error says that a unique constraint refused a row (SQLSTATE 23505), drizzle's wrapping included. */
export function isUniqueViolation(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && cause.code === "23505") return true;
  }
  return false;
}
