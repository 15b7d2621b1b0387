import { createHash } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import sharp from "sharp";
import { canDraw } from "#app/certification/badges/badge-image.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import { formatTime } from "#app/ui/zoned-span.tsx";
import type { DbOrTx } from "#db/client.server.ts";
import { events } from "#db/schema/events.ts";
import { stateOf } from "../events.ts";
import { visibleEvents } from "../visibility.server.ts";
import { type EventPicture, eventSvg } from "./event-picture.ts";

/**
 * What the picture of a public event shows, in Japanese as the portal speaks first; undefined for
 * every other event, whoever asks: pictures are kept by whoever fetches them.
 *
 * @returns with a `tag` that changes with the picture
 */
export async function findEventPicture(
  db: DbOrTx,
  { eventId, portalName, now }: { eventId: number; portalName: string; now: Date },
): Promise<(EventPicture & { tag: string }) | undefined> {
  const [event] = await db
    .select()
    .from(events)
    .where(and(eq(events.id, eventId), isNotNull(events.publishedAt), visibleEvents(undefined)));
  if (!event) return undefined;
  const t = translator("ja", "events");
  const state = stateOf(event, now);
  const { startsAt, timeZone, place, venueName, region } = event;
  const day = new Intl.DateTimeFormat("ja", {
    year: "numeric",
    month: "long",
    day: "numeric",
    weekday: "short",
    timeZone,
  });
  const isOff = state === "cancelled" || state === "postponed";
  const picture = {
    title: event.title,
    when: isOff
      ? t(`state.${state}`)
      : `${day.format(startsAt)} ${formatTime(startsAt, "ja", timeZone)}`,
    where: [t(`place.${place}`), place === "online" ? "" : venueName || region]
      .filter(Boolean)
      .join(" ・ "),
    kind: t(`kind.${event.kind}`),
    portalName,
  };
  const tag = createHash("sha256").update(JSON.stringify(picture)).digest("base64url");
  return { ...picture, tag };
}

const KEPT = 50;
const rendered = new Map<string, Promise<Buffer>>();

/** The picture as PNG, 1200 × 630. The last ones are kept. */
export function eventPng({ tag, ...picture }: EventPicture & { tag: string }): Promise<Buffer> {
  const known = rendered.get(tag);
  if (known) return known;
  const image = render(picture);
  rendered.set(tag, image);
  image.catch(() => rendered.delete(tag));
  const [oldest] = rendered.keys();
  if (rendered.size > KEPT && oldest !== undefined) rendered.delete(oldest);
  return image;
}

async function render(picture: EventPicture): Promise<Buffer> {
  const withText = await canDraw(Object.values(picture).join(""));
  return sharp(Buffer.from(eventSvg(picture, { withText })))
    .png()
    .toBuffer();
}
