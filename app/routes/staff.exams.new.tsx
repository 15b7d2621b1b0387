import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listAreas } from "#app/areas/areas.server.ts";
import { requireStaff } from "#app/auth/guard.server.ts";
import { createExam } from "#app/certification/exams/exam-commands.server.ts";
import { ExamForm } from "#app/certification/exams/exam-fields.tsx";
import { examErrors, examSchema } from "#app/certification/exams/exam-form.ts";
import { examName } from "#app/certification/exams/exams.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "exams"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const title = translator(viewer.locale, "exams")("exams.new");
  return { title, areas: await listAreas(db) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const t = translator(viewer.locale, "exams");
  const submission = parseWithZod(await request.formData(), { schema: examSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const fields = submission.value;
  const created = await createExam(db, {
    fields,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!created.ok) {
    const lastResult = submission.reply({ fieldErrors: examErrors(t, created.reason) });
    return data({ lastResult }, { status: created.reason === "slug-taken" ? 409 : 400 });
  }
  return redirectWithToast(`/staff/exams/${created.examId}`, {
    key: "exams:exams.created",
    params: { name: examName(fields, viewer.locale) },
  });
}

export default function NewExam() {
  const { title, areas } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("exams");
  return (
    <Page
      title={title}
      width="reading"
      breadcrumbs={[{ label: t("exams.title"), to: "/staff/exams" }]}
    >
      <ExamForm areas={areas} lastResult={lastResult} submit={t("exams.create")} />
    </Page>
  );
}
