import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guard.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { openMailHtml } from "#app/mail/outbox-reading.server.ts";
import { db } from "#db/client.server.ts";

/**
 * The HTML of a mail for the frame beside its text. It runs no script, loads nothing and belongs to
 * no origin; links open in a page of their own. Only our own pages may frame it.
 */
const POLICY = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireAdmin(request);
  const mailId = Number(params.mailId);
  const html = Number.isSafeInteger(mailId)
    ? await openMailHtml(db, {
        mailId,
        readerId: viewer.id,
        address: context.clientAddress,
        framed: request.headers.get("Sec-Fetch-Dest") === "iframe",
        now: new Date(),
      })
    : undefined;
  if (html === undefined) throw notFound();
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "X-Frame-Options": "SAMEORIGIN",
      "Cache-Control": "private, no-store",
      "Referrer-Policy": "no-referrer",
      // A sandboxed page has no origin to key by; asking for it makes the browser warn.
      "Origin-Agent-Cluster": "?0",
    },
  });
}
