import { type Area, areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { CardRow } from "#app/ui/card.tsx";
import { PersonLine } from "#app/ui/person-line.tsx";
import type { DirectoryEntry } from "./directory.server.ts";

/** One person of a list, with the areas in which they help. */
export function DirectoryRow({ person, areas }: { person: DirectoryEntry; areas: Area[] }) {
  const { t, i18n } = useTranslation();
  const skills = areas.filter(({ id }) => person.areaIds.includes(id));
  return (
    <CardRow className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <PersonLine person={person} mark={person.isLead && <Badge>{t("person.lead")}</Badge>} />
      {skills.length > 0 && (
        <ul className="flex flex-wrap gap-1.5 pl-13 sm:pl-0">
          {skills.map((area) => (
            <li key={area.id}>
              <Badge>{areaName(area, i18n.language)}</Badge>
            </li>
          ))}
        </ul>
      )}
    </CardRow>
  );
}
