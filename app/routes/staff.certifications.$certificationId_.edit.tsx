import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { saveVersion, startVersion } from "#app/certification/definitions/defining.server.ts";
import { DefinitionForm } from "#app/certification/definitions/definition-fields.tsx";
import { versionSchema, versionValues } from "#app/certification/definitions/definition-form.ts";
import { findCertificationForStaff } from "#app/certification/definitions/definition-reading.server.ts";
import { certificationName } from "#app/certification/definitions/definitions.ts";
import { listExamChoices } from "#app/certification/definitions/exam-choices.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "certification"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const certificationId = idParam(params.certificationId);
  const found = await findCertificationForStaff(db, { certificationId });
  const shown = found?.writing ?? found?.current;
  if (!found || !shown) throw notFound();
  const here = `/staff/certifications/${certificationId}`;
  const name = certificationName(shown, viewer.locale);
  return {
    here,
    name,
    title: translator(viewer.locale, "certification")("staff.edit.title", { name }),
    values: versionValues(shown),
    // Nothing is being written yet: the first save begins the next version.
    revision: found.writing?.revision ?? 0,
    exams: await listExamChoices(db, viewer.locale),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const certificationId = idParam(params.certificationId);
  const found = await findCertificationForStaff(db, { certificationId });
  if (!found) throw notFound();
  const t = translator(viewer.locale, "certification");
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: versionSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const opened = Number(form.get("revision")) || 0;
  if (opened === 0) {
    const act = { actorId: viewer.id, address: context.clientAddress, now: new Date() };
    await startVersion(db, { certificationId, ...act });
  }
  const badgeFileId = (found.writing ?? found.current)?.badgeFileId ?? null;
  const saved = await saveVersion(db, {
    certificationId,
    revision: opened || 1,
    content: { ...submission.value, badgeFileId },
  });
  if (!saved.ok) {
    const lastResult = submission.reply({ formErrors: [t("staff.stale")] });
    return data({ lastResult }, { status: 409 });
  }
  return redirectWithToast(`/staff/certifications/${certificationId}`, {
    key: "certification:staff.saved",
  });
}

export default function EditCertification() {
  const { here, name, title, ...form } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("certification");
  return (
    <Page
      title={title}
      width="reading"
      breadcrumbs={[
        { label: t("staff.title"), to: "/staff/certifications" },
        { label: name, to: here },
      ]}
    >
      <DefinitionForm {...form} lastResult={lastResult} submit={t("form.save")} back={here} />
    </Page>
  );
}
