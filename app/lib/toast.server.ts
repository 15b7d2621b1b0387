import { redirect } from "@remix-run/node";
import type { Toast } from "#app/lib/toast.ts";

const NAME = "toast";

/** Answers with a redirect and a short message that the next page shows once. */
export function redirectWithToast(
  url: string,
  toast: Toast,
  init: { headers?: HeadersInit } = {},
): Response {
  const headers = new Headers(init.headers);
  headers.append("Set-Cookie", toastCookie(toast));
  return redirect(url, { headers });
}

function toastCookie(toast: Toast): string {
  const value = encodeURIComponent(JSON.stringify(toast));
  return `${NAME}=${value}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`;
}

/** The message waiting in the request's cookie, and the header that removes it. */
export function takeToast(request: Request): { toast?: Toast; clear?: string } {
  const raw = new RegExp(`(?:^|;\\s*)${NAME}=([^;]*)`).exec(
    request.headers.get("cookie") ?? "",
  )?.[1];
  if (!raw) return {};
  const clear = `${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
  try {
    const toast = JSON.parse(decodeURIComponent(raw)) as Toast;
    return typeof toast.key === "string" ? { toast, clear } : { clear };
  } catch {
    return { clear };
  }
}
