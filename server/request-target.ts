/** A request target that has exactly one reading, or the reason why it has not. */
export type RequestTarget =
  | {
      ok: true;
      /** The public origin plus the target; the request's Host has no part in it. */
      url: URL;
      /** As sent: percent-encoded, with `.data` when Remix asks for data. */
      pathname: string;
      /** The page it is about, for comparing: decoded, lower case, no `.data`, no final slash. */
      pagePath: string;
      isData: boolean;
    }
  | { ok: false; reason: "not-a-path" | "too-long" | "ambiguous" | "undecodable" };

const MAX_PATH_LENGTH = 2048;

/**
 * Reads the raw request target (`req.originalUrl`) as a path below `origin`.
 *
 * Refuses whatever two readers could understand differently: absolute-form and `*` targets,
 * `//host`, backslashes, dot segments, fragments, raw characters a browser would have encoded,
 * malformed escapes, encoded control characters, and paths over 2,048 characters.
 */
export function parseRequestTarget(origin: string, rawTarget: string): RequestTarget {
  if (!rawTarget.startsWith("/")) return { ok: false, reason: "not-a-path" };
  const queryAt = rawTarget.indexOf("?");
  const rawPath = queryAt === -1 ? rawTarget : rawTarget.slice(0, queryAt);
  if (rawPath.length > MAX_PATH_LENGTH) return { ok: false, reason: "too-long" };
  if (rawPath.startsWith("//") || rawTarget.includes("#"))
    return { ok: false, reason: "ambiguous" };

  const url = URL.parse(origin + rawTarget);
  // The URL standard normalises dot segments and backslashes. A path that it changes would mean
  // one thing to the checks here and another to the router, so it is not repaired but refused.
  if (url?.origin !== origin || url.pathname !== rawPath) return { ok: false, reason: "ambiguous" };

  const pagePath = pagePathOf(rawPath);
  if (pagePath === undefined) return { ok: false, reason: "undecodable" };
  const isData = rawPath.endsWith(".data") || url.searchParams.has("_data");
  return { ok: true, url, pathname: rawPath, pagePath, isData };
}

function pagePathOf(rawPath: string): string | undefined {
  const withoutData = rawPath.endsWith(".data") ? rawPath.slice(0, -".data".length) : rawPath;
  let decoded: string;
  try {
    // Segment by segment, as the router does: an encoded slash does not separate segments.
    decoded = withoutData
      .split("/")
      .map((segment) => decodeURIComponent(segment).replaceAll("/", "%2f"))
      .join("/");
  } catch {
    return undefined;
  }
  if (/[\p{Cc}\\]/u.test(decoded)) return undefined;
  // The router ignores case and a final slash, so comparisons must as well.
  const lower = decoded.toLowerCase().replace(/\/+$/, "");
  return lower === "" || (lower === "/_root" && rawPath.endsWith(".data")) ? "/" : lower;
}
