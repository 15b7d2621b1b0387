import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { PersonSummary } from "#app/ui/person-line.tsx";

/** Who this is, large: face, name, title and company. */
export function ProfileHead({
  person,
  reading,
  isLead = false,
}: {
  person: PersonSummary;
  reading?: string;
  isLead?: boolean;
}) {
  const { t } = useTranslation();
  const company = person.organisationHidden
    ? t("person.organisationHidden")
    : person.organisationName;
  return (
    <span className="flex items-center gap-4">
      <Avatar name={person.name} fileId={person.avatarFileId} size={72} />
      <span className="min-w-0">
        {reading && <span className="block text-xs font-normal text-muted">{reading}</span>}
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {person.name}
          {person.isStaff && <Badge tone="info">{t("person.staff")}</Badge>}
          {isLead && <Badge>{t("person.lead")}</Badge>}
        </span>
        <span className="block text-sm font-normal text-muted">
          {[company, person.title].filter(Boolean).join(" ・ ")}
        </span>
      </span>
    </span>
  );
}
