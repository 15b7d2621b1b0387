import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listAreas } from "#app/areas/areas.server.ts";
import { areaName } from "#app/areas/areas.ts";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { bookPairSession } from "#app/pair-sessions/booking.server.ts";
import { bookingSchema, momentIn } from "#app/pair-sessions/booking-form.ts";
import { BookingTime } from "#app/pair-sessions/booking-time.tsx";
import { findOffer, listFreeSlots } from "#app/pair-sessions/offers.server.ts";
import { OPEN_BOOKINGS_MAX, TOPIC_MAX } from "#app/pair-sessions/pair-sessions.ts";
import { nearestSlots } from "#app/pair-sessions/slots.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { SelectField, TextAreaField } from "#app/ui/fields.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page } from "#app/ui/page.tsx";
import { PersonLine } from "#app/ui/person-line.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["pair-sessions", "people"] } satisfies RouteHandle;

/** Offered in place of a slot that is gone. */
const OTHERS_SHOWN = 8;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const now = new Date();
  const offer = await findOffer(db, { handle: params.handle ?? "", now });
  if (!offer) throw notFound();
  const at = momentIn(new URL(request.url).searchParams.get("at"));
  if (!at) throw redirect(`/people/${offer.person.handle}/pair-sessions`);
  const free = await listFreeSlots(db, { offer, personId: viewer.id, now });
  const isFree = free.some((slot) => slot.getTime() === at.getTime());
  const { person, timeZone } = offer;
  return {
    title: translator(viewer.locale, "pair-sessions")("book.title"),
    person,
    timeZone,
    at,
    others: isFree ? undefined : nearestSlots(free, at, OTHERS_SHOWN),
    areas: await listAreas(db),
  };
}

/** Also after a refusal: it comes of slots that are gone by now. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const now = new Date();
  const offer = await findOffer(db, { handle: params.handle ?? "", now });
  if (!offer) throw notFound();
  const t = translator(viewer.locale, "pair-sessions");
  const areaIds = (await listAreas(db)).map(({ id }) => id);
  const schema = bookingSchema(t, { areaIds });
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { startsAt, topic, area: productAreaId } = submission.value;
  const { hostId } = offer;
  const booked = await bookPairSession(db, { viewer, hostId, startsAt, topic, productAreaId, now });
  if (booked.ok) {
    return redirectWithToast(`/pair-sessions/${booked.sessionId}`, {
      key: "pair-sessions:book.done",
    });
  }
  const { reason } = booked;
  const words =
    reason === "slot-gone"
      ? t("book.slotGone")
      : t(`book.refused.${reason}`, { max: OPEN_BOOKINGS_MAX });
  return data({ lastResult: submission.reply({ formErrors: [words] }) }, { status: 409 });
}

type Fields = { startsAt: string; topic: string; area: string };

export default function BookPairSession() {
  const { title, person, timeZone, at, others, areas } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { t, i18n } = useTranslation(["pair-sessions", "people", "common"]);
  const [form, fields] = useForm<Fields>({ lastResult });
  const slotsPage = `/people/${person.handle}/pair-sessions`;
  const labels = {
    startsAt: t(others ? "book.choose" : "book.when"),
    topic: t("book.topic"),
    area: t("book.area"),
  };
  return (
    <Page
      title={title}
      width="narrow"
      breadcrumbs={[
        { label: t("list.title"), to: "/pair-sessions" },
        { label: t("slots.title", { name: person.name }), to: slotsPage },
      ]}
    >
      <Form method="post" {...getFormProps(form)}>
        <Card className="grid gap-5">
          <FormErrors form={form} fields={fields} labels={labels} />
          <PersonLine person={person} />
          <BookingTime
            field={fields.startsAt}
            label={labels.startsAt}
            at={at}
            others={others}
            host={{ name: person.name, timeZone }}
            slotsPage={slotsPage}
          />
          <TextAreaField
            field={fields.topic}
            label={labels.topic}
            hint={t("book.topic.hint")}
            required
            maxLength={TOPIC_MAX}
          />
          <SelectField
            field={fields.area}
            label={labels.area}
            optional
            empty={t("book.area.none")}
            choices={areas.map((area) => ({
              value: String(area.id),
              label: areaName(area, i18n.language),
            }))}
          />
          <p className="text-sm text-muted">{t("book.shared", { name: person.name })}</p>
          <div className="flex flex-wrap gap-3">
            <Button variant="primary">{t("book.submit")}</Button>
            <ButtonLink to={slotsPage} variant="bare">
              {t("common:form.cancel")}
            </ButtonLink>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
