import { Form, Link } from "@remix-run/react";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Section } from "#app/ui/page.tsx";
import type { EventPlace, EventState } from "#db/vocabulary.ts";
import {
  type EventAct,
  isOnline,
  isOnSite,
  PUBLISHING_BARS,
  type PublishingBar,
} from "./publishing.ts";

const MENDED_ON: Record<PublishingBar, "edit" | "tickets"> = {
  "in-the-past": "edit",
  "no-venue": "edit",
  "no-link": "edit",
  "no-ticket": "tickets",
  "ticket-elsewhere": "tickets",
  "draw-too-late": "tickets",
  "window-too-late": "edit",
};

/** What is there and what is missing before an event can be published. */
export function Checklist({
  place,
  bars,
  eventId,
}: {
  place: EventPlace;
  bars: PublishingBar[];
  eventId: number;
}) {
  const { t } = useTranslation("organising");
  const applies = (bar: PublishingBar) =>
    !(bar === "no-venue" && !isOnSite(place)) && !(bar === "no-link" && !isOnline(place));
  return (
    <Section title={t("publication.checklist")} className="mb-0">
      <ul className="grid gap-2">
        {PUBLISHING_BARS.filter(applies).map((bar) => {
          const isMissing = bars.includes(bar);
          return (
            <li key={bar} className="flex items-start gap-2">
              {isMissing ? (
                <CircleAlert className="mt-1 size-5 shrink-0 text-danger" aria-hidden="true" />
              ) : (
                <CircleCheck className="mt-1 size-5 shrink-0 text-good" aria-hidden="true" />
              )}
              <span>
                {isMissing ? (
                  <Link className="text-link" to={`/events/${eventId}/${MENDED_ON[bar]}`}>
                    {t(`bar.${bar}`)}
                  </Link>
                ) : (
                  t("check.done", { what: t(`check.${bar}`) })
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** What can be done with an event as it stands. */
export function PublicationActions({
  head,
  publishAt,
  publishedAt,
  bars,
  acts,
}: {
  head: { id: number; state: EventState; timeZone: string };
  publishAt: string | Date | null;
  publishedAt: string | Date | null;
  bars: PublishingBar[];
  acts: EventAct[];
}) {
  const { t } = useTranslation("organising");
  const here = `/events/${head.id}`;
  const can = (act: EventAct) => acts.includes(act);
  return (
    <Card className="grid gap-5">
      {publishedAt && (
        <p>
          {t("publication.since")} <DateTime value={publishedAt} style="exact" />
        </p>
      )}
      {publishAt && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="font-semibold">
            {t("publication.scheduledFor")} <DateTime value={publishAt} style="exact" />
          </p>
          <Form method="post" action={`${here}/publication/schedule/removal`}>
            <Button variant="quiet" size="small">
              {t("publication.unschedule")}
            </Button>
          </Form>
        </div>
      )}
      {can("publish") && bars.length > 0 && <p>{t("publication.blocked")}</p>}
      {can("publish") && bars.length === 0 && (
        <div>
          <ConfirmDialog
            trigger={t("publication.publish")}
            title={t("publication.publish.title")}
            variant="primary"
          >
            <Form method="post" action={`${here}/publication`}>
              <p className="mb-4">{t("publication.publish.text")}</p>
              <Button variant="primary">{t("publication.publish")}</Button>
            </Form>
          </ConfirmDialog>
        </div>
      )}
      {can("schedule") && bars.length === 0 && <ScheduleForm here={here} zone={head.timeZone} />}
      <div className="flex flex-wrap items-start gap-3">
        {can("move") && <ButtonLink to={`${here}/date`}>{t("date.title")}</ButtonLink>}
        {can("postpone") && (
          <ButtonLink to={`${here}/postponement`}>{t("postpone.title")}</ButtonLink>
        )}
        {can("cancel") && (
          <ButtonLink to={`${here}/cancellation`} variant="danger">
            {t("cancel.title")}
          </ButtonLink>
        )}
        {can("discard") && (
          <ConfirmDialog trigger={t("discard.title")} title={t("discard.title")} variant="danger">
            <Form method="post" action={`${here}/removal`}>
              <p className="mb-4">{t("discard.text")}</p>
              <Button variant="danger">{t("discard.submit")}</Button>
            </Form>
          </ConfirmDialog>
        )}
      </div>
    </Card>
  );
}

function ScheduleForm({ here, zone }: { here: string; zone: string }) {
  const { t } = useTranslation("organising");
  const id = useId();
  return (
    <Form
      method="post"
      action={`${here}/publication/schedule`}
      className="flex flex-wrap items-end gap-3"
    >
      <label htmlFor={id} className="grid gap-1.5 font-semibold">
        {t("publication.at", { zone })}
        <input id={id} type="datetime-local" name="at" required className="control" />
      </label>
      <Button variant="quiet">{t("publication.schedule")}</Button>
    </Form>
  );
}
