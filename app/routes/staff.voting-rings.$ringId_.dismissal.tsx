import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { dismissalSchema } from "#app/points/dismissal-form.ts";
import { findRing } from "#app/points/ring-list.server.ts";
import { dismissVotingRing } from "#app/points/rings.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff", "points"] } satisfies RouteHandle;

const RINGS = "/staff/voting-rings";

async function findNames(ringId: number) {
  const ring = await findRing(db, { ringId });
  if (!ring) throw notFound();
  return { first: ring.first.name, second: ring.second.name, dismissed: ring.dismissedAt !== null };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const { dismissed, ...names } = await findNames(idParam(params.ringId));
  if (dismissed) throw redirectWithToast(RINGS, { key: "points:dismissal.already" });
  return { title: translator(viewer.locale, "points")("dismissal.title", names) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const ringId = idParam(params.ringId);
  const { first, second } = await findNames(ringId);
  const schema = dismissalSchema(translator(viewer.locale, "points"));
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const dismissed = await dismissVotingRing(db, {
    viewer,
    ringId,
    reason: submission.value.reason,
    address: context.clientAddress,
    now: new Date(),
  });
  if (!dismissed.ok) {
    refusal(dismissed);
    return redirectWithToast(RINGS, { key: "points:dismissal.already" });
  }
  return redirectWithToast(RINGS, { key: "points:dismissal.done", params: { first, second } });
}

export default function DismissRing() {
  const { title } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation(["points", "common"]);
  const [form, fields] = useForm<{ reason: string }>({ lastResult });
  const labels = { reason: t("dismissal.reason") };
  return (
    <Page
      title={title}
      lead={t("dismissal.lead")}
      width="narrow"
      breadcrumbs={[{ label: t("rings.title"), to: RINGS }]}
    >
      <Form method="post" {...getFormProps(form)}>
        <Card className="grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <TextAreaField
            field={fields.reason}
            label={labels.reason}
            hint={t("dismissal.reason.hint")}
            required
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">{t("dismissal.submit")}</Button>
            <ButtonLink to={RINGS} variant="bare">
              {t("common:form.cancel")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
