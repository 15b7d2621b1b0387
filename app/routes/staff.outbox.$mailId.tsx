import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guard.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { notFound } from "#app/lib/responses.server.ts";
import { OpenedMail } from "#app/mail/opened-mail.tsx";
import { openMail } from "#app/mail/outbox-reading.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["mail"] } satisfies RouteHandle;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireAdmin(request);
  const mailId = Number(params.mailId);
  const mail = Number.isSafeInteger(mailId)
    ? await openMail(db, {
        mailId,
        readerId: viewer.id,
        address: context.clientAddress,
        now: new Date(),
      })
    : undefined;
  if (!mail) throw notFound();
  return { mail };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.mail.subject ?? data?.mail.messageId },
];

export default function OutboxMail() {
  const { mail } = useLoaderData<typeof loader>();
  const { t } = useTranslation("mail");
  const { search } = useLocation();
  return (
    <>
      <Link
        to={{ pathname: "/staff/outbox", search }}
        className="text-link mb-3 inline-block py-2 lg:hidden"
      >
        {t("outbox.back")}
      </Link>
      <OpenedMail mail={mail} />
    </>
  );
}
