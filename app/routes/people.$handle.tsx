import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { isStaff } from "#app/auth/viewer.ts";
import { SupporterLevels } from "#app/certification/supporters/supporter-levels.tsx";
import { listLevels } from "#app/certification/supporters/supporter-profile.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { offersSessions } from "#app/pair-sessions/offers.server.ts";
import { findProfile } from "#app/people/profile.server.ts";
import { findProfileActivity } from "#app/people/profile-activity.server.ts";
import { ProfileFigures, ProfileHistory, RecentAnswers } from "#app/people/profile-activity.tsx";
import { ProfileDetails } from "#app/people/profile-details.tsx";
import { ProfileHead } from "#app/people/profile-head.tsx";
import { listQuestionsOf } from "#app/questions/question-list.server.ts";
import { QuestionRow } from "#app/questions/question-row.tsx";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardList } from "#app/ui/card.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["people", "questions", "supporters"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const visible = visibleQuestions(viewer);
  const handle = params.handle ?? "";
  const profile = await findProfile(db, { viewer, handle, visibleQuestions: visible });
  if (!profile) throw notFound();
  const personId = profile.id;
  const isOwn = viewer?.id === personId;
  const [activity, questions, canBook, levels] = await Promise.all([
    findProfileActivity(db, { personId, visibleQuestions: visible }),
    listQuestionsOf(db, { viewer, personId, limit: 10 }),
    viewer && !isOwn ? offersSessions(db, { personId }) : false,
    viewer ? listLevels(db, { personId }) : [],
  ]);
  return { profile, activity, questions, canBook, levels, isOwn, manages: isStaff(viewer) };
}

// Without a path: search engines are for what people wrote, not for who they are.
export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.profile.name, type: "profile" }) : [];

export default function Person() {
  const { profile, activity, questions, canBook, levels, isOwn, manages } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("people");
  const { details } = profile;
  return (
    <Page
      title={<ProfileHead person={profile} reading={details?.reading} isLead={details?.isLead} />}
      width="reading"
      breadcrumbs={details && [{ label: t("directory.title"), to: "/people" }]}
      actions={
        <>
          {canBook && (
            <ButtonLink to={`/people/${profile.handle}/pair-sessions`} variant="primary">
              {t("profile.pairSession")}
            </ButtonLink>
          )}
          {isOwn && <ButtonLink to="/settings/profile">{t("profile.edit")}</ButtonLink>}
          {(isOwn || manages) && (
            <ButtonLink to={`/people/${profile.handle}/points`}>{t("profile.points")}</ButtonLink>
          )}
          {manages && (
            <ButtonLink to={`/staff/people/${profile.handle}`}>{t("profile.manage")}</ButtonLink>
          )}
        </>
      }
    >
      <div className="mb-8">
        {details ? (
          <ProfileDetails profile={profile} details={details} isOwn={isOwn} />
        ) : (
          <p className="text-muted">{t("profile.signIn")}</p>
        )}
      </div>
      {levels.length > 0 && (
        <Section title={t("profile.levels")}>
          <SupporterLevels levels={levels} />
        </Section>
      )}
      <ProfileFigures activity={activity} />
      <RecentAnswers answers={activity.recent} />
      <Section title={t("activity.questions")}>
        {questions.length === 0 ? (
          <p className="text-muted">{t("activity.noQuestions")}</p>
        ) : (
          <CardList label={t("activity.questions.list")}>
            {questions.map((question) => (
              <QuestionRow key={question.id} question={question} />
            ))}
          </CardList>
        )}
      </Section>
      <ProfileHistory moments={{ ...activity, joinedAt: details?.joinedAt }} />
    </Page>
  );
}
