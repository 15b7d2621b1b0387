type LoggedError = {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: LoggedError;
};

const MAX_CAUSES = 4;

/**
 * An error as it may be logged: name, message, code, stack and causes; no other property, because
 * errors of the database and of mail carry statements, parameters, addresses and bodies. Query
 * parameters that the database driver writes into the message itself are cut off.
 */
export function safeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an Error was thrown" };
  const logged: LoggedError = { type: error.name, message: withoutParameters(error.message) };
  if ("code" in error && typeof error.code === "string") logged.code = error.code;
  if (error.stack) logged.stack = framesOf(error.stack);
  if (error.cause instanceof Error && depth < MAX_CAUSES) {
    logged.cause = safeError(error.cause, depth + 1);
  }
  return logged;
}

function withoutParameters(message: string): string {
  return message.replace(/\bparams:[\s\S]*$/, "params: [redacted]").slice(0, 2000);
}

/** Only the "at …" lines: the head of a stack repeats the unredacted message. */
function framesOf(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
