import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import type { findPersonForStaff } from "./staff-people.server.ts";

type Person = NonNullable<Awaited<ReturnType<typeof findPersonForStaff>>>;

/** What staff know of an account. */
export function StaffPersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation(["staff", "common"]);
  const facts = [
    {
      name: t("people.organisation"),
      value: person.organisation ? (
        <Link to={`/staff/organisations/${person.organisation.id}`} className="text-link">
          {person.organisation.name}
        </Link>
      ) : (
        person.role !== "member" && t("people.organisation.vendor")
      ),
    },
    { name: t("people.role"), value: t(`common:role.${person.role}`) },
    { name: t("people.email"), value: person.email ?? t("people.noEmail") },
    { name: t("person.handle"), value: `@${person.handle}` },
    { name: t("people.joined"), value: <DateTime value={person.createdAt} style="date" /> },
    {
      name: t("person.lastSeen"),
      value: person.lastSeenAt ? <DateTime value={person.lastSeenAt} /> : t("person.neverSeen"),
    },
    ...(person.role === "member"
      ? []
      : [
          {
            name: t("person.secondFactor"),
            value: t(person.hasSecondFactor ? "person.secondFactor.on" : "person.secondFactor.off"),
          },
        ]),
  ];
  return (
    <Card>
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {facts.map(
          ({ name, value }) =>
            value && (
              <div key={name} className="min-w-0">
                <dt className="text-sm font-semibold text-muted">{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Card>
  );
}
