import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge, type Tone } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { DateTime, formatDate, useClock } from "#app/ui/date-time.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { CredentialState } from "../credentials/credentials.ts";
import { certificationName } from "../definitions/definitions.ts";
import { RequirementList } from "../requirements/requirement-list.tsx";
import type { CredentialPageData } from "./credential-page.server.ts";
import { CredentialSharing } from "./credential-sharing.tsx";
import { CredentialVerifying } from "./credential-verifying.tsx";
import { HolderPart } from "./holder-part.tsx";

const TONES: Record<CredentialState, Tone> = {
  live: "good",
  expiring: "wait",
  "in-grace": "wait",
  expired: "neutral",
  revoked: "danger",
};

type QrCode = { size: number; path: string };

/** The public page of a credential: what it is, whether it is valid, and how one finds out oneself. */
export function CredentialView({ page, qr }: { page: CredentialPageData; qr: QrCode }) {
  const { t, i18n } = useTranslation("credentials");
  const name = certificationName(page.names, i18n.language);
  const names = { name, holder: page.holderName, issuer: page.issuerName };
  return (
    <Page
      width="reading"
      title={t("page.title", names)}
      lead={t("page.lead", names)}
      breadcrumbs={[{ label: name, to: `/certifications/${page.slug}` }]}
    >
      {page.isHidden && (
        <p className="mb-4 rounded-card bg-info-soft px-4 py-3 text-info">
          {t(page.isHolder ? "holder.hidden" : "staff.hidden")}
        </p>
      )}
      <Card className="mb-8 grid items-center gap-6 sm:grid-cols-[12rem_1fr]">
        <img
          src={`/certifications/${page.slug}/badge.svg?version=${page.versionNumber}&lang=${i18n.language}`}
          alt={t("picture.alt", { ...names, level: page.level })}
          width={192}
          height={192}
          className="mx-auto size-48"
        />
        <div className="min-w-0">
          <Standing page={page} />
          <dl className="mt-4 grid items-baseline gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr] sm:gap-y-2">
            <Fact term={t("fact.holder")}>{page.holderName}</Fact>
            <Fact term={t("fact.certification")}>
              <span className="inline-flex flex-wrap items-center gap-2">
                <CertificationMark
                  level={page.level}
                  label={t("level", { level: page.level })}
                  former={page.state === "expired" || page.state === "revoked"}
                />
                <Link to={`/certifications/${page.slug}`} className="text-link">
                  {name}
                </Link>
              </span>
            </Fact>
            <Fact term={t("fact.number")}>
              <span className="font-mono tabular-nums select-all">{page.number}</span>
            </Fact>
            <Fact term={t("fact.issued")}>
              <DateTime value={page.issuedAt} style="date" />
            </Fact>
            <Fact term={t("fact.expires")}>
              <DateTime value={page.expiresAt} style="date" />
            </Fact>
            <Fact term={t("fact.issuer")}>{page.issuerName}</Fact>
          </dl>
        </div>
      </Card>
      {page.isHolder && <HolderPart page={page} />}
      <Section title={t("criteria.title")}>
        <p className="mb-2">{certificationName(page.summaries, i18n.language)}</p>
        <p className="mb-2 text-sm text-muted">{t("criteria.lead")}</p>
        {page.requirements.length > 0 ? (
          <RequirementList requirements={page.requirements} />
        ) : (
          <p>{t("criteria.none")}</p>
        )}
        {page.totals.length > 0 && (
          <>
            <h3 className="mt-4 mb-1 font-semibold">{t("evidence.name")}</h3>
            <ul className="list-disc space-y-1 pl-5">
              {page.totals.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </Section>
      <CredentialSharing page={page} qr={qr} />
      <CredentialVerifying page={page} />
    </Page>
  );
}

/** What it is worth now, in words. */
function Standing({ page }: { page: CredentialPageData }) {
  const { t, i18n } = useTranslation("credentials");
  const { timeZone } = useClock();
  const day = page.state === "revoked" ? (page.endedAt ?? page.lapsesAt) : page.lapsesAt;
  const date = formatDate(new Date(day), i18n.language, timeZone);
  return (
    <>
      <Badge tone={TONES[page.state]}>{t(`state.${page.state}`)}</Badge>
      <p className="mt-2 font-semibold">{t(`state.${page.state}.text`, { date })}</p>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
