type Content = {
  type: string;
  /** Under which a browser stores it. */
  fileName?: string;
  /** Changes with the content. */
  tag?: string;
  /** For how many seconds it may be kept; 0: one must ask each time whether it still holds. */
  seconds: number;
  body: BodyInit;
};

/**
 * Answers with something that verifiers, wallets and other sites fetch: without a session, from any
 * origin, and never as a page that could run something.
 */
export function badgeResponse(
  request: Request,
  { type, fileName, tag, seconds, body }: Content,
): Response {
  const headers = new Headers({
    "Content-Type": type,
    "Cache-Control": seconds > 0 ? `public, max-age=${seconds}` : "private, no-cache",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Content-Security-Policy": "default-src 'none'; img-src data:; sandbox",
    "X-Content-Type-Options": "nosniff",
  });
  if (fileName) headers.set("Content-Disposition", `inline; filename="${fileName}"`);
  if (tag) {
    headers.set("ETag", `"${tag}"`);
    if (request.headers.get("If-None-Match")?.includes(`"${tag}"`)) {
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(body, { headers });
}

/** Whether a program asks for data rather than a person for a page. */
export function asksForJson(request: Request): boolean {
  const accepted = request.headers.get("Accept") ?? "";
  return /[/+]json/.test(accepted) && !accepted.includes("text/html");
}
