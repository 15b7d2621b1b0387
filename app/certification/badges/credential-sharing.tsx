import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, buttonLook } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { CredentialPageData } from "./credential-page.server.ts";

const FORMS = ["png", "svg", "json", "jwt"] as const;

/** The credential to take away, and the address of its page as text and as QR code. */
export function CredentialSharing({
  page,
  qr,
}: {
  page: CredentialPageData;
  qr: { size: number; path: string };
}) {
  const { t } = useTranslation("credentials");
  return (
    <Section title={<span className="no-print">{t("share.title")}</span>}>
      <ul className="no-print flex flex-wrap gap-2">
        {FORMS.map((form) => (
          <li key={form}>
            <a
              href={`/credentials/${page.publicId}.${form}`}
              download={`credential-${page.number}.${form}`}
              className={buttonLook("quiet")}
            >
              {t(`share.${form}`)}
            </a>
          </li>
        ))}
      </ul>
      <p className="no-print mt-2 text-sm text-muted">{t("share.images")}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-4">
        <svg
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={t("share.qr")}
          shapeRendering="crispEdges"
          className="size-36 shrink-0 rounded-card border border-line"
        >
          <path fill="#ffffff" d={`M0 0h${qr.size}v${qr.size}H0z`} />
          <path fill="#000000" d={qr.path} />
        </svg>
        <div className="min-w-0 flex-1 basis-56">
          <p className="text-sm text-muted">{t("share.address")}</p>
          <p className="font-mono text-sm break-all select-all">{page.url}</p>
          <CopyButton text={page.url} />
        </div>
      </div>
    </Section>
  );
}

function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation("credentials");
  const [scripted, setScripted] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setScripted(true), []);
  if (!scripted) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button type="button" size="small" onClick={copy} className="no-print mt-2">
      <span aria-live="polite">{t(copied ? "share.copied" : "share.copy")}</span>
    </Button>
  );
}
