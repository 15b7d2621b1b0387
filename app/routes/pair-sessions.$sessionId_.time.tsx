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
import { momentIn, moveSchema } from "#app/pair-sessions/booking-form.ts";
import { findChangeable, movePairSession } from "#app/pair-sessions/changing.server.ts";
import { MoveSteps } from "#app/pair-sessions/move-steps.tsx";
import { findOffer, listFreeSlots } from "#app/pair-sessions/offers.server.ts";
import { SlotDays } from "#app/pair-sessions/slot-days.tsx";
import { daysFrom } from "#app/pair-sessions/slots.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["pair-sessions"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const sessionId = idParam(params.sessionId);
  const now = new Date();
  const found = await findChangeable(db, { viewer, sessionId, now, change: "move" });
  if (!found.ok) {
    const { reason } = refusal(found);
    throw redirectWithToast(`/pair-sessions/${sessionId}`, {
      key: `pair-sessions:refused.${reason}`,
    });
  }
  const { id, startsAt, host } = found.session;
  const offer = await findOffer(db, { handle: host.handle, now });
  const free = offer ? await listFreeSlots(db, { offer, personId: viewer.id, now }) : [];
  const query = new URL(request.url).searchParams;
  const at = momentIn(query.get("at"));
  return {
    title: translator(viewer.locale, "pair-sessions")("move.title"),
    id,
    startsAt,
    host,
    chosen: at && free.some((slot) => slot.getTime() === at.getTime()) ? at.toISOString() : null,
    ...daysFrom(free, { timeZone: viewer.timeZone, from: query.get("from") ?? "" }),
  };
}

/** Also after a refusal: it comes of slots that are gone by now. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const sessionId = idParam(params.sessionId);
  const here = `/pair-sessions/${sessionId}`;
  const act = { viewer, sessionId, now: new Date() };
  const found = await findChangeable(db, { ...act, change: "move" });
  if (!found.ok) {
    const { reason } = refusal(found);
    return redirectWithToast(here, { key: `pair-sessions:refused.${reason}` });
  }
  const t = translator(viewer.locale, "pair-sessions");
  const submission = parseWithZod(await request.formData(), { schema: moveSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const moved = await movePairSession(db, { ...act, startsAt: submission.value.startsAt });
  if (moved.ok) return redirectWithToast(here, { key: "pair-sessions:move.done" });
  const { reason } = refusal(moved);
  if (reason === "too-late" || reason === "already-cancelled") {
    return redirectWithToast(here, { key: `pair-sessions:refused.${reason}` });
  }
  const lastResult = submission.reply({ formErrors: [t(`move.refused.${reason}`)] });
  return data({ lastResult }, { status: 409 });
}

export default function MovePairSession() {
  const { title, id, startsAt, host, chosen, days, next } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t } = useTranslation("pair-sessions");
  const [form, fields] = useForm<{ startsAt: string }>({ lastResult });
  const here = `/pair-sessions/${id}`;
  return (
    <Page
      title={title}
      lead={t("move.lead")}
      width="reading"
      breadcrumbs={[
        { label: t("list.title"), to: "/pair-sessions" },
        { label: t("session.title", { name: host.name }), to: here },
      ]}
      actions={
        <ButtonLink to={here} variant="bare">
          {t("move.back")}
        </ButtonLink>
      }
    >
      <Form method="post" {...getFormProps(form)} className="mb-8 grid gap-4">
        <FormErrors form={form} fields={fields} labels={{ startsAt: t("move.new") }} />
        <MoveSteps from={startsAt} to={chosen} host={host} />
      </Form>
      <Section title={t(chosen ? "move.another" : "move.choose")}>
        {days.length === 0 ? (
          <EmptyState title={t("slots.none.title")}>{t("slots.none.text")}</EmptyState>
        ) : (
          <SlotDays
            days={days}
            host={host}
            to={(slot) => `${here}/time?${new URLSearchParams({ at: slot })}`}
            more={next && `${here}/time?${new URLSearchParams({ from: next })}`}
          />
        )}
      </Section>
    </Page>
  );
}
