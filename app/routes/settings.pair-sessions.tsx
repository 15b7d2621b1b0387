import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { requireHost } from "#app/pair-sessions/host-guard.server.ts";
import { findHosting, saveHosting } from "#app/pair-sessions/hosting.server.ts";
import { HostingFields } from "#app/pair-sessions/hosting-fields.tsx";
import { hostingSchema } from "#app/pair-sessions/hosting-form.ts";
import { HostingState } from "#app/pair-sessions/hosting-state.tsx";
import { HoursList } from "#app/pair-sessions/hours-list.tsx";
import { findOffer } from "#app/pair-sessions/offers.server.ts";
import { AbsenceList } from "#app/questions/routing/absence-list.tsx";
import { findHelping } from "#app/questions/routing/helping.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["settings", "pair-sessions", "routing"] } satisfies RouteHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireHost(request);
  const now = new Date();
  const personId = viewer.id;
  const [hosting, offer, helping] = await Promise.all([
    findHosting(db, { personId }),
    findOffer(db, { hostId: personId, now }),
    findHelping(db, { personId, locale: viewer.locale, now }),
  ]);
  return {
    title: translator(viewer.locale, "pair-sessions")("list.title"),
    handle: viewer.handle,
    hosting,
    slotCount: offer?.slots.length ?? 0,
    absences: helping.absences,
    isSupporter: viewer.isSupporter,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireHost(request);
  const schema = hostingSchema(translator(viewer.locale, "pair-sessions"));
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  await saveHosting(db, { ...submission.value, personId: viewer.id, now: new Date() });
  return redirectWithToast("/settings/pair-sessions", { key: "pair-sessions:hosting.saved" });
}

type Fields = { offer: string; meetingUrl: string; noticeHours: string };

export default function PairSessionSettings() {
  const loaded = useLoaderData<typeof loader>();
  const { handle, hosting, slotCount, absences, isSupporter } = loaded;
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("pair-sessions");
  const { offer, meetingUrl, noticeHours } = hosting;
  const [form, fields] = useForm<Fields>({
    lastResult,
    defaultValue: { offer, meetingUrl, noticeHours: String(noticeHours) },
  });
  const labels = {
    offer: t("hosting.offer"),
    meetingUrl: t("hosting.url"),
    noticeHours: t("hosting.notice"),
  };
  return (
    <>
      <p className="mb-4 text-muted">{t("hosting.lead")}</p>
      <HostingState hosting={hosting} slotCount={slotCount} handle={handle} />
      <Form method="post" {...getFormProps(form)}>
        <Card className="mb-6 grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <HostingFields fields={fields} labels={labels} />
          <div>
            <Button variant="primary">{t("hosting.save")}</Button>
          </div>
        </Card>
      </Form>
      {hosting.isSetUp && <HoursList hosting={hosting} />}
      {isSupporter ? (
        <Card className="grid gap-3">
          <h2 className="text-lg font-bold">{t("absences.title")}</h2>
          <p className="text-sm text-muted">{t("absences.helping")}</p>
          <div>
            <ButtonLink to="/settings/helping" size="small">
              {t("absences.helping.link")}
            </ButtonLink>
          </div>
        </Card>
      ) : (
        <AbsenceList absences={absences} />
      )}
    </>
  );
}
