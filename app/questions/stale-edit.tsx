import { useTranslation } from "#app/i18n/use-translation.tsx";
import { TextDiff } from "./text-diff.tsx";

export type StaleEditData = {
  current: string;
  diff: { kind: "same" | "added" | "removed"; text: string }[];
};

/** Shown when somebody else saved first: the newest text, and how what was typed differs from it. */
export function StaleEdit({ current, diff }: StaleEditData) {
  const { t } = useTranslation("questions");
  return (
    <div role="alert" className="mb-6 grid gap-3 rounded-card border border-wait bg-wait-soft p-4">
      <p className="font-semibold">{t("edit.stale.title")}</p>
      <p className="text-sm">{t("edit.stale.text")}</p>
      <details open>
        <summary className="min-h-11 py-2 text-sm font-semibold">{t("edit.stale.yours")}</summary>
        <TextDiff parts={diff} />
      </details>
      <details>
        <summary className="min-h-11 py-2 text-sm font-semibold">{t("edit.stale.current")}</summary>
        <pre className="rounded-card bg-surface p-3 text-sm whitespace-pre-wrap">{current}</pre>
      </details>
    </div>
  );
}
