import { Form } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import type { RootData } from "./root-data.ts";

/** Says what the last action did; stays until dismissed when it can be undone, else ten seconds. */
export function ToastRegion({ toast }: { toast: RootData["toast"] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(toast);
  useEffect(() => {
    setShown(toast);
    if (!toast || toast.undo) return;
    const timer = setTimeout(() => setShown(undefined), 10_000);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div
      role="status"
      aria-live="polite"
      className="no-print pointer-events-none fixed inset-x-4 bottom-4 z-30 flex justify-center"
    >
      {shown?.text && (
        <div className="pointer-events-auto flex max-w-xl items-center gap-3 rounded-card bg-ink px-4 py-2 text-paper shadow-lift">
          <p className="text-sm">{shown.text}</p>
          {shown.undo && (
            <Form method="post" action={shown.undo.action}>
              <button type="submit" className="min-h-11 px-2 text-sm font-semibold underline">
                {t("form.undo")}
              </button>
            </Form>
          )}
          <Button
            type="button"
            variant="bare"
            size="small"
            className="shrink-0 whitespace-nowrap text-paper hover:bg-ink hover:text-paper"
            onClick={() => setShown(undefined)}
          >
            {t("toast.dismiss")}
          </Button>
        </div>
      )}
    </div>
  );
}
