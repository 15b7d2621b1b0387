import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { MailBadge } from "./mail-badge.tsx";
import type { OpenedMail as Mail } from "./outbox-reading.server.ts";

/** A mail as admins read it: what became of it, then what it says. */
export function OpenedMail({ mail }: { mail: Mail }) {
  const { t } = useTranslation(["mail", "common"]);
  return (
    <Card>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <h2 className="min-w-0 text-lg font-bold">{mail.subject ?? t("mail:outbox.unprepared")}</h2>
        <MailBadge state={mail.state} />
      </div>
      <dl className="mb-5 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
        <Fact name={t("mail:outbox.to")}>
          {mail.toName && `${mail.toName} `}&lt;{mail.toAddress}&gt;
        </Fact>
        <Fact name={t("mail:outbox.kind")}>{t(`mail:outbox.kind.${mail.kind}`)}</Fact>
        <Fact name={t("mail:outbox.language")}>{t(`common:locale.${mail.locale}`)}</Fact>
        <Fact name={t("mail:outbox.created")}>
          <DateTime value={mail.createdAt} style="exact" />
        </Fact>
        {mail.sentAt && (
          <Fact name={t("mail:outbox.sent")}>
            <DateTime value={mail.sentAt} style="exact" />
          </Fact>
        )}
        {mail.gaveUpAt && (
          <Fact name={t("mail:outbox.gaveUp")}>
            <DateTime value={mail.gaveUpAt} style="exact" />
          </Fact>
        )}
        {mail.attempts > 0 && <Fact name={t("mail:outbox.attempts")}>{mail.attempts}</Fact>}
        {mail.lastError && <Fact name={t("mail:outbox.lastError")}>{mail.lastError}</Fact>}
        <Fact name={t("mail:outbox.messageId")}>{mail.messageId}</Fact>
      </dl>
      {mail.state === "failed" && (
        <Form method="post" action={`/staff/outbox/${mail.id}/delivery`} className="mb-5">
          <Button variant="primary">{t("mail:outbox.retry")}</Button>
        </Form>
      )}
      <Body mail={mail} />
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="mb-1 min-w-0 break-words sm:mb-0">{children}</dd>
    </>
  );
}

function Body({ mail }: { mail: Mail }) {
  const { t } = useTranslation("mail");
  if (mail.text === null) {
    return <p className="text-muted">{t(mail.sentAt ? "outbox.erased" : "outbox.notRendered")}</p>;
  }
  return (
    <>
      <h3 className="mb-2 font-bold">{t("outbox.text")}</h3>
      <pre className="mb-5 rounded-card bg-sunken p-4 font-sans text-sm break-words whitespace-pre-wrap">
        {mail.text}
      </pre>
      {mail.hasHtml && (
        <>
          <h3 className="mb-2 font-bold">{t("outbox.html")}</h3>
          <iframe
            title={t("outbox.frame")}
            src={`/staff/outbox/${mail.id}/body`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            className="h-160 w-full rounded-card border border-line bg-white"
          />
        </>
      )}
      <p className="mt-3 text-sm text-muted">{t("outbox.audited")}</p>
    </>
  );
}
