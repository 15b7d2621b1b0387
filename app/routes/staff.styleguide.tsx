import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { Figures, Marks } from "#app/styleguide/certified.tsx";
import {
  Badges,
  Cards,
  Empty,
  People,
  Table,
  Tabs,
  Timelines,
  Times,
  Ways,
} from "#app/styleguide/contents.tsx";
import {
  Buttons,
  Dialogs,
  FieldErrors,
  Fields,
  Filters,
  Markdown,
} from "#app/styleguide/controls.tsx";
import { Foundations } from "#app/styleguide/foundations.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { i18n: ["staff", "organisations"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  return { title: translator(viewer.locale, "staff")("styleguide.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

/** Every building block of the interface in all its states. */
export default function StyleGuide() {
  const { t } = useTranslation("staff");
  return (
    <Page title={t("styleguide.title")} lead={t("styleguide.lead")}>
      <Foundations />
      <Buttons />
      <Fields />
      <FieldErrors />
      <Markdown />
      <People />
      <Badges />
      <Marks />
      <Figures />
      <Cards />
      <Tabs />
      <Table />
      <Filters />
      <Dialogs />
      <Empty />
      <Times />
      <Timelines />
      <Ways />
    </Page>
  );
}
