import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { type FieldState, RadioGroupField, SelectField, TextField } from "#app/ui/fields.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { type EventState, MATERIAL_AUDIENCES, type MaterialAudience } from "#db/vocabulary.ts";
import { RunTabs } from "../organising/run-tabs.tsx";
import { MaterialLink, type MaterialLinkData } from "./material-link.tsx";

type Material = MaterialLinkData & {
  id: number;
  audience: MaterialAudience;
  sessionId: number | null;
  addedAt: Date | string;
  addedBy: string;
};
type Session = { id: number; title: string; recordingUrl: string; hasNotes: boolean };

/** Where those who run an event put what remains of it. */
export function MaterialsDesk({
  event,
  state,
  materials,
  sessions,
  lastResult,
}: {
  event: { id: number; title: string; recordingUrl: string };
  state: EventState;
  materials: Material[];
  sessions: Session[];
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("afterwards");
  const here = `/events/${event.id}`;
  const canTell =
    (materials.length > 0 || event.recordingUrl !== "") &&
    state !== "draft" &&
    state !== "cancelled";
  return (
    <Page title={t("desk.title")} lead={event.title} width="reading">
      <RunTabs eventId={event.id} current="materials" />
      <Section
        title={t("materials.title")}
        actions={
          canTell && (
            <Form method="post" action={`${here}/materials/announcement`}>
              <Button size="small">{t("materials.tell")}</Button>
            </Form>
          )
        }
      >
        {materials.length === 0 ? (
          <p className="text-muted">{t("materials.none")}</p>
        ) : (
          <>
            <CardList label={t("materials.title")}>
              {materials.map((material) => (
                <MaterialRow
                  key={material.id}
                  material={material}
                  session={sessions.find(({ id }) => id === material.sessionId)?.title}
                  action={`${here}/materials/${material.id}/removal`}
                />
              ))}
            </CardList>
            {canTell && <p className="mt-2 text-sm text-muted">{t("materials.tell.hint")}</p>}
          </>
        )}
      </Section>
      <Section title={t("materials.add")}>
        <MaterialForm sessions={sessions} lastResult={lastResult} />
      </Section>
      <Section title={t("desk.recordings")}>
        <CardList label={t("desk.recordings")}>
          <CardRow className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0 flex-1 basis-52">
              {t("desk.wholeEvent")}
              <span className="block text-sm text-muted">
                {t(event.recordingUrl ? "desk.hasRecording" : "desk.noRecording")}
              </span>
            </span>
            <ButtonLink to={`${here}/recording`} size="small">
              {t("desk.recording.edit")}
            </ButtonLink>
          </CardRow>
          {sessions.map((session) => (
            <CardRow key={session.id} className="flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0 flex-1 basis-52 wrap-anywhere">
                {session.title}
                <span className="block text-sm text-muted">
                  {t(session.hasNotes ? "desk.hasNotes" : "desk.noNotes")}
                  {"・"}
                  {t(session.recordingUrl ? "desk.hasRecording" : "desk.noRecording")}
                </span>
              </span>
              <ButtonLink to={`${here}/sessions/${session.id}/notes`} size="small">
                {t("desk.notes.edit")}
                <span className="sr-only">{session.title}</span>
              </ButtonLink>
            </CardRow>
          ))}
        </CardList>
        <p className="mt-2 text-sm text-muted">{t("desk.recordings.hint")}</p>
      </Section>
      {state === "finished" && (
        <Section title={t("thanks.title")}>
          <p className="mb-3 text-muted">{t("thanks.lead")}</p>
          <Link to={`${here}/thanks`} className="text-link inline-block py-2">
            {t("thanks.open")}
          </Link>
        </Section>
      )}
    </Page>
  );
}

function MaterialRow({
  material,
  session,
  action,
}: {
  material: Material;
  session: string | undefined;
  action: string;
}) {
  const { t } = useTranslation("afterwards");
  return (
    <CardRow className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 sm:py-2">
      <div className="min-w-0 flex-1 basis-60">
        <MaterialLink material={material} />
        <p className="text-sm text-muted">
          {session && `${t("ofSession", { session })}・`}
          {t("materials.by", { name: material.addedBy })} <DateTime value={material.addedAt} />
        </p>
      </div>
      <Badge tone={material.audience === "everyone" ? "info" : "neutral"}>
        {t(`audience.${material.audience}`)}
      </Badge>
      <Form method="post" action={action}>
        <Button variant="bare" size="small">
          {t("materials.remove")}
          <span className="sr-only">{material.title}</span>
        </Button>
      </Form>
    </CardRow>
  );
}

function MaterialForm({
  sessions,
  lastResult,
}: {
  sessions: Session[];
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useTranslation("afterwards");
  const [form, fields] = useForm<Record<string, string>>({
    id: "material",
    lastResult,
    defaultValue: { audience: "attendees" },
  });
  const field = (name: string) => fields[name] as FieldState;
  const labels = {
    title: t("materials.name"),
    url: t("materials.url"),
    file: t("materials.file"),
    session: t("session"),
    audience: t("materials.audience"),
  };
  return (
    <Form method="post" encType="multipart/form-data" {...getFormProps(form)}>
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrors form={form} fields={fields} labels={labels} />
        <TextField field={field("title")} label={labels.title} required maxLength={200} />
        <TextField
          field={field("url")}
          label={labels.url}
          hint={t("materials.url.hint")}
          type="url"
          maxLength={2000}
          placeholder="https://"
        />
        <FileField
          field={field("file")}
          label={labels.file}
          hint={t("materials.file.hint")}
          accept="image/png,image/jpeg,image/gif,image/webp,application/pdf"
        />
        {sessions.length > 0 && (
          <SelectField
            field={field("session")}
            label={labels.session}
            empty={t("desk.wholeEvent")}
            choices={sessions.map(({ id, title }) => ({ value: String(id), label: title }))}
          />
        )}
        <RadioGroupField
          field={field("audience")}
          label={labels.audience}
          required
          choices={MATERIAL_AUDIENCES.map((value) => ({
            value,
            label: t(`audience.${value}`),
            hint: t(`audience.${value}.hint`),
          }))}
        />
        <div>
          <Button variant="primary">{t("materials.submit")}</Button>
        </div>
      </Card>
    </Form>
  );
}
