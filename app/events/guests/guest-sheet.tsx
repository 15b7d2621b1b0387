import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { PrintedGuest } from "./printing.server.ts";

/** The confirmed by company and name, with a box to tick for each. */
export function GuestSheet({ guests }: { guests: PrintedGuest[] }) {
  const { t } = useTranslation(["organising", "common"]);
  const caption = t("guests.paper.caption");
  const company = (guest: PrintedGuest) =>
    guest.organisationHidden ? t("common:person.organisationHidden") : guest.organisationName;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="guest-sheet-frame card overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="guest-sheet">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("guests.paper.check")}</th>
            <th scope="col">{t("guests.paper.organisation")}</th>
            <th scope="col">{t("guests.paper.name")}</th>
            <th scope="col">{t("guests.paper.personTitle")}</th>
            <th scope="col">{t("guests.paper.ticket")}</th>
            <th scope="col">{t("guests.paper.mark")}</th>
          </tr>
        </thead>
        <tbody>
          {guests.map((guest) => (
            <tr key={guest.id}>
              <td>
                <span className="tick-box" aria-hidden="true">
                  {guest.came ? "✓" : ""}
                </span>
                {guest.came && <span className="sr-only">{t("guests.paper.came")}</span>}
              </td>
              <td>{company(guest)}</td>
              <td>
                <span className="block font-semibold">{guest.name}</span>
                <span className="block text-xs text-muted">{guest.reading}</span>
              </td>
              <td>{guest.title}</td>
              <td>{guest.ticketName}</td>
              <td>
                {[
                  guest.isSpeaker && t("guests.paper.speaker"),
                  guest.isSupporter && t("guests.supporter"),
                ]
                  .filter(Boolean)
                  .join("・")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
