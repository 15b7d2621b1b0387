import { parseArgs } from "node:util";

export const IMPORT_USAGE = `Usage: npm run import -- stackexchange <folder or Posts.xml> [--site NAME] [--area SLUG]

Reads a dump in the format of the public Stack Exchange data dump: Posts.xml, and Users.xml,
Comments.xml, Votes.xml and PostLinks.xml when they lie beside it. Running it again changes nothing.

  --site NAME   name of the source, by which a second import knows what is there already
                (default: the name of the folder)
  --area SLUG   product area that the questions go to (default: "imported", made when missing)
`;

export type ImportArguments = {
  path: string;
  site: string | undefined;
  area: string | undefined;
};

/** Reads the words after `npm run import --`; refusals carry one line for the person who typed. */
export function parseImportArguments(
  words: string[],
):
  | { ok: true; value: ImportArguments }
  | { ok: false; reason: "help" }
  | { ok: false; reason: "wrong"; message: string } {
  const wrong = (message: string) => ({ ok: false, reason: "wrong", message }) as const;
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read(words);
  } catch (error) {
    return wrong((error as Error).message);
  }
  const { values, positionals } = parsed;
  const [format, path, ...rest] = positionals;
  if (values.help) return { ok: false, reason: "help" };
  if (format === undefined) return wrong("What should be imported?");
  if (format !== "stackexchange") {
    return wrong(`Unknown format ${JSON.stringify(format)}: only stackexchange can be imported.`);
  }
  if (!path) return wrong("Where is the dump? Name its folder or its Posts.xml.");
  if (rest.length > 0) return wrong(`Too many arguments: ${rest.join(" ")}`);
  if (values.site !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(values.site)) {
    return wrong("--site must be a name of letters, digits, dots and hyphens.");
  }
  return { ok: true, value: { path, site: values.site, area: values.area } };
}

function read(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      site: { type: "string" },
      area: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
}
