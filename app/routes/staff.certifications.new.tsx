import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { createCertification } from "#app/certification/definitions/defining.server.ts";
import { DefinitionForm } from "#app/certification/definitions/definition-fields.tsx";
import {
  FIRST_VALUES,
  newCertificationSchema,
} from "#app/certification/definitions/definition-form.ts";
import { listExamChoices } from "#app/certification/definitions/exam-choices.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  return {
    exams: await listExamChoices(db, viewer.locale),
    values: FIRST_VALUES,
    title: translator(viewer.locale, "certification")("staff.new"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const t = translator(viewer.locale, "certification");
  const schema = newCertificationSchema(t);
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const created = await createCertification(db, {
    ...submission.value,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!created.ok) {
    const lastResult = submission.reply({ fieldErrors: { slug: [t("form.slug.taken")] } });
    return data({ lastResult }, { status: 409 });
  }
  return redirectWithToast(`/staff/certifications/${created.certificationId}`, {
    key: "certification:staff.created",
  });
}

export default function NewCertification() {
  const { exams, values, title } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("certification");
  return (
    <Page
      title={title}
      width="reading"
      breadcrumbs={[{ label: t("staff.title"), to: "/staff/certifications" }]}
    >
      <DefinitionForm
        values={values}
        exams={exams}
        lastResult={lastResult}
        submit={t("form.create")}
        back="/staff/certifications"
        isNew
      />
    </Page>
  );
}
