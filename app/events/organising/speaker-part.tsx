import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { ConfirmDialog } from "#app/ui/confirm-dialog.tsx";
import { Section } from "#app/ui/page.tsx";
import { PersonPicker, type PersonSearch } from "./person-picker.tsx";

type Speaker = { id: number; handle: string | null; name: string; affiliation: string };

/** Who speaks in a session: people of the community, and guests by name. */
export function SpeakerPart({
  here,
  speakers,
  search,
}: {
  here: string;
  speakers: Speaker[];
  search: PersonSearch;
}) {
  const { t } = useTranslation("organising");
  return (
    <Section title={t("speakers.title")} className="mb-0">
      <div className="grid gap-5">
        {speakers.length === 0 ? (
          <p className="text-muted">{t("speakers.none")}</p>
        ) : (
          <CardList label={t("speakers.title")}>
            {speakers.map(({ id, handle, name, affiliation }) => (
              <CardRow
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1"
              >
                <span className="min-w-0">
                  {handle ? (
                    <Link to={`/people/${handle}`} className="font-semibold underline">
                      {name}
                    </Link>
                  ) : (
                    <span className="font-semibold">{name}</span>
                  )}
                  {affiliation && <span className="ml-2 text-sm text-muted">{affiliation}</span>}
                </span>
                <Form method="post" action={`${here}/speakers/${id}/removal`} preventScrollReset>
                  <Button variant="bare" size="small">
                    {t("speakers.remove")}
                    <span className="sr-only"> {name}</span>
                  </Button>
                </Form>
              </CardRow>
            ))}
          </CardList>
        )}
        <PersonPicker
          action={`${here}/speakers`}
          search={search}
          add={t("speakers.add")}
          none={t("person.none")}
        />
        <GuestSpeaker action={`${here}/speakers`} />
      </div>
    </Section>
  );
}

function GuestSpeaker({ action }: { action: string }) {
  const { t } = useTranslation("organising");
  const id = useId();
  return (
    <Form method="post" action={action} className="flex flex-wrap items-end gap-3">
      <label htmlFor={`${id}-name`} className="grid flex-1 basis-48 gap-1.5 font-semibold">
        {t("speakers.guest.name")}
        <input id={`${id}-name`} name="name" required maxLength={60} className="control w-full" />
      </label>
      <label htmlFor={`${id}-of`} className="grid flex-1 basis-48 gap-1.5 font-semibold">
        {t("speakers.guest.affiliation")}
        <input id={`${id}-of`} name="affiliation" maxLength={80} className="control w-full" />
      </label>
      <Button variant="quiet">{t("speakers.guest.add")}</Button>
    </Form>
  );
}

export function RemoveSession({ here, title }: { here: string; title: string }) {
  const { t } = useTranslation("organising");
  return (
    <div>
      <ConfirmDialog trigger={t("session.remove")} title={t("session.remove")} variant="danger">
        <Form method="post" action={`${here}/removal`}>
          <p className="mb-4">{t("session.remove.text", { title })}</p>
          <Button variant="danger">{t("session.remove")}</Button>
        </Form>
      </ConfirmDialog>
    </div>
  );
}
