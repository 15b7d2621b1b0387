import { getFormProps } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { OwnProposals } from "#app/events/organising/proposal-list.tsx";
import {
  findCall,
  listOwnProposals,
  proposeTalk,
} from "#app/events/organising/proposals.server.ts";
import { proposalSchema } from "#app/events/organising/ticket-form.ts";
import { useFields } from "#app/events/organising/use-fields.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam, refusal } from "#app/lib/verbs.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { TextAreaField, TextField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["organising", "events"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const call = await findCall(db, { viewer, eventId, now: new Date() });
  if (!call) throw notFound();
  const { title, proposalsCloseAt, proposalsNote } = call.event;
  return {
    title: translator(viewer.locale, "organising")("propose.title"),
    event: { id: eventId, title, proposalsCloseAt, proposalsNote },
    isOpen: call.isOpen,
    own: await listOwnProposals(db, { viewer, eventId }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: `${loaded.title} – ${loaded.event.title}` }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const now = new Date();
  if (!(await findCall(db, { viewer, eventId, now }))) throw notFound();
  const t = translator(viewer.locale, "organising");
  const submission = parseWithZod(await request.formData(), { schema: proposalSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const proposed = await proposeTalk(db, { viewer, eventId, talk: submission.value, now });
  if (proposed.ok) {
    return redirectWithToast(`/events/${eventId}/proposals/new`, {
      key: "organising:propose.done",
    });
  }
  const formErrors = [t(`propose.error.${refusal(proposed).reason}`)];
  return data({ lastResult: submission.reply({ formErrors }) }, { status: 400 });
}

export default function ProposeTalk() {
  const { title, event, isOpen, own } = useLoaderData<typeof loader>();
  const { t } = useTranslation("organising");
  return (
    <Page
      title={title}
      width="narrow"
      lead={event.proposalsNote && <p className="whitespace-pre-line">{event.proposalsNote}</p>}
      breadcrumbs={[{ label: event.title, to: `/events/${event.id}` }]}
    >
      {isOpen && event.proposalsCloseAt ? (
        <>
          <p className="mb-4">
            {t("propose.until")} <DateTime value={event.proposalsCloseAt} style="exact" />
          </p>
          <ProposalForm key={own.length} />
        </>
      ) : (
        <p className="mb-6">{t("propose.error.closed")}</p>
      )}
      {own.length > 0 && (
        <Section title={t("proposals.own")} className="mt-8">
          <OwnProposals eventId={event.id} proposals={own} />
        </Section>
      )}
    </Page>
  );
}

function ProposalForm() {
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("organising");
  const { form, fields, field } = useFields({ minutes: "20" }, lastResult, "proposal");
  const labels = {
    title: t("propose.talk"),
    abstract: t("propose.abstract"),
    minutes: t("propose.minutes"),
  };
  return (
    <Form method="post" {...getFormProps(form)}>
      <Card className="grid gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <TextField field={field("title")} label={labels.title} required maxLength={240} />
        <TextAreaField
          field={field("abstract")}
          label={labels.abstract}
          hint={t("propose.abstract.hint")}
          required
          rows={6}
        />
        <TextField
          field={field("minutes")}
          label={labels.minutes}
          required
          inputMode="numeric"
          maxLength={3}
          className="max-w-xs"
        />
        <div>
          <Button variant="primary">{t("propose.submit")}</Button>
        </div>
      </Card>
    </Form>
  );
}
