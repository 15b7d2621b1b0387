import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { createArea } from "#app/areas/area-commands.server.ts";
import { AreaForm } from "#app/areas/area-fields.tsx";
import { areaSchema } from "#app/areas/area-form.ts";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  return { title: translator(viewer.locale, "staff")("areas.new") };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const t = translator(viewer.locale, "staff");
  const submission = parseWithZod(await request.formData(), { schema: areaSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const fields = submission.value;
  const created = await createArea(db, {
    fields,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!created.ok) {
    const lastResult = submission.reply({ fieldErrors: { slug: [t("area.slug.taken")] } });
    return data({ lastResult }, { status: 409 });
  }
  const params = { name: fields.nameJa };
  return redirectWithToast("/staff/areas", { key: "staff:area.created", params });
}

export default function NewArea() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("staff");
  return (
    <Page
      title={t("areas.new")}
      width="narrow"
      breadcrumbs={[{ label: t("areas.title"), to: "/staff/areas" }]}
    >
      <AreaForm lastResult={lastResult} submit={t("area.create")} />
    </Page>
  );
}
