import { classNames } from "#app/ui/class-names.ts";

/** A text of the question bank: HTML that our server rendered and sanitised when it was saved. */
export function Written({
  html,
  lang,
  className,
  id,
}: {
  html: string;
  lang?: string;
  className?: string;
  id?: string;
}) {
  return (
    <div
      id={id}
      className={classNames("post min-w-0", className)}
      lang={lang}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised at write time
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
