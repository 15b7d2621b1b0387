import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { listActiveCertifications } from "#app/certification/definitions/definition-reading.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { RequirementList } from "#app/certification/requirements/requirement-list.tsx";
import { requestedLocale, translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["certification"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const t = translator(viewer?.locale ?? requestedLocale(request), "certification");
  const rows = await listActiveCertifications(db);
  return {
    title: t("title"),
    description: t("lead"),
    signedIn: viewer !== undefined,
    certifications: rows.map(({ id, slug, level, nameJa, nameEn, ...row }) => ({
      id,
      slug,
      level,
      nameJa,
      nameEn,
      summaryJa: row.summaryJa,
      summaryEn: row.summaryEn,
      requirements: row.requirements,
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { ...data, path: "/certifications" }) : [];

export default function Certifications() {
  const { title, certifications, signedIn } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("certification");
  return (
    <Page
      title={title}
      lead={t("lead")}
      width="reading"
      actions={signedIn && <ButtonLink to="/credentials">{t("mine.title")}</ButtonLink>}
    >
      {certifications.length === 0 ? (
        <EmptyState
          title={t("none.title")}
          action={<ButtonLink to="/questions?state=unanswered">{t("none.action")}</ButtonLink>}
        >
          {t("none.text")}
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {certifications.map((certification) => (
            <li key={certification.id}>
              <Card>
                <div className="flex items-start gap-4">
                  <CertificationMark
                    level={certification.level}
                    label={t("level", { level: certification.level })}
                    size={40}
                  />
                  <div className="min-w-0 flex-1">
                    <h2 className="text-lg font-bold">
                      <Link
                        to={`/certifications/${certification.slug}`}
                        className="hover:text-brand hover:underline"
                      >
                        {certificationName(certification, i18n.language)}
                      </Link>
                    </h2>
                    <p className="mb-2 text-sm text-muted">
                      {t("level", { level: certification.level })}
                    </p>
                    <p className="mb-3 whitespace-pre-line">
                      {i18n.language === "en" ? certification.summaryEn : certification.summaryJa}
                    </p>
                    <RequirementList requirements={certification.requirements} />
                  </div>
                </div>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
