import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { findProgrammeFigures } from "#app/certification/figures/programme-figures.server.ts";
import { ProgrammeFiguresView } from "#app/certification/figures/programme-figures-view.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  return {
    figures: await findProgrammeFigures(db, { now: new Date() }),
    title: translator(viewer.locale, "certification")("figures.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function Programme() {
  const { figures, title } = useLoaderData<typeof loader>();
  const { t } = useTranslation("certification");
  return (
    <Page title={title} lead={t("figures.lead")}>
      <ProgrammeFiguresView figures={figures} />
    </Page>
  );
}
