import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { StaffPerson } from "./staff-people.server.ts";

/** A person as staff see them in lists: what they are, and whether they are shut out. */
export function StaffPersonLine({ person }: { person: StaffPerson }) {
  const { t } = useTranslation(["staff", "common"]);
  return (
    <span className="flex min-w-52 items-center gap-3">
      <Avatar name={person.name} fileId={person.avatarFileId} size={32} />
      <span className="min-w-0 text-sm leading-snug">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to={`/staff/people/${person.handle}`}
            className="font-semibold hover:text-brand hover:underline"
          >
            {person.name}
          </Link>
          {person.role !== "member" && <Badge tone="info">{t(`common:role.${person.role}`)}</Badge>}
          {person.isLead && <Badge>{t("common:person.lead")}</Badge>}
          {person.suspendedAt && <Badge tone="danger">{t("person.suspended")}</Badge>}
        </span>
        {person.title && <span className="block text-muted">{person.title}</span>}
      </span>
    </span>
  );
}
