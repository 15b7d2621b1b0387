import { listPublicEventAddresses } from "#app/events/listing/public-events.server.ts";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { listPublicAddresses } from "#app/questions/question-list.server.ts";
import { db } from "#db/client.server.ts";

/** One site map may name 50,000 pages; the liveliest come first. Source: sitemaps.org protocol. */
const QUESTIONS = 44_000;
const EVENTS = 5_000;

/** The public pages for search engines; the same for everyone, whoever the viewer is. */
export async function loader() {
  const { origin } = currentConfig().publicUrl;
  const [questions, events] = await Promise.all([
    listPublicAddresses(db, { limit: QUESTIONS }),
    listPublicEventAddresses(db, { limit: EVENTS }),
  ]);
  const pages = [
    `<url><loc>${origin}/</loc></url>`,
    `<url><loc>${origin}/questions</loc></url>`,
    `<url><loc>${origin}/events</loc></url>`,
    ...events.map(
      ({ id, updatedAt }) =>
        `<url><loc>${origin}/events/${id}</loc><lastmod>${updatedAt.toISOString()}</lastmod></url>`,
    ),
    ...questions.map(
      ({ id, lastActivityAt }) =>
        `<url><loc>${origin}/questions/${id}</loc><lastmod>${lastActivityAt.toISOString()}</lastmod></url>`,
    ),
  ];
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.join("\n")}\n</urlset>\n`,
    {
      headers: {
        "Content-Type": "application/xml; charset=utf-8",
        "Cache-Control": "public, max-age=3600",
      },
    },
  );
}
