import { Form } from "@remix-run/react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { DateTime } from "#app/ui/date-time.tsx";

const PAGE = "/settings/calendar";

/** The address of one's own calendar: made, seen once, made anew and ended. */
export function FeedAddress({ address, madeAt }: { address?: string; madeAt?: Date | string }) {
  const { t } = useTranslation("event-calendar");
  return (
    <Card className="mb-6 grid gap-4">
      <h2 className="text-lg font-bold">{t("address.title")}</h2>
      {address ? <NewAddress address={address} /> : madeAt ? <Made at={madeAt} /> : <None />}
      {(address || madeAt) && <Changes />}
    </Card>
  );
}

function None() {
  const { t } = useTranslation("event-calendar");
  return (
    <>
      <p>{t("address.none")}</p>
      <Form method="post" action={PAGE}>
        <Button variant="primary">{t("address.make")}</Button>
      </Form>
    </>
  );
}

function Made({ at }: { at: Date | string }) {
  const { t } = useTranslation("event-calendar");
  return (
    <div>
      <p>{t("address.there")}</p>
      <p className="text-sm text-muted">
        {t("address.madeOn")} <DateTime value={at} style="date" />
      </p>
    </div>
  );
}

function NewAddress({ address }: { address: string }) {
  const { t } = useTranslation("event-calendar");
  const [scripted, setScripted] = useState(false);
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    setScripted(true);
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <p role="status" className="rounded-card bg-good-soft px-4 py-2">
        {t("address.shown")}
      </p>
      <div className="grid gap-1">
        <label htmlFor={id} className="font-semibold">
          {t("address.label")}
        </label>
        <input
          id={id}
          ref={field}
          readOnly
          value={address}
          className="min-h-11 w-full rounded-card border border-line bg-paper px-3 font-mono text-sm"
        />
      </div>
      <div className="flex flex-wrap gap-3">
        {scripted && (
          <Button type="button" variant="primary" onClick={copy}>
            <span aria-live="polite">{t(copied ? "address.copied" : "address.copy")}</span>
          </Button>
        )}
        <a href={address.replace(/^https?:/, "webcal:")} className={buttonLook("quiet")}>
          {t("address.subscribe")}
        </a>
      </div>
    </>
  );
}

function Changes() {
  const { t } = useTranslation("event-calendar");
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog trigger={t("address.renew")} title={t("address.renew.confirm")}>
        <p className="mb-4">{t("address.renew.text")}</p>
        <Form method="post" action={PAGE}>
          <Button variant="primary">{t("address.renew")}</Button>
        </Form>
      </ConfirmDialog>
      <ConfirmDialog trigger={t("address.revoke")} title={t("address.revoke.confirm")}>
        <p className="mb-4">{t("address.revoke.text")}</p>
        <Form method="post" action={`${PAGE}/revocation`}>
          <Button variant="danger">{t("address.revoke")}</Button>
        </Form>
      </ConfirmDialog>
    </div>
  );
}
