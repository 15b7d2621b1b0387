import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { PersonLine } from "#app/ui/person-line.tsx";
import type { GuestPerson } from "./guest-person.server.ts";

/** A person as those who run an event see them: with the mark of supporters, and for staff tier and phase. */
export function GuestLine({ person }: { person: GuestPerson }) {
  const { t } = useTranslation(["organising", "common"]);
  const company = [
    person.tier && t("guests.tier", { tier: t(`common:tier.${person.tier}`) }),
    person.phase && t(`common:phase.${person.phase}`),
  ].filter(Boolean);
  return (
    <PersonLine
      person={person}
      mark={person.isSupporter && <Badge tone="gold">{t("guests.supporter")}</Badge>}
    >
      {company.length > 0 ? company.join(" ・ ") : undefined}
    </PersonLine>
  );
}
