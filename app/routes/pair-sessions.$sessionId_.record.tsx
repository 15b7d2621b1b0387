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
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { RecordFields, StaleRecord } from "#app/pair-sessions/record-fields.tsx";
import { recordSchema } from "#app/pair-sessions/record-form.ts";
import { recordPairSession } from "#app/pair-sessions/recording.server.ts";
import { findPairSession } from "#app/pair-sessions/session-reading.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["pair-sessions"] } satisfies RouteHandle;

async function findRecordable(request: Request, param: string | undefined) {
  const viewer = await requireViewer(request);
  const sessionId = idParam(param);
  const session = await findPairSession(db, { viewer, sessionId, now: new Date() });
  if (!session) throw notFound();
  if (!session.can.record) throw forbidden();
  return { viewer, session };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { viewer, session } = await findRecordable(request, params.sessionId);
  const { id, guest, record } = session;
  const title = translator(viewer.locale, "pair-sessions")("record.title");
  return { title, id, guestName: guest.name, record };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const { viewer, session } = await findRecordable(request, params.sessionId);
  const schema = recordSchema(translator(viewer.locale, "pair-sessions"));
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply(), stored: undefined }, { status: 400 });
  }
  const { version, ...record } = submission.value;
  const recorded = await recordPairSession(db, {
    viewer,
    sessionId: session.id,
    record,
    version,
    now: new Date(),
  });
  if (recorded.ok) {
    return redirectWithToast(`/pair-sessions/${session.id}`, {
      key: "pair-sessions:record.saved",
    });
  }
  const { stored } = refusal(recorded);
  return data({ lastResult: submission.reply(), stored }, { status: 409 });
}

export default function PairSessionRecord() {
  const { title, id, guestName, record } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("pair-sessions");
  const [form, fields] = useForm<{ shown: string; toRepeat: string; nextStep: string }>({
    lastResult: answer?.lastResult,
    defaultValue: record,
  });
  const here = `/pair-sessions/${id}`;
  const labels = {
    shown: t("session.record.shown"),
    toRepeat: t("session.record.toRepeat"),
    nextStep: t("session.record.nextStep"),
  };
  return (
    <Page
      title={title}
      lead={t("record.lead", { name: guestName })}
      width="reading"
      breadcrumbs={[
        { label: t("list.title"), to: "/pair-sessions" },
        { label: t("session.title", { name: guestName }), to: here },
      ]}
    >
      <Form method="post" {...getFormProps(form)}>
        <Card className="grid gap-5">
          {answer?.stored && <StaleRecord stored={answer.stored} />}
          <FormErrors form={form} fields={fields} labels={labels} />
          <input
            type="hidden"
            name="version"
            value={answer?.stored?.version ?? record?.version ?? 0}
          />
          <RecordFields fields={fields} labels={labels} />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">{t("record.submit")}</Button>
            <ButtonLink to={here} variant="bare">
              {t("move.back")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
