import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAreas } from "#app/areas/areas.server.ts";
import { areaName } from "#app/areas/areas.ts";
import { findViewer } from "#app/auth/guard.server.ts";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { PostButton } from "#app/questions/post-button.tsx";
import { QuestionFilters } from "#app/questions/question-filters.tsx";
import { findFollows, listQuestions } from "#app/questions/question-list.server.ts";
import { filterUrl, isFiltered, parseFilter } from "#app/questions/question-list.ts";
import { QuestionRow } from "#app/questions/question-row.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardList } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: data?.title ?? "",
    description: data?.description,
    // Every narrowed list is a part of the whole one.
    path: "/questions",
  });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const filter = parseFilter(new URL(request.url).searchParams);
  const [areas, { questions, next }, follows] = await Promise.all([
    listAreas(db),
    listQuestions(db, { viewer, filter }),
    viewer ? findFollows(db, { viewer, area: filter.area, tag: filter.tag }) : undefined,
  ]);
  const t = translatorFor(request, viewer, "questions");
  return {
    title: t("list.title"),
    description: t("list.lead"),
    areas,
    questions,
    next,
    filter,
    follows,
    signedIn: viewer !== undefined,
  };
}

export default function QuestionList() {
  const { areas, questions, next, filter, follows, signedIn } = useLoaderData<typeof loader>();
  const { t } = useTranslation("questions");
  const { t: common } = useTranslation();
  const filtered = isFiltered(filter);
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        <ButtonLink to="/questions/new" variant="primary">
          {common("portal.ask")}
        </ButtonLink>
      }
    >
      <QuestionFilters filter={filter} areas={areas} signedIn={signedIn} />
      {follows && <FollowButtons filter={filter} areas={areas} follows={follows} />}
      {questions.length === 0 ? (
        <EmptyState
          title={t(filtered ? "list.emptyFiltered.title" : "list.empty.title")}
          action={
            <ButtonLink to="/questions/new" variant="primary">
              {common("portal.ask")}
            </ButtonLink>
          }
        >
          {t(filtered ? "list.emptyFiltered.text" : "list.empty.text")}
        </EmptyState>
      ) : (
        <CardList label={t("list.title")}>
          {questions.map((question) => (
            <QuestionRow key={question.id} question={question} />
          ))}
        </CardList>
      )}
      {next && <MoreLink to={filterUrl(filter, { after: next })} />}
    </Page>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function FollowButtons({
  filter,
  areas,
  follows,
}: Pick<Loaded, "filter" | "areas"> & { follows: NonNullable<Loaded["follows"]> }) {
  const { t, i18n } = useTranslation("questions");
  const area = areas.find(({ slug }) => slug === filter.area);
  const button = (following: boolean, path: string, name: string) => (
    <PostButton action={following ? `${path}/removal` : path} variant="quiet" pressed={following}>
      {t(following ? "list.unfollow" : "list.follow", { name })}
    </PostButton>
  );
  if (!area && !filter.tag) return null;
  return (
    <div className="mb-4 flex flex-wrap gap-2">
      {area && button(follows.area, `/areas/${area.slug}/follow`, areaName(area, i18n.language))}
      {filter.tag &&
        button(follows.tag, `/tags/${encodeURIComponent(filter.tag)}/follow`, filter.tag)}
    </div>
  );
}
