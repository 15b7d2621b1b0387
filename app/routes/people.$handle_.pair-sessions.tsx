import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { countOpenBookings } from "#app/pair-sessions/booking.server.ts";
import { findOffer, listFreeSlots } from "#app/pair-sessions/offers.server.ts";
import { OPEN_BOOKINGS_MAX } from "#app/pair-sessions/pair-sessions.ts";
import { SlotDays } from "#app/pair-sessions/slot-days.tsx";
import { daysFrom } from "#app/pair-sessions/slots.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PersonLine } from "#app/ui/person-line.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["pair-sessions", "people"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const now = new Date();
  const offer = await findOffer(db, { handle: params.handle ?? "", now });
  if (!offer) throw notFound();
  const isOwn = offer.hostId === viewer.id;
  const free = isOwn ? offer.slots : await listFreeSlots(db, { offer, personId: viewer.id, now });
  const bookings = await countOpenBookings(db, { guestId: viewer.id, now });
  const from = new URL(request.url).searchParams.get("from") ?? "";
  const { person, text, timeZone, isOpen } = offer;
  return {
    title: translator(viewer.locale, "pair-sessions")("slots.title", { name: person.name }),
    person,
    text,
    timeZone,
    isOpen,
    isOwn,
    isFull: !isOwn && bookings >= OPEN_BOOKINGS_MAX,
    isLater: from !== "",
    ...daysFrom(free, { timeZone: viewer.timeZone, from }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title }) : [];

export default function PersonSlots() {
  const loaded = useLoaderData<typeof loader>();
  const { title, person, text, timeZone, isOpen, isOwn, isFull, isLater, days, next } = loaded;
  const { t } = useTranslation(["pair-sessions", "people"]);
  const here = `/people/${person.handle}/pair-sessions`;
  const canChoose = !isOwn && !isFull;
  return (
    <Page
      title={title}
      lead={isOpen && canChoose && t("slots.lead")}
      width="reading"
      breadcrumbs={[
        { label: t("list.title"), to: "/pair-sessions" },
        { label: person.name, to: `/people/${person.handle}` },
      ]}
      actions={
        isOwn && <ButtonLink to="/settings/pair-sessions">{t("slots.own.settings")}</ButtonLink>
      }
    >
      <Card className="mb-8 grid gap-3">
        <PersonLine person={person} />
        {text && (
          <div>
            <h2 className="text-sm font-semibold text-muted">{t("slots.offer")}</h2>
            <p className="whitespace-pre-line wrap-anywhere">{text}</p>
          </div>
        )}
      </Card>
      {isOwn && <p className="mb-4">{t("slots.own")}</p>}
      {isFull && isOpen && (
        <p className="mb-4 rounded-card border border-wait bg-wait-soft p-4">
          {t("slots.full", { max: OPEN_BOOKINGS_MAX })}{" "}
          <Link to="/pair-sessions" className="text-link">
            {t("slots.full.link")}
          </Link>
        </p>
      )}
      {days.length === 0 ? (
        <EmptyState
          title={isOpen ? t("slots.none.title") : t("slots.closed.title", { name: person.name })}
          action={<ButtonLink to="/pair-sessions">{t("slots.others")}</ButtonLink>}
        >
          {t(isOpen ? "slots.none.text" : "slots.closed.text")}
        </EmptyState>
      ) : (
        <Section
          title={t("slots.free")}
          actions={
            isLater && (
              <Link to={here} className="inline-flex min-h-11 items-center text-link">
                {t("slots.earlier")}
              </Link>
            )
          }
        >
          <SlotDays
            days={days}
            host={{ name: person.name, timeZone }}
            to={
              canChoose ? (slot) => `${here}/new?${new URLSearchParams({ at: slot })}` : undefined
            }
            more={next && `${here}?${new URLSearchParams({ from: next })}`}
          />
        </Section>
      )}
    </Page>
  );
}
