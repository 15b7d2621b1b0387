import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { listWaitingQuestions } from "#app/insights/staff-overview.server.ts";
import { WaitingTable } from "#app/insights/waiting-table.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MoreLink } from "#app/ui/more-link.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const cursor = new URL(request.url).searchParams.get("after");
  const page = await listWaitingQuestions(db, { now: new Date(), limit: 50, cursor });
  return { ...page, title: translator(viewer.locale, "staff")("unanswered.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Unanswered() {
  const { questions, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("staff");
  return (
    <Page title={t("unanswered.title")} lead={t("unanswered.lead")}>
      {questions.length === 0 ? (
        <EmptyState
          title={t("home.nobodyWaits")}
          action={<ButtonLink to="/questions">{t("home.questionsPage")}</ButtonLink>}
        >
          {t("home.nobodyWaits.text")}
        </EmptyState>
      ) : (
        <WaitingTable questions={questions} />
      )}
      {next && <MoreLink to={`/staff/unanswered?${new URLSearchParams({ after: next })}`} />}
    </Page>
  );
}
