import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { SaveState } from "./use-autosave.ts";

/** Says whether the answer is safe; what went wrong is said at once, the rest when there is time. */
export function SaveStatus({ state }: { state: SaveState }) {
  const { t } = useTranslation("exams");
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const isWrong = state === "offline" || state === "failed";
  return (
    <p
      role={isWrong ? "alert" : "status"}
      className={isWrong ? "text-sm font-semibold text-danger" : "text-sm text-muted"}
    >
      {t(scripted ? `sit.save.${state}` : "sit.save.plain")}
    </p>
  );
}
