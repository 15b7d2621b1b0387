import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Avatar } from "./avatar.tsx";
import { Badge } from "./badge.tsx";

/** What a page shows of a person beside what they wrote. */
export type PersonSummary = {
  handle: string;
  name: string;
  title: string;
  avatarFileId: string | null;
  isStaff: boolean;
  /** Empty when the person keeps the company to themselves or has none. */
  organisationName: string | null;
  organisationHidden: boolean;
};

/** Who speaks: face, name, title and company, and what else belongs on the line (`children`). */
export function PersonLine({
  person,
  size = "normal",
  mark,
  to = `/people/${person.handle}`,
  children,
}: {
  person: PersonSummary;
  /** Where the name leads; the profile unless said otherwise. */
  to?: string;
  size?: "normal" | "small";
  /** Mark of a live certification, if the caller has one to show. */
  mark?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const company = person.organisationHidden
    ? t("person.organisationHidden")
    : person.organisationName;
  const details = [company, person.title].filter(Boolean).join(" ・ ");
  const small = size === "small";
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar name={person.name} fileId={person.avatarFileId} size={small ? 28 : 40} />
      <div className="min-w-0 text-sm leading-snug">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link to={to} className="font-semibold text-ink hover:text-brand hover:underline">
            {person.name}
          </Link>
          {person.isStaff && <Badge tone="info">{t("person.staff")}</Badge>}
          {mark}
          {small && <span className="text-muted">{details}</span>}
        </div>
        {!small && details && <div className="text-muted">{details}</div>}
        {children && <div className="text-muted">{children}</div>}
      </div>
    </div>
  );
}
