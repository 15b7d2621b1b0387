import { escapeXml } from "#app/certification/badges/badge-picture.ts";
import { currentConfig } from "#app/lib/current-config.server.ts";
import { findPortalSettings } from "#app/portal/portal.server.ts";
import { db } from "#db/client.server.ts";

/** A short name may have 16 characters. Source: OpenSearch 1.1, draft 6. */
const NAME_MAX = 16;

/** How browsers search the portal from their address bar; the same for everyone. */
export async function loader() {
  const { origin } = currentConfig().publicUrl;
  const { name } = await findPortalSettings(db, new Date());
  const shortName = [...name].slice(0, NAME_MAX).join("");
  const description = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml(shortName)}</ShortName>`,
    `<Description>${escapeXml(name)}</Description>`,
    "<InputEncoding>UTF-8</InputEncoding>",
    `<Url type="text/html" method="get" template="${escapeXml(origin)}/search?q={searchTerms}"/>`,
    `<Image width="16" height="16" type="image/svg+xml">${escapeXml(origin)}/favicon.svg</Image>`,
    "</OpenSearchDescription>",
    "",
  ];
  return new Response(description.join("\n"), {
    headers: {
      "Content-Type": "application/opensearchdescription+xml; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  });
}
