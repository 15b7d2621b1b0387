import { createReadStream } from "node:fs";
import { SaxesParser } from "saxes";
import type { DumpFile } from "./dump-files.server.ts";
import { doctypeRefused, ImportRefused } from "./dump-refused.ts";
import type { DumpRow } from "./dump-row.ts";

const CHUNK_BYTES = 256 * 1024;
/** A post of the real site is far below 1 MB; more in one row is an attempt to fill the memory. */
const MAX_ROW_CHARACTERS = 16 * 1024 * 1024;

/** Faults inside one value, after which the parser still knows where it is. */
const VALUE_FAULTS = /(?:malformed character entity|disallowed character)\.$/;

type Options = {
  /** Told the bytes and rows of each chunk when it has been worked off. */
  onRead?: (bytes: number, rows: number) => void;
};

/**
 * Reads a dump file piece by piece and yields its rows in portions. The next piece is read only
 * when the caller asks for more, so memory holds one piece whatever the size of the file.
 *
 * @throws ImportRefused `broken` (not well-formed, not UTF-8, cut off), `foreign` (other elements
 *   than rows) or `doctype` (document type and entity declarations are never read)
 */
export async function* readRows(
  file: DumpFile,
  { onRead }: Options = {},
): AsyncGenerator<DumpRow[]> {
  const rows = new RowParser(file);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new ImportRefused(
        "broken",
        `${file.name} is broken near line ${rows.line}: not UTF-8.`,
      );
    }
  };
  const stream = createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    const found = rows.write(decode(bytes));
    if (found.length > 0) yield found;
    onRead?.(bytes.length, found.length);
  }
  rows.end(decode());
}

/** Feeds one file to the XML parser and checks that it is nothing but `<root><row/>…</root>`. */
class RowParser {
  readonly #file: DumpFile;
  readonly #parser: SaxesParser<{ xmlns: false; forceXMLVersion: true; defaultXMLVersion: "1.0" }> =
    new SaxesParser({ xmlns: false, defaultXMLVersion: "1.0", forceXMLVersion: true });
  #found: DumpRow[] = [];
  #rowCount = 0;
  #rowLine = 0;
  #damaged = false;
  #depth = 0;
  #charactersSinceRow = 0;

  constructor(file: DumpFile) {
    this.#file = file;
    const parser = this.#parser;
    parser.on("doctype", () => {
      throw doctypeRefused(file.name);
    });
    parser.on("xmldecl", ({ encoding }) => {
      if (encoding && !/^utf-?8$/i.test(encoding)) {
        throw new ImportRefused("foreign", `${file.name} is not UTF-8 but ${encoding}.`);
      }
    });
    parser.on("error", (error) => this.#fault(error));
    parser.on("opentagstart", ({ name }) => this.#open(name));
    parser.on("opentag", ({ attributes }) => this.#opened(attributes));
    parser.on("closetag", () => {
      this.#depth--;
    });
    parser.on("text", (text) => {
      if (text.trim() !== "") this.#refuseForeign("text between the rows");
    });
  }

  get line(): number {
    return this.#parser.line;
  }

  write(text: string): DumpRow[] {
    this.#charactersSinceRow += text.length;
    this.#parser.write(text);
    if (this.#charactersSinceRow > MAX_ROW_CHARACTERS) {
      throw new ImportRefused(
        "broken",
        `${this.#file.name} is broken: a row after row ${this.#rowCount} does not end within ${MAX_ROW_CHARACTERS / 2 ** 20} MB.`,
      );
    }
    const found = this.#found;
    this.#found = [];
    return found;
  }

  end(rest: string): void {
    this.#parser.write(rest).close();
  }

  #open(name: string): void {
    this.#depth++;
    const expected = [this.#file.root, "row"][this.#depth - 1];
    if (name !== expected) this.#refuseForeign(`<${name.slice(0, 40)}>`);
    this.#rowLine = this.#parser.line;
    this.#damaged = false;
  }

  #opened(attributes: Record<string, string>): void {
    if (this.#depth !== 2) return;
    this.#rowCount++;
    this.#charactersSinceRow = 0;
    this.#found.push({
      number: this.#rowCount,
      line: this.#rowLine,
      attributes,
      ...(this.#damaged && { damaged: true }),
    });
  }

  #fault(error: Error): void {
    const message = error.message.replace(/^\d+:\d+: /, "");
    if (this.#depth === 2 && VALUE_FAULTS.test(message)) {
      this.#damaged = true;
      return;
    }
    const cutOff = message.startsWith("unclosed tag") || message === "unexpected end.";
    throw new ImportRefused(
      "broken",
      cutOff
        ? `${this.#file.name} is cut off at line ${this.line}.`
        : `${this.#file.name} is broken at line ${this.line}: ${message.replace(/\.$/, "")}.`,
    );
  }

  #refuseForeign(found: string): never {
    throw new ImportRefused(
      "foreign",
      `${this.#file.name} is not a Stack Exchange dump: line ${this.line} holds ${found} where <${this.#depth === 1 ? this.#file.root : "row"}> belongs.`,
    );
  }
}
