// XML 1.0 has no place for other characters, not even escaped.
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text without the characters that XML 1.0 cannot hold. */
export function cleanXml(text: string): string {
  return text.replace(NOT_IN_XML, "");
}

/** A title for a feed, where titles are announced as HTML: typed text is not read as markup. */
export function asHtml(text: string): string {
  return cleanXml(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** HTML whose links and pictures lead to the portal from wherever it is read. */
export function absoluteLinks(html: string, origin: string): string {
  return html.replace(/(src|href)="\/(?!\/)/g, `$1="${origin}/`);
}
