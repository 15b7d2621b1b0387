import { useTranslation } from "#app/i18n/use-translation.tsx";
import { nameSize, sheetsOf } from "./name-size.ts";
import type { PrintedGuest } from "./printing.server.ts";

/** Cards to cut out and wear, ten on a sheet. */
export function NameCards({ guests, eventTitle }: { guests: PrintedGuest[]; eventTitle: string }) {
  const { t } = useTranslation("organising");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="card-sheets" aria-label={t("guests.cards.list")} tabIndex={0}>
      {sheetsOf(guests).map((sheet) => (
        <ul key={sheet[0]?.id} className="card-sheet">
          {sheet.map((guest) => (
            <NameCard key={guest.id} guest={guest} eventTitle={eventTitle} />
          ))}
        </ul>
      ))}
    </section>
  );
}

function NameCard({ guest, eventTitle }: { guest: PrintedGuest; eventTitle: string }) {
  const { t } = useTranslation("organising");
  const { name, reading, title, organisationName, ticketName } = guest;
  return (
    <li className="name-card">
      <div className="name-card-top">
        <span className="name-card-ticket">{eventTitle}</span>
      </div>
      <div className="name-card-middle">
        {organisationName && <p className="name-card-company">{organisationName}</p>}
        {title && <p className="name-card-title">{title}</p>}
        {reading && <p className="name-card-reading">{reading}</p>}
        <p className={`name-card-name name-${nameSize(name)}`}>{name}</p>
      </div>
      <div className="name-card-bottom">
        <span className="name-card-ticket">{ticketName}</span>
        <span className="flex gap-1">
          {guest.isSpeaker && <span className="name-card-mark">{t("guests.paper.speaker")}</span>}
          {guest.isSupporter && <span className="name-card-mark">{t("guests.supporter")}</span>}
        </span>
      </div>
    </li>
  );
}
