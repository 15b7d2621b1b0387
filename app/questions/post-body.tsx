/** A text as its author wrote it: HTML that our server rendered and sanitised when it was saved. */
export function PostBody({ html, lang }: { html: string; lang?: string }) {
  return (
    <div
      className="post"
      lang={lang}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised at write time
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
