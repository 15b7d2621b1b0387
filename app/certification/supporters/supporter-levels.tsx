import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { CertificationMark } from "#app/ui/certification-mark.tsx";
import { formatDate, useClock } from "#app/ui/date-time.tsx";
import { certificationName } from "../definitions/definitions.ts";

type Level = {
  id: number;
  publicId: string | null;
  level: number;
  nameJa: string;
  nameEn: string;
  issuedAt: Date | string;
  endedAt: Date | string | null;
};

/** The levels somebody has held. */
export function SupporterLevels({ levels }: { levels: Level[] }) {
  const { t, i18n } = useTranslation("supporters");
  const { timeZone } = useClock();
  const date = (moment: Date | string) => formatDate(new Date(moment), i18n.language, timeZone);
  return (
    <CardList label={t("levels")}>
      {levels.map((held) => {
        const name = certificationName(held, i18n.language);
        return (
          <CardRow key={held.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <CertificationMark
              level={held.level}
              label={t("mark", { name, level: held.level })}
              size={24}
              former={held.endedAt !== null}
            />
            <span className="min-w-0 flex-1 basis-48 font-semibold">{name}</span>
            <span className="text-sm text-muted">
              {held.endedAt
                ? t("levels.span", { from: date(held.issuedAt), to: date(held.endedAt) })
                : t("levels.since", { from: date(held.issuedAt) })}
            </span>
            {held.publicId && (
              <Link
                to={`/credentials/${held.publicId}`}
                className="py-2 text-sm text-brand underline"
              >
                {t("levels.open")}
                <span className="sr-only">{name}</span>
              </Link>
            )}
          </CardRow>
        );
      })}
    </CardList>
  );
}
