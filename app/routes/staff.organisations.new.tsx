import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { refusedFields } from "#app/organisations/organisation-answers.server.ts";
import { OrganisationForm } from "#app/organisations/organisation-fields.tsx";
import { organisationSchema } from "#app/organisations/organisation-form.server.ts";
import { createOrganisation } from "#app/organisations/organisations.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  return { title: translator(viewer.locale, "staff")("organisations.new") };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const t = translator(viewer.locale, "staff");
  const submission = parseWithZod(await request.formData(), { schema: organisationSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const fields = submission.value;
  const created = await createOrganisation(db, {
    fields,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!created.ok) {
    const lastResult = submission.reply({ fieldErrors: refusedFields(t, created) });
    return data({ lastResult }, { status: 409 });
  }
  return redirectWithToast(`/staff/organisations/${created.organisationId}`, {
    key: "staff:organisations.created",
    params: { name: fields.name },
  });
}

export default function NewOrganisation() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("staff");
  return (
    <Page
      title={t("organisations.new")}
      width="reading"
      breadcrumbs={[{ label: t("organisations.title"), to: "/staff/organisations" }]}
    >
      <OrganisationForm lastResult={lastResult} submit={t("organisations.new")} />
    </Page>
  );
}
