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
import type { Viewer } from "#app/auth/viewer.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { forbidden, notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { maySuspend } from "#app/people/people.ts";
import { findPersonForStaff } from "#app/people/staff-people.server.ts";
import { suspensionSchema } from "#app/people/suspension-form.ts";
import { suspendPerson } from "#app/people/suspensions.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["staff"] } satisfies RouteHandle;

async function findSuspendable(viewer: Viewer, handle: string | undefined) {
  const person = await findPersonForStaff(db, { handle: handle ?? "" });
  if (!person) throw notFound();
  if (!maySuspend(viewer, person)) throw forbidden();
  return person;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request);
  const { name, handle } = await findSuspendable(viewer, params.handle);
  const title = translator(viewer.locale, "staff")("person.suspend.title", { name });
  return { person: { name, handle }, title };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request);
  const { id, name, handle } = await findSuspendable(viewer, params.handle);
  const t = translator(viewer.locale, "staff");
  const submission = parseWithZod(await request.formData(), { schema: suspensionSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const suspended = await suspendPerson(db, {
    ...submission.value,
    personId: id,
    actorId: viewer.id,
    address: context.clientAddress,
    now: new Date(),
  });
  const answer = (key: string) =>
    redirectWithToast(`/staff/people/${handle}`, { key: `staff:${key}`, params: { name } });
  if (suspended.ok) return answer("person.suspend.done");
  if (suspended.reason === "already-suspended") return answer("person.suspend.already");
  if (suspended.reason === "last-admin") return answer("person.refused.last-admin");
  throw suspended.reason === "unknown" ? notFound() : forbidden();
}

export default function SuspendPerson() {
  const { person, title } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation(["staff", "common"]);
  const [form, fields] = useForm<{ reason: string }>({ lastResult });
  const here = `/staff/people/${person.handle}`;
  const labels = { reason: t("person.suspend.reason") };
  return (
    <Page
      title={title}
      lead={t("person.suspend.text")}
      width="narrow"
      breadcrumbs={[
        { label: t("people.title"), to: "/staff/people" },
        { label: person.name, to: here },
      ]}
    >
      <Form method="post" {...getFormProps(form)}>
        <Card className="grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <TextAreaField
            field={fields.reason}
            label={labels.reason}
            hint={t("person.suspend.reason.hint")}
            required
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="danger">{t("person.suspend.submit")}</Button>
            <ButtonLink to={here} variant="bare">
              {t("common:form.cancel")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
