import { Link } from "@remix-run/react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime, useClock } from "#app/ui/date-time.tsx";
import type { Profile } from "./profile.server.ts";

/** What people who are signed in read of a person. */
export function ProfileDetails({
  profile,
  details,
  isOwn,
}: {
  profile: Pick<Profile, "organisationName">;
  details: NonNullable<Profile["details"]>;
  isOwn: boolean;
}) {
  const { t, i18n } = useTranslation(["people", "common"]);
  const { now } = useClock();
  const localTime = new Intl.DateTimeFormat(i18n.language, {
    timeStyle: "short",
    timeZone: details.timeZone,
  }).format(now);
  const facts = [
    details.organisationId !== undefined && {
      name: t("profile.organisation"),
      value: (
        <Link to={`/organisations/${details.organisationId}`} className="text-link">
          {profile.organisationName}
        </Link>
      ),
    },
    { name: t("profile.language"), value: t(`common:locale.${details.locale}`) },
    { name: t("profile.localTime"), value: `${localTime} (${details.timeZone})` },
    { name: t("profile.joined"), value: <DateTime value={details.joinedAt} style="date" /> },
  ].filter((fact) => fact !== false);
  return (
    <Card className="grid gap-5">
      <div>
        <h2 className="text-sm font-semibold text-muted">{t("profile.about")}</h2>
        {details.bio ? (
          <p className="max-w-prose whitespace-pre-line">{details.bio}</p>
        ) : (
          <p className="text-muted">{t(isOwn ? "profile.noBio.own" : "profile.noBio")}</p>
        )}
      </div>
      <div>
        <h2 className="mb-1 text-sm font-semibold text-muted">{t("profile.areas")}</h2>
        {details.areas.length > 0 ? (
          <ul className="flex flex-wrap gap-2">
            {details.areas.map((area) => (
              <li key={area.id}>
                <Badge>{areaName(area, i18n.language)}</Badge>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">{t("profile.noAreas")}</p>
        )}
      </div>
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-sm font-semibold text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
