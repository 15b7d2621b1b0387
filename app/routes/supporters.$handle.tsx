import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { areaName } from "#app/areas/areas.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { SupporterLevels } from "#app/certification/supporters/supporter-levels.tsx";
import { listLevels, listTalks } from "#app/certification/supporters/supporter-profile.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { offersSessions } from "#app/pair-sessions/offers.server.ts";
import { findProfile } from "#app/people/profile.server.ts";
import { findProfileActivity } from "#app/people/profile-activity.server.ts";
import { ProfileHead } from "#app/people/profile-head.tsx";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Day } from "#app/ui/day.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["supporters"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const visible = visibleQuestions(viewer);
  const person = await findProfile(db, {
    viewer,
    handle: params.handle ?? "",
    visibleQuestions: visible,
  });
  if (!person) throw notFound();
  const personId = person.id;
  const levels = await listLevels(db, { personId });
  // Whoever holds nothing any more is found among the members.
  if (!levels.some(({ endedAt }) => endedAt === null)) throw notFound();
  const [activity, talks, offersPair] = await Promise.all([
    findProfileActivity(db, { personId, visibleQuestions: visible }),
    listTalks(db, { personId }),
    offersSessions(db, { personId }),
  ]);
  const { answers, accepted, organisationsHelped } = activity;
  return {
    person,
    isOwn: viewer.id === personId,
    levels,
    talks,
    offersPair,
    figures: { answers, accepted, organisationsHelped },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.person.name }) : [];

export default function Supporter() {
  const { person, isOwn, levels, talks, offersPair, figures } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("supporters");
  const { details } = person;
  return (
    <Page
      width="reading"
      title={<ProfileHead person={person} reading={details?.reading} isLead={details?.isLead} />}
      breadcrumbs={[{ label: t("title"), to: "/supporters" }]}
      actions={<ButtonLink to={`/people/${person.handle}`}>{t("profile")}</ButtonLink>}
    >
      {offersPair && !isOwn && (
        <Card className="mb-6 flex flex-wrap items-center gap-4">
          <p className="flex-1">{t("pair.text")}</p>
          <ButtonLink to={`/people/${person.handle}/pair-sessions`} variant="primary">
            {t("pair.book")}
          </ButtonLink>
        </Card>
      )}
      <dl className="mb-8 grid grid-cols-3 gap-3">
        {(["answers", "accepted", "organisationsHelped"] as const).map((name) => (
          <div key={name} className="card p-4">
            <dt className="text-sm text-muted">
              {t(name === "organisationsHelped" ? "helped" : name)}
            </dt>
            <dd className="text-xl font-bold tabular-nums">
              {t(name === "organisationsHelped" ? "helped.count" : `${name}.count`, {
                count: figures[name],
              })}
            </dd>
          </div>
        ))}
      </dl>
      {details?.bio && (
        <Section title={t("about")}>
          <p className="whitespace-pre-line break-words">{details.bio}</p>
        </Section>
      )}
      {details && details.areas.length > 0 && (
        <Section title={t("areas")}>
          <ul className="flex flex-wrap gap-1.5">
            {details.areas.map((area) => (
              <li key={area.id}>
                <Badge>{areaName(area, i18n.language)}</Badge>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("levels")}>
        <SupporterLevels levels={levels} />
      </Section>
      <Section title={t("talks")}>
        {talks.length === 0 ? (
          <p className="text-muted">{t("talks.none")}</p>
        ) : (
          <ul className="grid gap-1">
            {talks.map((talk) => (
              <li key={talk.id} className="flex flex-wrap gap-x-3">
                <Day value={talk.happenedOn} />
                <span className="min-w-0 break-words">{talk.title}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
