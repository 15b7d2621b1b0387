import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listAreas } from "#app/areas/areas.server.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { timeZoneChoices } from "#app/lib/time-zones.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { rescheduleMails } from "#app/notifications/preferences.server.ts";
import { AvatarForm } from "#app/people/avatar-form.tsx";
import { changeProfile, findOwnProfile } from "#app/people/profile.server.ts";
import { ProfileForm } from "#app/people/profile-fields.tsx";
import { profileSchema } from "#app/people/profile-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["settings"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const [{ skills, ...profile }, areas] = await Promise.all([
    findOwnProfile(db, { personId: viewer.id }),
    listAreas(db),
  ]);
  const common = timeZoneChoices(viewer.locale, profile.timeZone);
  const named = new Set(common.map(({ value }) => value));
  return {
    profile: { ...profile, skills: skills.map(({ id }) => id) },
    avatarFileId: viewer.avatarFileId,
    hasOrganisation: viewer.organisation !== null,
    areas,
    zones: {
      common,
      others: Intl.supportedValuesOf("timeZone").filter((zone) => !named.has(zone)),
    },
    title: translator(viewer.locale, "settings")("profile.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const t = translator(viewer.locale, "settings");
  const submission = parseWithZod(await request.formData(), {
    schema: profileSchema(t, viewer.handle),
  });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { skills, ...profile } = submission.value;
  const saved = await changeProfile(db, {
    personId: viewer.id,
    // Without a company there is no choice in the form, and nothing to hide.
    profile: { ...profile, showsOrganisation: profile.showsOrganisation || !viewer.organisation },
    areaIds: skills,
    now: new Date(),
  });
  if (!saved.ok) {
    const lastResult = submission.reply({ fieldErrors: { handle: [t("error.handle.taken")] } });
    return data({ lastResult }, { status: 409 });
  }
  if (profile.timeZone !== viewer.timeZone) {
    await rescheduleMails(db, { personId: viewer.id, now: new Date() });
  }
  return redirectWithToast("/settings/profile", { key: "settings:profile.saved" });
}

export default function ProfileSettings() {
  const { profile, avatarFileId, hasOrganisation, areas, zones } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("settings");
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">{t("profile.lead")}</p>
        <ButtonLink to={`/people/${profile.handle}`} size="small">
          {t("profile.view")}
        </ButtonLink>
      </div>
      <Card className="mb-6">
        <h2 className="mb-4 text-lg font-bold">{t("avatar.title")}</h2>
        <AvatarForm name={profile.name} fileId={avatarFileId} />
      </Card>
      <ProfileForm {...{ profile, hasOrganisation, areas, zones, lastResult }} />
    </>
  );
}
