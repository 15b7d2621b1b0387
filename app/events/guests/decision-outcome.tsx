import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { RegistrationState } from "#db/vocabulary.ts";

export const DEEDS = ["approved", "refused", "removed", "added"] as const;
export type Deed = (typeof DEEDS)[number];

type Row = { id: number; person: { name: string }; state: RegistrationState; place: number | null };

/** What became of those somebody has just decided on, person by person. */
export function DecisionOutcome({
  deed,
  done,
  left,
}: {
  deed: Deed | "nobody";
  done: Row[];
  /** Those whose state had changed before. */
  left: Row[];
}) {
  const { t } = useTranslation(["organising", "events"]);
  const words = () => {
    if (deed === "added" || deed === "nobody") return t(`guests.outcome.${deed}`);
    return done.length > 0 ? t(`guests.outcome.${deed}`, { count: done.length }) : "";
  };
  const list = (rows: Row[]) => (
    <ul className="list-disc pl-6">
      {rows.map(({ id, person: { name }, state, place }) => (
        <li key={id}>
          {t("guests.outcome.row", { name, state: t(`events:registration.${state}`) })}
          {place !== null && ` (${t("guests.place", { place })})`}
        </li>
      ))}
    </ul>
  );
  return (
    <div role="status" className="mb-5 rounded-card border border-line-strong bg-surface p-4">
      {words() && <p className="font-semibold">{words()}</p>}
      {done.length > 0 && list(done)}
      {left.length > 0 && (
        <>
          <p className="mt-2">{t("guests.outcome.left", { count: left.length })}</p>
          {list(left)}
        </>
      )}
    </div>
  );
}
