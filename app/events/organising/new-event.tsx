import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { timeZoneChoices } from "#app/lib/time-zones.ts";
import { Button } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { type FieldState, SelectField, TextField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import { EVENT_KINDS, type EventKind, type EventState } from "#db/vocabulary.ts";
import { TITLE_MAX } from "../events.ts";
import { EventStateBadge } from "../listing/event-state-badge.tsx";

type Earlier = { id: number; title: string; startsAt: string | Date; state: EventState };

/** What a new event begins with: a template, or an earlier event. */
export function TemplateChoice({ earlier }: { earlier: Earlier[] }) {
  const { t } = useTranslation("organising");
  const { t: words } = useTranslation("events");
  return (
    <>
      <Section title={t("new.templates")}>
        <CardList label={t("new.templates")}>
          {EVENT_KINDS.map((kind) => (
            <CardRow key={kind}>
              <Link
                to={`/events/new?template=${kind}`}
                className="font-semibold hover:text-brand hover:underline"
              >
                {words(`kind.${kind}`)}
              </Link>
              <p className="text-sm text-muted">{t(`new.template.${kind}`)}</p>
            </CardRow>
          ))}
        </CardList>
      </Section>
      {earlier.length > 0 && (
        <Section title={t("new.copies")}>
          <p className="mb-3 text-sm text-muted">{t("new.copies.lead")}</p>
          <CardList label={t("new.copies")}>
            {earlier.map(({ id, title, startsAt, state }) => (
              <CardRow key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <Link
                  to={`/events/new?copy=${id}`}
                  className="min-w-0 flex-1 basis-60 font-semibold wrap-anywhere hover:text-brand hover:underline"
                >
                  {title}
                </Link>
                <DateTime value={startsAt} style="date" />
                <EventStateBadge state={state} />
              </CardRow>
            ))}
          </CardList>
        </Section>
      )}
    </>
  );
}

/** What a template or an earlier event cannot say: a title and a date. */
export function NewEventFields({
  field,
  labels,
  kind,
  from,
}: {
  field: (name: string) => FieldState;
  labels: { title: string; startsAt: string; timeZone: string };
  kind: string;
  /** Title of the event that is copied. */
  from?: string;
}) {
  const { t, i18n } = useTranslation("organising");
  const { t: words } = useTranslation("events");
  const zone = field("timeZone");
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <p className="text-sm text-muted">
        {from === undefined
          ? t("new.from.template", { kind: words(`kind.${kind as EventKind}`) })
          : t("new.from.copy", { title: from })}
      </p>
      <TextField field={field("title")} label={labels.title} required maxLength={TITLE_MAX * 2} />
      <TextField
        field={field("startsAt")}
        label={labels.startsAt}
        hint={t("new.startsAt.hint")}
        type="datetime-local"
        required
        className="max-w-sm"
      />
      {from === undefined ? (
        <SelectField
          field={zone}
          label={labels.timeZone}
          hint={t("field.timeZone.hint")}
          required
          className="max-w-sm"
          choices={timeZoneChoices(i18n.language, String(zone.initialValue ?? "") || undefined)}
        />
      ) : (
        <input type="hidden" name="timeZone" value={String(zone.initialValue ?? "")} />
      )}
      <div>
        <Button variant="primary">{t("new.submit")}</Button>
      </div>
    </>
  );
}
