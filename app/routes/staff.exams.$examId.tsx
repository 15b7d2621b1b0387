import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { ExamActions } from "#app/certification/exams/exam-actions.tsx";
import { changeExam, fieldsOf } from "#app/certification/exams/exam-commands.server.ts";
import { examDifferences } from "#app/certification/exams/exam-conflict.ts";
import { ExamForm } from "#app/certification/exams/exam-fields.tsx";
import { changedExamSchema, examErrors } from "#app/certification/exams/exam-form.ts";
import { BankWarning, StaleExam } from "#app/certification/exams/exam-notices.tsx";
import { findExamForStaff, listExamAreas } from "#app/certification/exams/exam-reading.server.ts";
import { examName } from "#app/certification/exams/exams.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "exams"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const exam = await findExamForStaff(db, { examId: idParam(params.examId) });
  if (!exam) throw notFound();
  const areas = await listExamAreas(db, exam);
  const name = examName(exam, viewer.locale);
  return { title: translator(viewer.locale, "exams")("exams.edit", { name }), exam, areas };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const examId = idParam(params.examId);
  const t = translator(viewer.locale, "exams");
  const submission = parseWithZod(await request.formData(), { schema: changedExamSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), conflict: undefined }, { status: 400 });
  }
  const { revision, ...fields } = submission.value;
  const saved = await changeExam(db, {
    examId,
    revision,
    fields,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  if (saved.ok) {
    return redirectWithToast(`/staff/exams/${examId}`, {
      key: "exams:exams.saved",
      params: { name: examName(fields, viewer.locale) },
    });
  }
  if (saved.reason === "unknown") throw notFound();
  if (saved.reason === "stale") {
    const { current } = saved;
    const differences = examDifferences(fieldsOf(current), fields);
    const conflict = { revision: current.revision, differences };
    return data({ lastResult: submission.reply(), conflict }, { status: 409 });
  }
  const lastResult = submission.reply({ fieldErrors: examErrors(t, saved.reason) });
  const status = saved.reason === "slug-taken" ? 409 : 400;
  return data({ lastResult, conflict: undefined }, { status });
}

export default function StaffExam() {
  const { title, exam, areas } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["exams", "common"]);
  const { ended, passed } = exam.figures;
  const percent = Math.round((passed * 100) / Math.max(1, ended));
  return (
    <Page
      title={title}
      lead={ended > 0 && t("exams.figures.value", { ended, passed, percent })}
      width="reading"
      breadcrumbs={[{ label: t("exams.title"), to: "/staff/exams" }]}
      actions={<ExamActions exam={exam} />}
    >
      <BankWarning itemCount={exam.itemCount} bank={exam.bank} areas={areas} />
      <ExamForm
        key={exam.id}
        areas={areas}
        exam={exam}
        revision={answer?.conflict?.revision ?? exam.revision}
        lastResult={answer?.lastResult}
        submit={t("common:form.save")}
      >
        {answer?.conflict && <StaleExam differences={answer.conflict.differences} areas={areas} />}
      </ExamForm>
    </Page>
  );
}
