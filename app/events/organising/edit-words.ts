import type { EditRefusal, ToldField } from "./editing.server.ts";
import type { T } from "./event-form.ts";

const OF: Record<ToldField, "place" | "venue" | "note" | "online" | "onlineNote"> = {
  place: "place",
  venueName: "venue",
  venueAddress: "venue",
  mapUrl: "venue",
  venueNote: "note",
  onlineUrl: "online",
  onlineNote: "onlineNote",
};

/**
 * What those who want to come are told of a change of place. Only what everyone may see is written
 * out: the link and the notes stand on the page of each who has a place.
 */
export function changeWords(
  t: T,
  changed: readonly ToldField[],
  { venueName }: { venueName: string },
): string {
  const parts = [...new Set(changed.map((field) => OF[field]))];
  return parts
    .map((part) =>
      part === "venue" && venueName !== ""
        ? t("told.venue", { venue: venueName })
        : t(part === "venue" ? "told.venue.gone" : `told.${part}`),
    )
    .join("\n");
}

/** A refusal to save an event, beside its fields or above the form. */
export function editErrors(
  t: T,
  refused: EditRefusal,
): { formErrors?: string[]; fieldErrors?: Record<string, string[]> } {
  const { reason } = refused;
  if (reason === "body-too-long" || reason === "body-too-complex") {
    return { fieldErrors: { body: [t(`form.error.${reason}`)] } };
  }
  if (reason === "area-unknown") return { fieldErrors: { areas: [t(`form.error.${reason}`)] } };
  if (reason === "series-unknown") return { fieldErrors: { series: [t(`form.error.${reason}`)] } };
  if (reason === "incomplete") {
    const bars = refused.bars.map((bar) => t(`bar.${bar}`));
    return { formErrors: [t("form.error.incomplete"), ...bars] };
  }
  return { formErrors: [t(`form.error.${reason}`)] };
}
