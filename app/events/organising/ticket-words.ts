import type { Admission, Locale, Phase, TicketPlace, Tier } from "#db/vocabulary.ts";
import type { T } from "./event-form.ts";
import { localOf } from "./local-time.ts";
import type { TicketRefusal } from "./tickets.ts";
import type { FormValues } from "./use-fields.ts";

const FIELD: Partial<Record<TicketRefusal, string>> = {
  "admission-fixed": "admission",
  "place-fixed": "place",
  "place-elsewhere": "place",
  "capacity-below-taken": "capacity",
  "cap-below-taken": "organisationCap",
  "draw-missing": "drawAt",
  "draw-past": "drawAt",
  "draw-too-late": "drawAt",
  drawn: "drawAt",
};

/** Why a ticket could not be saved, beside its field or above the form. */
export function ticketErrors(t: T, reason: TicketRefusal | "too-many" | "closed" | "stale") {
  const words = [t(`ticket.error.${reason}`)];
  const field = FIELD[reason as TicketRefusal];
  return field ? { fieldErrors: { [field]: words } } : { formErrors: words };
}

/** That a draw is held at another time, with the time in the zone of the event. */
export function drawWords(
  t: T,
  { name, drawAt }: { name: string; drawAt: Date },
  { locale, timeZone }: { locale: Locale; timeZone: string },
): string {
  const options = { dateStyle: "long", timeStyle: "short", timeZone } as const;
  const date = `${new Intl.DateTimeFormat(locale, options).format(drawAt)} (${timeZone})`;
  return t("told.draw", { ticket: name, date });
}

/** The fields of the form for a ticket as it is. */
export function ticketValues(
  ticket: {
    name: string;
    description: string;
    place: TicketPlace;
    capacity: number;
    admission: Admission;
    organisationCap: number | null;
    phases: Phase[];
    tiers: Tier[];
    supportersOnly: boolean;
    drawAt: Date | null;
  },
  { timeZone }: { timeZone: string },
): FormValues {
  const { name, description, place, admission, phases, tiers } = ticket;
  return {
    ...{ name, description, place, admission, phases, tiers },
    capacity: String(ticket.capacity),
    organisationCap: ticket.organisationCap === null ? "" : String(ticket.organisationCap),
    supportersOnly: ticket.supportersOnly ? "on" : "",
    drawAt: ticket.drawAt ? localOf(timeZone, ticket.drawAt) : "",
  };
}
