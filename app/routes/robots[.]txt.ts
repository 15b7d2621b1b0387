import { currentConfig } from "#app/lib/current-config.server.ts";

const CLOSED = ["/settings", "/staff", "/notifications", "/search", "/questions/new", "/login"];

/** What search engines may fetch; the same for everyone, whoever the viewer is. */
export function loader() {
  const lines = [
    "User-agent: *",
    ...CLOSED.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${currentConfig().publicUrl.origin}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
