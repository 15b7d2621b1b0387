import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { GuestPerson } from "./guest-person.server.ts";
import { INVITED_AT_ONCE } from "./invitations.ts";
import type { CompanyInvitees, Invitee } from "./invitees.server.ts";
import { PersonChoice } from "./person-choice.tsx";

/** People found by name, after those who were ticked before; nobody of them twice. */
export function NamedInvitees({
  chosen,
  found,
  q,
}: {
  chosen: GuestPerson[];
  found: Invitee[];
  q: string;
}) {
  const { t } = useTranslation("organising");
  const ticked = new Set(chosen.map(({ personId }) => personId));
  const others = found.filter(({ person }) => !ticked.has(person.personId));
  if (q !== "" && found.length === 0 && chosen.length === 0) {
    return <p>{t("invitations.search.none")}</p>;
  }
  if (chosen.length + others.length === 0) return null;
  return (
    <fieldset key={q}>
      <legend className="font-semibold">{t("invitations.people")}</legend>
      {chosen.map((person) => (
        <PersonChoice
          key={person.personId}
          type="checkbox"
          name="people"
          person={person}
          isChosen
        />
      ))}
      {others.map(({ person, standing }) => (
        <PersonChoice
          key={person.personId}
          type="checkbox"
          name="people"
          person={person}
          isDisabled={standing !== "free"}
        >
          {standing !== "free" && <Badge>{t(`invitations.standing.${standing}`)}</Badge>}
        </PersonChoice>
      ))}
    </fieldset>
  );
}

/** Everybody of the chosen companies who can still be invited, ticked; who is not meant is unticked. */
export function CompanyInviteeList({ people, total, invited, registered }: CompanyInvitees) {
  const { t } = useTranslation("organising");
  const left = invited + registered > 0 && (
    <p className="text-sm text-muted">{t("invitations.people.left", { invited, registered })}</p>
  );
  if (total === 0) {
    return (
      <div role="status">
        <p className="font-semibold">{t("invitations.people.none")}</p>
        {left || <p className="text-sm text-muted">{t("invitations.people.none.text")}</p>}
      </div>
    );
  }
  return (
    <fieldset>
      <legend className="font-semibold">{t("invitations.people")}</legend>
      <p>{t("invitations.people.total", { people: total })}</p>
      {total > people.length && (
        <p className="text-sm">{t("invitations.people.part", { max: INVITED_AT_ONCE })}</p>
      )}
      {left}
      <div className="mt-2 grid max-h-[32rem] gap-x-6 overflow-y-auto md:grid-cols-2">
        {people.map((person) => (
          <PersonChoice
            key={person.personId}
            type="checkbox"
            name="people"
            person={person}
            isChosen
          />
        ))}
      </div>
    </fieldset>
  );
}
