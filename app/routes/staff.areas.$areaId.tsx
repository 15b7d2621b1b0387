import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { changeArea, findArea } from "#app/areas/area-commands.server.ts";
import { AreaForm } from "#app/areas/area-fields.tsx";
import { areaSchema } from "#app/areas/area-form.ts";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const area = await findArea(db, { areaId: idParam(params.areaId) });
  if (!area) throw notFound();
  const title = translator(viewer.locale, "staff")("area.edit", { name: area.nameJa });
  return { area, title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const t = translator(viewer.locale, "staff");
  const submission = parseWithZod(await request.formData(), { schema: areaSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const fields = submission.value;
  const changed = await changeArea(db, {
    areaId: idParam(params.areaId),
    fields,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (changed.ok) {
    const params = { name: fields.nameJa };
    return redirectWithToast("/staff/areas", { key: "staff:area.saved", params });
  }
  if (changed.reason === "unknown") throw notFound();
  const lastResult = submission.reply({ fieldErrors: { slug: [t("area.slug.taken")] } });
  return data({ lastResult }, { status: 409 });
}

export default function EditArea() {
  const { area, title } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation(["staff", "common"]);
  const retirement = `/staff/areas/${area.id}/retirement`;
  return (
    <Page
      title={title}
      width="narrow"
      breadcrumbs={[{ label: t("areas.title"), to: "/staff/areas" }]}
      actions={
        area.retiredAt ? (
          <Form method="post" action={`${retirement}/removal`}>
            <Button size="small">{t("area.reopen")}</Button>
          </Form>
        ) : (
          <ConfirmDialog
            trigger={t("area.retire")}
            title={t("area.retire.title", { name: area.nameJa })}
            variant="danger"
          >
            <Form method="post" action={retirement}>
              <p className="mb-4">{t("area.retire.text")}</p>
              <Button variant="danger">{t("area.retire")}</Button>
            </Form>
          </ConfirmDialog>
        )
      }
    >
      <AreaForm area={area} lastResult={lastResult} submit={t("common:form.save")} />
    </Page>
  );
}
