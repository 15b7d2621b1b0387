import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import type { DeskForms } from "./check-in-button.tsx";

/** A participant's code, typed. */
export function CodeEntry({
  forms: { eventId, formKey, q },
  typed,
  onCode,
}: {
  forms: DeskForms;
  typed: string;
  onCode: (code: string) => void;
}) {
  const { t } = useTranslation("check-in");
  return (
    <form
      method="post"
      action={`/events/${eventId}/check-ins`}
      className="grid gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const code = String(new FormData(form).get("code") ?? "").trim();
        if (code === "") return;
        onCode(code);
        form.reset();
      }}
    >
      <input type="hidden" name="way" value="code" />
      <input type="hidden" name="key" value={`${formKey}-code`} />
      <input type="hidden" name="q" value={q} />
      <label htmlFor="desk-code" className="text-sm font-semibold">
        {t("code.label")}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id="desk-code"
          name="code"
          required
          defaultValue={typed}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="desk-code-hint"
          className="control min-w-0 flex-1 basis-32 font-mono"
        />
        <Button>{t("code.submit")}</Button>
      </div>
      <p id="desk-code-hint" className="text-sm text-muted">
        {t("code.hint")}
      </p>
    </form>
  );
}
