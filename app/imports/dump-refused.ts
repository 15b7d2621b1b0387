export type RefusalReason =
  | "missing"
  | "unreadable"
  | "empty"
  | "broken"
  | "foreign"
  | "doctype"
  | "unknown-area"
  | "already-running"
  | "interrupted";

/**
 * Ends an import for a reason that the person who started it can act on. Thrown, because only a
 * thrown error rolls back the transaction; `importStackExchange` turns it into a returned refusal.
 */
export class ImportRefused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Document types can declare entities that grow without bound; nothing in them is ever read. */
export function doctypeRefused(fileName: string): ImportRefused {
  return new ImportRefused(
    "doctype",
    `${fileName} declares a document type, which a Stack Exchange dump never does.`,
  );
}
