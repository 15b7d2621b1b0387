import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { cancellationSchema } from "#app/pair-sessions/booking-form.ts";
import { cancelPairSession, findChangeable } from "#app/pair-sessions/changing.server.ts";
import { SESSION_MINUTES, TOPIC_MAX } from "#app/pair-sessions/pair-sessions.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { ZonedSpan } from "#app/ui/zoned-span.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["pair-sessions"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const sessionId = idParam(params.sessionId);
  const act = { viewer, sessionId, now: new Date() };
  const found = await findChangeable(db, { ...act, change: "cancel" });
  if (!found.ok) {
    const { reason } = refusal(found);
    throw redirectWithToast(`/pair-sessions/${sessionId}`, {
      key: `pair-sessions:refused.${reason}`,
    });
  }
  const { id, access, startsAt, host, guest } = found.session;
  const title = translator(viewer.locale, "pair-sessions")("cancel.title");
  return { title, id, startsAt, other: access === "host" ? guest : host };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const sessionId = idParam(params.sessionId);
  const here = `/pair-sessions/${sessionId}`;
  const act = { viewer, sessionId, now: new Date() };
  const found = await findChangeable(db, { ...act, change: "cancel" });
  if (!found.ok) {
    const { reason } = refusal(found);
    return redirectWithToast(here, { key: `pair-sessions:refused.${reason}` });
  }
  const schema = cancellationSchema(translator(viewer.locale, "pair-sessions"));
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const cancelled = await cancelPairSession(db, { ...act, reason: submission.value.reason });
  if (!cancelled.ok) {
    const { reason } = refusal(cancelled);
    return redirectWithToast(here, { key: `pair-sessions:refused.${reason}` });
  }
  return redirectWithToast(here, { key: "pair-sessions:cancel.done" });
}

export default function CancelPairSession() {
  const { title, id, startsAt, other } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("pair-sessions");
  const [form, fields] = useForm<{ reason: string }>({ lastResult });
  const here = `/pair-sessions/${id}`;
  const labels = { reason: t("cancel.reason") };
  return (
    <Page
      title={title}
      lead={t("cancel.lead")}
      width="narrow"
      breadcrumbs={[
        { label: t("list.title"), to: "/pair-sessions" },
        { label: t("session.title", { name: other.name }), to: here },
      ]}
    >
      <Form method="post" {...getFormProps(form)}>
        <Card className="grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <p className="font-semibold">
            <ZonedSpan start={startsAt} minutes={SESSION_MINUTES} other={other} />
          </p>
          <TextAreaField
            field={fields.reason}
            label={labels.reason}
            hint={t("cancel.reason.hint")}
            required
            maxLength={TOPIC_MAX}
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="danger">{t("cancel.submit")}</Button>
            <ButtonLink to={here} variant="bare">
              {t("cancel.back")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
