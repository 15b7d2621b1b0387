import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import {
  COUNT_LIMIT,
  countForStaff,
  listWaitingQuestions,
} from "#app/insights/staff-overview.server.ts";
import { WaitingTable } from "#app/insights/waiting-table.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const now = new Date();
  const [counts, { questions }] = await Promise.all([
    countForStaff(db, { now }),
    listWaitingQuestions(db, { now, limit: 10 }),
  ]);
  const title = translator(viewer.locale, "staff")("home.title");
  return { counts, limit: COUNT_LIMIT, questions, title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function StaffHome() {
  const { counts, limit, questions } = useLoaderData<typeof loader>();
  const { t } = useTranslation("staff");
  const figure = (unit: "questions" | "companies" | "people", count: number) =>
    count >= limit ? t("home.more", { count }) : t(`home.${unit}`, { count });
  const figures = [
    {
      to: "/staff/unanswered",
      label: t("home.unanswered"),
      text: figure("questions", counts.unanswered),
    },
    {
      to: "/staff/applications",
      label: t("home.applications"),
      text: figure("people", counts.applications),
    },
    {
      to: "/staff/invitations",
      label: t("home.invitations"),
      text: figure("people", counts.invitations),
    },
    {
      to: "/staff/people?state=suspended",
      label: t("home.suspended"),
      text: figure("people", counts.suspended),
    },
    {
      to: "/staff/organisations",
      label: t("home.organisations"),
      text: figure("companies", counts.organisations),
    },
  ];
  return (
    <Page title={t("home.title")} lead={t("home.lead")}>
      <ul className="mb-8 grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        {figures.map(({ to, label, text }) => (
          <li key={to}>
            <Link
              to={to}
              className="card flex h-full flex-col justify-between gap-2 p-4 hover:bg-sunken"
            >
              <span className="text-sm text-muted">{label}</span>
              <span className="text-xl font-bold tabular-nums">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Section
        title={t("home.oldest")}
        actions={
          questions.length > 0 && (
            <Link to="/staff/unanswered" className="text-link text-sm">
              {t("home.oldest.all")}
            </Link>
          )
        }
      >
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
      </Section>
    </Page>
  );
}
