import { useTranslation } from "#app/i18n/use-translation.tsx";

type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/** Differences between two texts, marked by more than colour. */
export function TextDiff({ parts }: { parts: DiffPart[] }) {
  const { t } = useTranslation("questions");
  let at = 0;
  return (
    <pre className="rounded-card border border-line bg-surface p-3 font-sans text-sm leading-relaxed whitespace-pre-wrap">
      {parts.map((part) => {
        const key = `${at}${part.kind}`;
        at += part.text.length;
        if (part.kind === "added") {
          return (
            <ins key={key} className="bg-good-soft text-good no-underline">
              <span className="sr-only">{t("revisions.added")}</span>
              {part.text}
            </ins>
          );
        }
        if (part.kind === "removed") {
          return (
            <del key={key} className="bg-danger-soft text-danger">
              <span className="sr-only">{t("revisions.removed")}</span>
              {part.text}
            </del>
          );
        }
        return <span key={key}>{part.text}</span>;
      })}
    </pre>
  );
}
