import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { formatRelative, useClock } from "#app/ui/date-time.tsx";
import type { DraftState } from "./use-draft.ts";

/** Says that a saved draft is back in the form, and lets go of it. */
export function DraftRestored({
  savedAt,
  place,
  redirectTo,
}: {
  savedAt: Date | string;
  place: string;
  redirectTo: string;
}) {
  const { t, i18n } = useTranslation("questions");
  const { now } = useClock();
  const time = formatRelative(new Date(savedAt).getTime() - now, i18n.language);
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-3 rounded-card bg-info-soft px-4 py-2">
      <p className="text-sm">{t("draft.restored", { time })}</p>
      <Form method="post" action="/drafts/removal" reloadDocument>
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="redirectTo" value={redirectTo} />
        <Button variant="bare" size="small">
          {t("draft.discard")}
        </Button>
      </Form>
    </div>
  );
}

/** Beside the submit button: whether what was typed is safe. */
export function DraftStatus({ state }: { state: DraftState }) {
  const { t } = useTranslation("questions");
  return (
    <p role="status" className={state === "failed" ? "text-sm text-danger" : "text-sm text-muted"}>
      {state !== "idle" && t(`draft.${state}`)}
    </p>
  );
}
