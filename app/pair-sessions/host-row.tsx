import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardRow } from "#app/ui/card.tsx";
import { PersonLine, type PersonSummary } from "#app/ui/person-line.tsx";

/** Somebody who can be booked, with what they offer to look at. */
export function HostRow({ person, text }: { person: PersonSummary; text: string }) {
  const { t } = useTranslation("pair-sessions");
  return (
    <CardRow className="grid gap-3">
      <PersonLine person={person} />
      {text && <p className="whitespace-pre-line wrap-anywhere">{text}</p>}
      <div>
        <ButtonLink
          to={`/people/${person.handle}/pair-sessions`}
          size="small"
          aria-label={t("list.hosts.slotsOf", { name: person.name })}
        >
          {t("list.hosts.slots")}
        </ButtonLink>
      </div>
    </CardRow>
  );
}
