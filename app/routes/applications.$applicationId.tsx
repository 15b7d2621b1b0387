import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import {
  findOwnApplication,
  listApplicationHistory,
} from "#app/certification/applications/application-reading.server.ts";
import { ApplicationStatus } from "#app/certification/applications/application-state.tsx";
import { ApplicationTimeline } from "#app/certification/applications/application-timeline.tsx";
import { ApplicationView } from "#app/certification/applications/application-view.tsx";
import { isEditable, isOpen } from "#app/certification/applications/applications.ts";
import { findApplicationProgress } from "#app/certification/applications/applying.server.ts";
import { listWorks } from "#app/certification/applications/works.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { MarkThreadRead } from "#app/notifications/mark-thread-read.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["certification"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const applicationId = idParam(params.applicationId);
  const application = await findOwnApplication(db, { personId: viewer.id, applicationId });
  if (!application) throw notFound();
  const [progress, works, history] = await Promise.all([
    findApplicationProgress(db, { ...application, now: new Date() }),
    listWorks(db, { applicationId }),
    listApplicationHistory(db, { applicationId }),
  ]);
  const { state, statement, reviewerName, retryOn, examSlug, slug, credentialPublicId } =
    application;
  const name = certificationName(application, viewer.locale);
  return {
    id: applicationId,
    title: translator(viewer.locale, "certification")("application.title", { name }),
    application: { state, reviewerName, retryOn },
    credential: credentialPublicId,
    slug,
    name,
    view: {
      here: `/applications/${applicationId}`,
      statement,
      progress,
      examSlug,
      works,
      asksPractical: progress.some(({ kind }) => kind === "practical"),
      canEdit: isEditable(state),
      canWithdraw: isOpen(state),
    },
    history,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Application() {
  const { id, title, application, credential, slug, name, view, history } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("certification");
  return (
    <Page
      title={title}
      width="reading"
      breadcrumbs={[
        { label: t("title"), to: "/certifications" },
        { label: name, to: `/certifications/${slug}` },
      ]}
      actions={
        credential && (
          <ButtonLink to={`/credentials/${credential}`} variant="primary">
            {t("application.credential")}
          </ButtonLink>
        )
      }
    >
      <MarkThreadRead thread={`application:${id}`} />
      <ApplicationStatus application={application} />
      <ApplicationView {...view} />
      <ApplicationTimeline history={history} />
    </Page>
  );
}
