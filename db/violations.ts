/**
 * Name of the unique or check constraint that made a statement fail, so that a command can turn it
 * into a refusal; undefined for every other error. Drizzle wraps the driver's error as `cause`.
 */
export function violatedConstraint(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code, constraint_name: name } = e as { code?: string; constraint_name?: string };
    // Class 23 of the SQLSTATE codes: integrity constraint violation.
    if (code?.startsWith("23") && name) return name;
  }
  return undefined;
}
