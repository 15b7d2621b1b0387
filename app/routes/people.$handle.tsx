import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { isStaff } from "#app/auth/viewer.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { findProfile } from "#app/people/profile.server.ts";
import { ProfileDetails } from "#app/people/profile-details.tsx";
import { ProfileHead } from "#app/people/profile-head.tsx";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["people"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const profile = await findProfile(db, {
    viewer,
    handle: params.handle ?? "",
    visibleQuestions: visibleQuestions(viewer),
  });
  if (!profile) throw notFound();
  return { profile, isOwn: viewer?.id === profile.id, manages: isStaff(viewer) };
}

// Without a path: search engines are for what people wrote, not for who they are.
export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.profile.name, type: "profile" }) : [];

export default function Person() {
  const { profile, isOwn, manages } = useLoaderData<typeof loader>();
  const { t } = useTranslation("people");
  const { details } = profile;
  return (
    <Page
      title={<ProfileHead person={profile} reading={details?.reading} isLead={details?.isLead} />}
      width="reading"
      breadcrumbs={details && [{ label: t("directory.title"), to: "/people" }]}
      actions={
        <>
          {isOwn && <ButtonLink to="/settings/profile">{t("profile.edit")}</ButtonLink>}
          {manages && (
            <ButtonLink to={`/staff/people/${profile.handle}`}>{t("profile.manage")}</ButtonLink>
          )}
        </>
      }
    >
      {details ? (
        <ProfileDetails profile={profile} details={details} isOwn={isOwn} />
      ) : (
        <p className="text-muted">{t("profile.signIn")}</p>
      )}
    </Page>
  );
}
