import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { reviewSchema } from "#app/certification/applications/application-form.ts";
import {
  findApplication,
  listApplicationHistory,
  listReviews,
} from "#app/certification/applications/application-reading.server.ts";
import { ApplicationBadge } from "#app/certification/applications/application-state.tsx";
import { ApplicationTimeline } from "#app/certification/applications/application-timeline.tsx";
import { findApplicationProgress } from "#app/certification/applications/applying.server.ts";
import { ReviewForm } from "#app/certification/applications/review-form.tsx";
import { ReviewList } from "#app/certification/applications/review-list.tsx";
import { ReviewSteps } from "#app/certification/applications/review-steps.tsx";
import { reviewApplication } from "#app/certification/applications/reviewing.server.ts";
import { WorkList } from "#app/certification/applications/work-list.tsx";
import { listWorks } from "#app/certification/applications/works.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { ProgressList } from "#app/certification/requirements/progress-list.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { dayIn } from "#app/lib/time.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { MarkThreadRead } from "#app/notifications/mark-thread-read.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const applicationId = idParam(params.applicationId);
  const application = await findApplication(db, { applicationId });
  if (!application) throw notFound();
  const [progress, works, history, reviews] = await Promise.all([
    findApplicationProgress(db, { ...application, now: new Date() }),
    listWorks(db, { applicationId }),
    listApplicationHistory(db, { applicationId }),
    listReviews(db, { applicationId }),
  ]);
  const asksPractical = progress.some(({ kind }) => kind === "practical");
  const { state, reviewerId, round, rubric, rubricPass, needsSecondReviewer } = application;
  return {
    here: `/staff/applications/${applicationId}`,
    id: applicationId,
    application,
    certification: certificationName(application, viewer.locale),
    isMine: state === "in-review" && reviewerId === viewer.id,
    form: { round, rubric: asksPractical ? rubric : [], rubricPass, needsSecondReviewer },
    asksPractical,
    progress,
    works,
    history,
    reviews,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded
    ? pageMeta(matches, {
        title: `${loaded.application.applicantName} – ${loaded.certification}`,
      })
    : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const applicationId = idParam(params.applicationId);
  const application = await findApplication(db, { applicationId });
  if (!application) throw notFound();
  const now = new Date();
  const t = translator(viewer.locale, "certification");
  const criteria = application.rubric.length;
  const schema = reviewSchema(t, { criteria, today: dayIn(viewer.timeZone, now) });
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const act = { viewer, applicationId, now };
  const reviewed = await reviewApplication(db, { ...act, review: submission.value });
  if (!reviewed.ok) {
    const { reason } = refusal(reviewed);
    const lastResult = submission.reply({ formErrors: [t(`review.error.${reason}`)] });
    return data({ lastResult }, { status: 409 });
  }
  return redirectWithToast(`/staff/applications/${applicationId}`, {
    key: `certification:review.done.${reviewed.outcome}`,
  });
}

export default function Application() {
  const loaded = useLoaderData<typeof loader>();
  const { here, id, application, certification, isMine, form, progress, works } = loaded;
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("certification");
  return (
    <Page
      width="reading"
      title={
        <span className="flex flex-wrap items-center gap-3">
          {certification}
          <ApplicationBadge state={application.state} />
        </span>
      }
      lead={
        <>
          <Link to={`/staff/people/${application.applicantHandle}`} className="underline">
            {application.applicantName}
          </Link>{" "}
          {application.organisationName}
        </>
      }
      breadcrumbs={[{ label: t("queue.title"), to: "/staff/applications" }]}
    >
      <MarkThreadRead thread={`application:${id}`} />
      <ReviewSteps here={here} application={application} isMine={isMine} />
      {application.statement && (
        <Section title={t("application.statement")}>
          <Card>
            <p className="whitespace-pre-line">{application.statement}</p>
          </Card>
        </Section>
      )}
      <Section title={t("review.evidence")}>
        <ProgressList progress={progress} measured={application.measured} />
      </Section>
      {loaded.asksPractical && (
        <Section title={t("application.works")}>
          <WorkList works={works} />
        </Section>
      )}
      {isMine && (
        <Section title={t("review.title")}>
          <ReviewForm {...form} lastResult={lastResult} />
        </Section>
      )}
      <ReviewList reviews={loaded.reviews} />
      <ApplicationTimeline history={loaded.history} />
    </Page>
  );
}
