import type { Visit } from "./pages.ts";
import { makePast, type Past } from "./pasts.ts";
import type { Portal } from "./portal.ts";

/** An event that is over, with answers and a material, and one whose survey has closed. */
export async function findAfterwardsPlaces(portal: Portal) {
  const { sql } = portal;
  const past = await makePast(portal, {
    title: "振り返りの見学会",
    came: ["member", "okuno-rina", "tsukada-sho"],
    speaker: "murase-chihiro",
  });
  await sql`update survey_invitations set satisfaction = 5, recommendation = 9,
      next_step = '在庫の自動発注を試す', comment = '実例が参考になりました。', answered_at = now()
    where event_id = ${past.id} and person_id in (
      select id from people where handle in ('okuno-rina', 'tsukada-sho'))`;
  await sql`insert into event_materials (event_id, title, url, audience, added_by, added_at)
    select ${past.id}, '当日のスライド', 'https://slides.example/1', 'attendees', created_by, now()
    from events where id = ${past.id}`;
  await sql`update event_sessions set notes_source = '## 学び', notes_html = '<h3>学び</h3>',
    recording_url = 'https://video.example/1' where id = ${past.sessionId}`;
  const closed = await makePast(portal, {
    title: "受付を終えたアンケート",
    came: ["member"],
    speaker: "murase-chihiro",
  });
  await sql`update events set survey_opened_at = now() - interval '61 days' where id = ${closed.id}`;
  return { past, closed };
}

type AfterwardsPlaces = { past: Past; closed: Past };

const by =
  (as: string) =>
  (path: string): Visit => ({ path, as });
const staff = by("staff");
const member = by("member");

/** Every page about what remains of an event, visited by those to whom it looks different. */
export function afterwardsEventPages({ past, closed }: AfterwardsPlaces): Record<string, Visit[]> {
  const here = `/events/${past.id}`;
  return {
    "events.$eventId_.materials.tsx": [staff(`${here}/materials`)],
    "events.$eventId_.recording.tsx": [staff(`${here}/recording`)],
    "events.$eventId_.sessions.$sessionId.notes.tsx": [
      staff(`${here}/sessions/${past.sessionId}/notes`),
    ],
    "events.$eventId_.thanks.tsx": [staff(`${here}/thanks`)],
    "events.$eventId_.room-questions.new.tsx": [
      member(`${here}/room-questions/new?session=${past.sessionId}`),
    ],
    "events.$eventId_.survey.tsx": [
      member(`${here}/survey`),
      by("okuno-rina")(`${here}/survey`),
      member(`/events/${closed.id}/survey`),
    ],
    "events.$eventId_.survey-results.tsx": [
      staff(`${here}/survey-results`),
      staff(`/events/${closed.id}/survey-results`),
    ],
    "surveys.$token.tsx": [
      { path: `/surveys/${past.secret}` },
      { path: `/surveys/${closed.secret}` },
      { path: "/surveys/unknown" },
    ],
    "staff.coverage._index.tsx": [staff("/staff/coverage")],
    "staff.coverage.organisations.tsx": [
      staff("/staff/coverage/organisations?reach=missing"),
      staff("/staff/coverage/organisations?reach=never&tier=S&nothing=chosen"),
      staff(`/staff/coverage/organisations?reach=reached&event=${past.id}`),
    ],
  };
}
