import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { BadgePictureForm } from "#app/certification/definitions/badge-picture-form.tsx";
import { CertificationFacts } from "#app/certification/definitions/certification-facts.tsx";
import { DefinitionActions } from "#app/certification/definitions/definition-actions.tsx";
import { findCertificationForStaff } from "#app/certification/definitions/definition-reading.server.ts";
import {
  barsToPublishing,
  CERTIFICATION_TONES,
  certificationName,
} from "#app/certification/definitions/definitions.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const certificationId = idParam(params.certificationId);
  const found = await findCertificationForStaff(db, { certificationId });
  const shown = found?.writing ?? found?.current;
  if (!found || !shown) throw notFound();
  const { writing, versions, state, level, slug } = found;
  return {
    here: `/staff/certifications/${certificationId}`,
    name: certificationName(shown, viewer.locale),
    state,
    level,
    slug,
    shown,
    versions: versions.map(({ id, number, publishedAt }) => ({ id, number, publishedAt })),
    writing: writing
      ? { number: writing.number, revision: writing.revision, bars: barsToPublishing(writing) }
      : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.name }) : [];

export default function Certification() {
  const { here, name, state, level, slug, shown, versions, writing } =
    useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("certification");
  return (
    <Page
      width="reading"
      title={
        <span className="flex flex-wrap items-center gap-3">
          <CertificationMark level={level} label={t("level", { level })} size={32} />
          {name}
          <Badge tone={CERTIFICATION_TONES[state]}>{t(`state.${state}`)}</Badge>
        </span>
      }
      breadcrumbs={[{ label: t("staff.title"), to: "/staff/certifications" }]}
      actions={
        <>
          <ButtonLink to={`${here}/preview`}>{t("staff.preview")}</ButtonLink>
          {state !== "draft" && (
            <ButtonLink to={`/certifications/${slug}`}>{t("title")}</ButtonLink>
          )}
        </>
      }
    >
      <DefinitionActions here={here} state={state} writing={writing} />
      <Card className="mb-6 grid gap-5">
        <p className="whitespace-pre-line">
          {i18n.language === "en" ? shown.summaryEn : shown.summaryJa}
        </p>
        <CertificationFacts version={shown} />
      </Card>
      {writing && (
        <div className="mb-6">
          <BadgePictureForm here={here} fileId={shown.badgeFileId} />
        </div>
      )}
      <Section title={t("staff.versions")}>
        <ul className="grid gap-1">
          {versions.map(({ id, number, publishedAt }) => (
            <li key={id} className="flex flex-wrap gap-x-3">
              {publishedAt ? (
                <>
                  {t("staff.version", { number })}
                  <DateTime value={publishedAt} style="date" />
                </>
              ) : (
                t("staff.version.writing", { number })
              )}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
