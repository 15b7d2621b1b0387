import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { listOwnApplications } from "#app/certification/applications/application-reading.server.ts";
import { ApplicationBadge } from "#app/certification/applications/application-state.tsx";
import {
  findRenewal,
  listCredentialsOf,
} from "#app/certification/credentials/credential-reading.server.ts";
import { HeldCredentialCard } from "#app/certification/credentials/held-credential-card.tsx";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["certification"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const now = new Date();
  const personId = viewer.id;
  const [held, applications] = await Promise.all([
    listCredentialsOf(db, { personId }),
    listOwnApplications(db, { personId }),
  ]);
  const credentials = await Promise.all(
    held.map(async (credential) => ({
      ...credential,
      renewal: await findRenewal(db, { credential, now }),
    })),
  );
  const title = translator(viewer.locale, "certification")("mine.title");
  return { title, credentials, applications };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function MyCertifications() {
  const { title, credentials, applications } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("certification");
  const browse = <ButtonLink to="/certifications">{t("mine.browse")}</ButtonLink>;
  return (
    <Page title={title} lead={t("mine.lead")} width="reading" actions={browse}>
      <Section title={t("mine.credentials")}>
        {credentials.length === 0 ? (
          <EmptyState title={t("mine.credentials.none")} action={browse}>
            {t("lead")}
          </EmptyState>
        ) : (
          <div className="grid gap-4">
            {credentials.map((credential) => (
              <HeldCredentialCard key={credential.id} credential={credential} />
            ))}
          </div>
        )}
      </Section>
      <Section title={t("mine.applications")}>
        {applications.length === 0 ? (
          <p className="text-muted">{t("mine.applications.none")}</p>
        ) : (
          <CardList label={t("mine.applications")}>
            {applications.map((application) => (
              <CardRow key={application.id} className="flex flex-wrap items-center gap-3">
                <Link
                  to={`/applications/${application.id}`}
                  className="flex-1 basis-48 py-2 underline"
                >
                  {certificationName(application, i18n.language)}
                </Link>
                <DateTime value={application.startedAt} style="date" />
                <ApplicationBadge state={application.state} />
              </CardRow>
            ))}
          </CardList>
        )}
      </Section>
    </Page>
  );
}
