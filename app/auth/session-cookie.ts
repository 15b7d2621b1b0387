const DAYS_90 = 90 * 24 * 60 * 60;

/**
 * Name and attributes of a cookie of ours. Over https the `__Host-` prefix keeps subdomains and
 * plain http from planting one (RFC 6265bis, 4.1.3.2).
 */
export function cookieShape(publicUrl: URL, name: string): { name: string; attributes: string } {
  const secure = publicUrl.protocol === "https:";
  return {
    name: secure ? `__Host-${name}` : name,
    attributes: `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`,
  };
}

/** The `Set-Cookie` value that keeps a value for `seconds`; 0 removes it. */
export function setCookie(publicUrl: URL, name: string, value: string, seconds: number): string {
  const shape = cookieShape(publicUrl, name);
  return `${shape.name}=${value}; Max-Age=${seconds}; ${shape.attributes}`;
}

/** The value of our cookie in a request; our values are all base64url, anything else is foreign. */
export function readCookie(request: Request, publicUrl: URL, name: string): string | undefined {
  const shape = cookieShape(publicUrl, name);
  const header = request.headers.get("cookie") ?? "";
  for (const part of header.split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === shape.name && value && /^[\w-]{1,400}$/.test(value)) return value;
  }
  return undefined;
}

export const SESSION_COOKIE = "portal-session";
export const SESSION_COOKIE_SECONDS = DAYS_90;
export const SECOND_FACTOR_COOKIE = "portal-second-factor";
/** Where a mail was just sent to, so that the next page can name it: no address in an URL or log. */
export const MAILED_COOKIE = "portal-mailed";
