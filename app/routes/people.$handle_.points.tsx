import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { findLedgerOwner, listPointEntries, mayReadPoints } from "#app/points/entry-list.server.ts";
import { EntryTable } from "#app/points/entry-table.tsx";
import { findPointsTotal } from "#app/points/points.server.ts";
import { PointsRules } from "#app/points/points-rules.tsx";
import { visibleQuestions } from "#app/questions/visibility.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["points"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const person = await findLedgerOwner(db, { handle: params.handle ?? "" });
  // For everybody else there is no such page, not even for those who might log in.
  if (!viewer || !person || !mayReadPoints(viewer, person)) throw notFound();
  const [total, page] = await Promise.all([
    findPointsTotal(db, { personId: person.id }),
    listPointEntries(db, {
      viewer,
      personId: person.id,
      visibleQuestions: visibleQuestions(viewer),
      cursor: new URL(request.url).searchParams.get("before"),
    }),
  ]);
  const t = translator(viewer.locale, "points");
  const isOwn = viewer.id === person.id;
  const title = isOwn ? t("title.own") : t("title", { name: person.name });
  const { name, handle } = person;
  return { ...page, total, isOwn, title, person: { name, handle } };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Points() {
  const { person, entries, next, total, isOwn, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation("points");
  const profile = `/people/${person.handle}`;
  return (
    <Page title={title} breadcrumbs={[{ label: person.name, to: profile }]}>
      <PointsRules total={total} />
      {entries.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={
            isOwn && <ButtonLink to="/questions?state=unanswered">{t("empty.action")}</ButtonLink>
          }
        >
          {t("empty.text")}
        </EmptyState>
      ) : (
        <EntryTable entries={entries} />
      )}
      {next && <MoreLink to={`${profile}/points?${new URLSearchParams({ before: next })}`} />}
    </Page>
  );
}
