import { type Area, areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { CardRow } from "#app/ui/card.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { PersonLine } from "#app/ui/person-line.tsx";
import { certificationName } from "../definitions/definitions.ts";
import type { SupporterEntry } from "./supporter-list.server.ts";

/** One supporter of the directory: who, by which certification, in what they help. */
export function SupporterRow({ supporter, areas }: { supporter: SupporterEntry; areas: Area[] }) {
  const { t, i18n } = useTranslation("supporters");
  const name = certificationName(supporter, i18n.language);
  const { level, readiness, industry, region } = supporter;
  const skills = areas.filter(({ id }) => supporter.areaIds.includes(id));
  return (
    <CardRow className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <PersonLine
        person={supporter}
        to={`/supporters/${supporter.handle}`}
        mark={
          <span className="inline-flex items-center gap-1 text-xs font-semibold text-gold">
            <CertificationMark level={level} label={t("mark", { name, level })} size={18} />
            <span aria-hidden="true">{name}</span>
          </span>
        }
      >
        <span className="flex flex-wrap gap-x-3">
          <span className={readiness === "available" ? "text-good" : undefined}>
            {t(readiness)}
          </span>
          {industry && <span>{industry}</span>}
          {region && <span>{region}</span>}
        </span>
      </PersonLine>
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
