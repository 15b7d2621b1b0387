import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import type { TicketFigures } from "./guest-figures.server.ts";
import type { Invitee } from "./invitees.server.ts";
import { PersonChoice } from "./person-choice.tsx";
import { PersonSearch } from "./person-search.tsx";

const REASONS = ["person", "ticket", "already-registered", "not-open", "not-found"] as const;

/** Finds somebody by name and puts them into a ticket. */
export function AddGuestForm({
  q,
  found,
  tickets,
  refused,
}: {
  q: string;
  found: Invitee[];
  tickets: TicketFigures[];
  refused?: { errors: string[]; personId?: number; ticketTypeId?: number };
}) {
  const { t } = useTranslation("organising");
  const errors = REASONS.filter((reason) => refused?.errors.includes(reason));
  const ofPerson = errors.filter((reason) => reason !== "ticket");
  return (
    <div className="grid gap-5">
      <Form>
        <PersonSearch label={t("guests.new.search")} q={q} />
      </Form>
      {errors.length > 0 && (
        <div role="alert" className="rounded-card border border-danger bg-danger-soft p-4">
          {errors.map((reason) => (
            <p key={reason} className="font-semibold">
              {t(`guests.new.error.${reason}`)}
            </p>
          ))}
        </div>
      )}
      {q !== "" && found.length === 0 && <p>{t("guests.new.none")}</p>}
      {found.length > 0 && (
        <Form method="post">
          <Card className="grid gap-5">
            <fieldset aria-invalid={ofPerson.length > 0 || undefined}>
              <legend className="mb-1 font-semibold">{t("guests.new.person")}</legend>
              {found.map(({ person, standing }) => (
                <PersonChoice
                  key={person.personId}
                  type="radio"
                  name="person"
                  person={person}
                  isDisabled={standing === "registered"}
                  isChosen={refused?.personId === person.personId}
                >
                  {standing === "registered" && <Badge>{t("guests.new.registered")}</Badge>}
                </PersonChoice>
              ))}
            </fieldset>
            <label className="grid gap-1.5">
              <span className="font-semibold">{t("guests.new.ticket")}</span>
              <select
                name="ticket"
                required
                defaultValue={refused?.ticketTypeId ?? tickets[0]?.id}
                className="control w-full"
              >
                {tickets.map((ticket) => (
                  <option key={ticket.id} value={ticket.id}>
                    {t("guests.new.ticket.places", ticket)}
                  </option>
                ))}
              </select>
            </label>
            <div>
              <Button variant="primary">{t("guests.new.submit")}</Button>
            </div>
          </Card>
        </Form>
      )}
    </div>
  );
}
