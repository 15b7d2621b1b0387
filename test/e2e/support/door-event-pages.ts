import { type Door, makeDoor } from "./doors.ts";
import type { Visit } from "./pages.ts";
import type { Portal } from "./portal.ts";

/** Two events that are on: one on site with guests of every kind, one online. */
export async function findDoorPlaces(portal: Portal) {
  const onSite = await makeDoor(portal, {
    title: "受付の見学会",
    confirmed: ["okuno-rina", "tsukada-sho"],
    waitlisted: ["nishimura-aoi"],
  });
  const online = await makeDoor(portal, {
    title: "オンライン受付の見学会",
    place: "online",
    onlineUrl: "https://meet.example/look",
    confirmed: ["member"],
  });
  const { sql } = portal;
  await sql`
    insert into attendances (event_id, person_id, guest_name, way, at, recorded_at, recorded_by, key)
    select ${onSite.id}, ${onSite.guests["tsukada-sho"]?.id ?? 0}, '', 'list', now(), now(),
      created_by, 'came' from events where id = ${onSite.id}`;
  await sql`
    insert into attendances (event_id, guest_name, guest_affiliation, way, at, recorded_at,
      recorded_by, key)
    select ${onSite.id}, '飛び入り 一郎', '飛び入り商店', 'walk-in', now(), now(), created_by, 'guest'
    from events where id = ${onSite.id}`;
  return { onSite, online };
}

type DoorPlaces = { onSite: Door; online: Door };

const by =
  (as: string) =>
  (path: string): Visit => ({ path, as });
const staff = by("staff");
const member = by("member");

/** Every page at the door of an event, visited by those to whom it looks different. */
export function doorEventPages({ onSite, online }: DoorPlaces): Record<string, Visit[]> {
  const desk = `/events/${onSite.id}/desk`;
  const { code } = onSite.guests["okuno-rina"] ?? {};
  return {
    "events.$eventId_.desk.tsx": [
      staff(desk),
      staff(`${desk}?q=ソンナヒトハイナイ`),
      staff(`${desk}?person=山`),
      staff(`${desk}?code=${code}`),
      staff(`${desk}?code=00000000`),
    ],
    "events.$eventId_.desk_.code.tsx": [staff(`${desk}/code`)],
    "events.$eventId_.check-in.tsx": [
      member(`/events/${onSite.id}/check-in`),
      by("okuno-rina")(`/events/${onSite.id}/check-in?code=WRONG`),
      by("tsukada-sho")(`/events/${onSite.id}/check-in`),
    ],
    "events.$eventId_.online.tsx": [
      member(`/events/${online.id}/online`),
      by("okuno-rina")(`/events/${online.id}/online`),
    ],
  };
}
