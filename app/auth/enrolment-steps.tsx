import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { CodeField } from "./code-field.tsx";
import { SecurityPart } from "./security-part.tsx";

/** Three steps to a second factor: an app, the QR code, a first code. */
export function EnrolmentSteps({
  secret,
  uri,
  qr,
  lastResult,
}: {
  secret: string;
  uri: string;
  qr: { size: number; path: string };
  lastResult?: SubmissionResult<string[]>;
}) {
  const { t } = useTranslation("auth");
  const [form, fields] = useForm<{ code: string }>({ lastResult });
  const labels = { code: t("field.code") };
  return (
    <SecurityPart title={t("totp.title")} lead={t("totp.off.lead")}>
      <ol className="grid gap-6">
        <Step number={1} title={t("totp.step1")}>
          <p>{t("totp.step1.text")}</p>
        </Step>
        <Step number={2} title={t("totp.step2")}>
          <svg
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            role="img"
            aria-label={t("totp.step2.qr")}
            shapeRendering="crispEdges"
            className="my-2 size-52 rounded-card border border-line"
          >
            <path fill="#ffffff" d={`M0 0h${qr.size}v${qr.size}H0z`} />
            <path fill="#000000" d={qr.path} />
          </svg>
          <a href={uri} className="text-link inline-block py-1 text-sm sm:hidden">
            {t("totp.step2.link")}
          </a>
          <p className="text-sm">{t("totp.step2.manual")}</p>
          <p className="font-mono text-sm break-all select-all">
            {secret.match(/.{1,4}/g)?.join(" ")}
          </p>
        </Step>
        <Step number={3} title={t("totp.step3")}>
          <Form method="post" {...getFormProps(form)} className="mt-2 grid gap-4">
            <FormErrors form={form} fields={fields} labels={labels} />
            <CodeField field={fields.code} label={labels.code} kind="totp" />
            <Button variant="primary" className="justify-self-start">
              {t("totp.confirm")}
            </Button>
          </Form>
        </Step>
      </ol>
      <Form method="post" action="/settings/security/totp/start" className="mt-6">
        <Button variant="bare" size="small">
          {t("totp.restart")}
        </Button>
      </Form>
    </SecurityPart>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-3">
      <span
        aria-hidden="true"
        className="mt-0.5 inline-flex size-7 items-center justify-center rounded-full bg-brand-soft text-sm font-bold text-brand"
      >
        {number}
      </span>
      <div className="min-w-0">
        <h3 className="font-semibold">{title}</h3>
        {children}
      </div>
    </li>
  );
}
