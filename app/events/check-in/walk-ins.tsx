import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Section } from "#app/ui/page.tsx";
import { AFFILIATION_MAX, GUEST_NAME_MAX } from "./check-in.ts";
import { CheckInButton, type DeskForms } from "./check-in-button.tsx";

export type Found = { personId: number; name: string; reading: string; organisation: string };
export type WalkInGuest = { name: string; affiliation: string };

/** Checks in people without a registration: members, looked up, and guests, who are named. */
export function WalkIns({
  forms,
  typed,
  found,
  guest,
  onPerson,
  onGuest,
}: {
  forms: DeskForms;
  /** The member that was looked for. */
  typed: string;
  found: Found[];
  /** A guest that could not be checked in: nothing typed is lost. */
  guest: WalkInGuest;
  onPerson: (person: Found) => void;
  onGuest: (guest: WalkInGuest) => void;
}) {
  const { t } = useTranslation("check-in");
  const { eventId, formKey } = forms;
  return (
    <Section title={<span id="walk-ins">{t("walkIn.title")}</span>} className="mt-8">
      <p className="mb-3 text-muted">{t("walkIn.lead")}</p>
      <div className="grid gap-4 md:grid-cols-2">
        <Card>
          <h3 className="mb-2 font-semibold">{t("walkIn.person.title")}</h3>
          <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-2">
            <label
              htmlFor="walk-in-person"
              className="grid flex-1 basis-40 gap-1 text-sm font-semibold"
            >
              {t("walkIn.person.label")}
              <input
                id="walk-in-person"
                name="person"
                type="search"
                required
                defaultValue={typed}
                maxLength={100}
                className="control w-full"
              />
            </label>
            <Button>{t("walkIn.person.submit")}</Button>
          </Form>
          {typed !== "" && found.length === 0 && (
            <p role="status" className="mt-3 text-sm text-muted">
              {t("walkIn.person.none", { typed })}
            </p>
          )}
          {found.length > 0 && (
            <ul aria-label={t("walkIn.person.found")} className="mt-3 divide-y divide-line">
              {found.map((person) => (
                <li key={person.personId} className="flex items-center justify-between gap-3 py-2">
                  <p className="min-w-0">
                    <span className="font-semibold">{person.name}</span>
                    <span className="block text-sm text-muted">{person.organisation}</span>
                  </p>
                  <CheckInButton
                    forms={forms}
                    personId={person.personId}
                    name={person.name}
                    way="walk-in"
                    onCheckIn={() => onPerson(person)}
                  />
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card>
          <h3 className="mb-2 font-semibold">{t("walkIn.guest.title")}</h3>
          <form
            method="post"
            action={`/events/${eventId}/check-ins`}
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              const form = event.currentTarget;
              const fields = new FormData(form);
              const text = (name: string) => String(fields.get(name) ?? "").trim();
              if (text("guestName") === "") return;
              onGuest({ name: text("guestName"), affiliation: text("guestAffiliation") });
              form.reset();
            }}
          >
            <input type="hidden" name="way" value="walk-in" />
            <input type="hidden" name="key" value={`${formKey}-guest`} />
            <label htmlFor="walk-in-name" className="grid gap-1 text-sm font-semibold">
              {t("walkIn.guest.name")}
              <input
                id="walk-in-name"
                name="guestName"
                required
                defaultValue={guest.name}
                maxLength={GUEST_NAME_MAX}
                autoComplete="off"
                className="control w-full"
              />
            </label>
            <div className="grid gap-1">
              <label htmlFor="walk-in-affiliation" className="text-sm font-semibold">
                {t("walkIn.guest.affiliation")}
              </label>
              <input
                id="walk-in-affiliation"
                name="guestAffiliation"
                defaultValue={guest.affiliation}
                maxLength={AFFILIATION_MAX}
                autoComplete="off"
                aria-describedby="walk-in-hint"
                className="control w-full"
              />
              <p id="walk-in-hint" className="text-sm text-muted">
                {t("walkIn.guest.hint")}
              </p>
            </div>
            <Button className="justify-self-start">{t("walkIn.guest.submit")}</Button>
          </form>
        </Card>
      </div>
    </Section>
  );
}
