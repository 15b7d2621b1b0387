import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { FoldedAnswers } from "./guest-answers.tsx";
import { canApprove, canRemove, canTurnDown } from "./guest-decisions.ts";
import { GuestLine } from "./guest-line.tsx";
import type { Guest } from "./guest-list.server.ts";
import { GuestState } from "./guest-state.tsx";

/** One registration in the list: who, where they stand, and what can be decided. */
export function GuestRow({
  guest,
  here,
  query,
}: {
  guest: Guest;
  /** Address of the list, and how it is narrowed now. */
  here: string;
  query: string;
}) {
  const { t } = useTranslation("organising");
  const { id, person, ticket, appliedBy } = guest;
  const { name } = person;
  const decide = (path: string) =>
    `${here}/${path}?${new URLSearchParams({ registration: String(id), back: query })}`;
  return (
    <li
      data-row
      className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-2 px-4 py-3 focus-within:bg-sunken/60 lg:grid-cols-[auto_minmax(0,9fr)_minmax(0,7fr)_minmax(0,6fr)_13rem]"
    >
      <label className="-my-2 -ml-3 inline-flex size-11 items-center justify-center">
        <input
          type="checkbox"
          name="registration"
          value={id}
          aria-label={t("guests.select", { name })}
          className="size-5 accent-brand"
        />
      </label>
      <GuestLine person={person} />
      <div className="col-start-2 grid gap-1 text-sm lg:col-auto">
        <span>{ticket.name}</span>
        <GuestState {...guest} />
      </div>
      <div className="col-start-2 text-sm lg:col-auto">
        <p className="flex flex-wrap gap-x-2 text-muted">
          <span>
            {t("guests.appliedAt")} <DateTime value={guest.appliedAt} />
          </span>
          {appliedBy && <span>{t("guests.appliedBy", { name: appliedBy })}</span>}
        </p>
        <FoldedAnswers answers={guest.answers} />
      </div>
      <div className="col-start-2 flex flex-wrap items-center gap-2 lg:col-auto lg:justify-end">
        {canApprove(guest) && (
          <Button
            size="small"
            name="only"
            value={id}
            formAction={`${here}/approval`}
            data-key="a"
            aria-label={t("guests.approve.of", { name })}
          >
            {t("guests.approve")}
          </Button>
        )}
        {canTurnDown(guest) && (
          <ButtonLink
            size="small"
            variant="bare"
            to={decide("refusal")}
            aria-label={t("guests.refuse.of", { name })}
          >
            {t("guests.refuse")}
          </ButtonLink>
        )}
        {canRemove(guest) && (
          <ButtonLink
            size="small"
            variant="bare"
            to={decide("removal")}
            aria-label={t("guests.remove.of", { name })}
          >
            {t("guests.remove")}
          </ButtonLink>
        )}
        <Link
          to={`${here}/${id}`}
          data-key="enter"
          aria-label={t("guests.details.of", { name })}
          className="text-link inline-flex min-h-11 items-center text-sm md:min-h-9"
        >
          {t("guests.details")}
        </Link>
      </div>
    </li>
  );
}
