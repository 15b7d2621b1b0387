import type { MetaDescriptor } from "@remix-run/node";

type RootMatch = {
  portal: { name: string; tagline: string };
  origin: string;
  locale: string;
  texts: Record<string, string>;
};

type Match = { id: string; data: unknown } | undefined;

type PageMeta = {
  title: string;
  description?: string;
  /** Path of the one address of this page; with it the page may be found by search engines. */
  path?: string;
  type?: "website" | "article" | "profile";
  extra?: MetaDescriptor[];
};

/**
 * Title and description of a page for browsers, search engines and previews of links. A page
 * without `path` is not for search engines.
 */
export function pageMeta(matches: readonly Match[], page: PageMeta): MetaDescriptor[] {
  const root = matches.find((match) => match?.id === "root")?.data as RootMatch | undefined;
  const site = root?.portal.name ?? "";
  const title = [page.title, site].filter(Boolean).join(" | ");
  const url = page.path && root ? `${root.origin}${page.path}` : undefined;
  return [
    { title },
    ...(page.description ? [{ name: "description", content: page.description }] : []),
    { property: "og:title", content: page.title || site },
    { property: "og:site_name", content: site },
    { property: "og:type", content: page.type ?? "website" },
    { property: "og:locale", content: root?.locale === "en" ? "en_US" : "ja_JP" },
    ...(page.description ? [{ property: "og:description", content: page.description }] : []),
    ...(url
      ? [
          { tagName: "link", rel: "canonical", href: url },
          { property: "og:url", content: url },
        ]
      : [{ name: "robots", content: "noindex" }]),
    ...(page.extra ?? []),
  ];
}
