import type { ActionFunctionArgs } from "@remix-run/node";
import { translator } from "#app/i18n/i18n.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { resubscribe } from "#app/notifications/unsubscribing.server.ts";
import { db } from "#db/client.server.ts";

/** Takes an unsubscription back: the mails come again as they did before. */
export async function action({ params }: ActionFunctionArgs) {
  const secret = params.token ?? "";
  const page = await resubscribe(db, { secret, now: new Date() });
  if (!page) throw notFound();
  const { target, locale } = page;
  const t = translator(locale, "notifications");
  const isDigest = target === "daily" || target === "weekly";
  const sort = isDigest ? t(`unsubscribe.${target}`) : t(`setting.${target}`);
  return redirectWithToast(`/unsubscribe/${encodeURIComponent(secret)}`, {
    key: "notifications:unsubscribe.resumed",
    params: { sort },
  });
}
