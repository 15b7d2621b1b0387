import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { ApplyCard } from "#app/certification/applications/apply-card.tsx";
import { findStanding } from "#app/certification/applications/standing.server.ts";
import { CertificationFacts } from "#app/certification/definitions/certification-facts.tsx";
import { findPublishedCertification } from "#app/certification/definitions/definition-reading.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { ProgressList } from "#app/certification/requirements/progress-list.tsx";
import { requestedLocale } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { Card } from "#app/ui/card.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["certification"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const certification = await findPublishedCertification(db, { slug: params.slug ?? "" });
  if (!certification) throw notFound();
  const locale = viewer?.locale ?? requestedLocale(request);
  const { slug, level, retiredAt } = certification;
  return {
    slug,
    level,
    isRetired: retiredAt !== null,
    name: certificationName(certification, locale),
    summary: locale === "en" ? certification.summaryEn : certification.summaryJa,
    version: certification,
    standing: await findStanding(db, { viewer, certification, now: new Date() }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.name,
        description: data.summary,
        path: `/certifications/${data.slug}`,
      })
    : [];

export default function Certification() {
  const { slug, level, isRetired, name, summary, version, standing } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("certification");
  return (
    <Page
      width="reading"
      title={
        <span className="flex items-center gap-3">
          <CertificationMark level={level} label={t("level", { level })} size={40} />
          {name}
        </span>
      }
      lead={t("level", { level })}
      breadcrumbs={[{ label: t("title"), to: "/certifications" }]}
    >
      {isRetired && <p className="mb-4 font-semibold">{t("retired.notice")}</p>}
      <ApplyCard slug={slug} standing={standing} />
      <Card className="mb-6 grid gap-5">
        <p className="whitespace-pre-line">{summary}</p>
        <CertificationFacts version={version} />
      </Card>
      {standing.progress && (
        <Section title={t("progress.title")}>
          <ProgressList progress={standing.progress} examSlug={standing.examSlug} />
        </Section>
      )}
    </Page>
  );
}
