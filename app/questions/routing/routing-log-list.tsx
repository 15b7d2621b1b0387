import { useTranslation } from "#app/i18n/use-translation.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { RoutingLogKind } from "#db/vocabulary.ts";

export type RoutingLogData = {
  id: number;
  at: Date | string;
  kind: RoutingLogKind;
  detail: Record<string, unknown>;
  person: string | null;
};

/** Why the question went where it went, for staff. */
export function RoutingLogList({ entries }: { entries: RoutingLogData[] }) {
  return (
    <Timeline>
      {entries.map((entry) => (
        <Timeline.Entry key={entry.id} time={<DateTime value={entry.at} style="exact" />}>
          <Entry entry={entry} />
        </Timeline.Entry>
      ))}
    </Timeline>
  );
}

const UNFIT = [
  "already-asked",
  "said-no",
  "other-language",
  "away",
  "load-cap",
  "cannot-see",
] as const;

const BECAUSE = [
  "answered",
  "deleted",
  "closed",
  "duplicate",
  "hidden",
  "taken",
  "queued",
  "suspended",
  "no-helper",
  "cannot-see",
  "other-area",
] as const;

/** Kinds in which `because` is what somebody wrote, not a word of ours. */
const WRITTEN: RoutingLogKind[] = ["declined", "passed"];

function Entry({ entry: { kind, detail, person } }: { entry: RoutingLogData }) {
  const { t } = useTranslation("routing");
  const unfit = useUnfit();
  const name = { person: person ?? "" };
  const known = BECAUSE.find((word) => word === detail.because);
  const because = known ? t(`because.${known}`) : "";
  if (kind === "offered" || kind === "handed-over") {
    const numbers = { load: Number(detail.load), cap: Number(detail.cap) };
    return kind === "offered"
      ? t("log.offered", { ...name, ...numbers })
      : t("log.handed-over", name);
  }
  if (kind === "nobody-found") {
    return t("log.nobody-found", { because: unfit(detail.unfit) });
  }
  if (kind === "step-reached") {
    const step = (["first", "everyone", "staff"] as const).find((known) => known === detail.step);
    return t(`log.step.${step ?? "staff"}`);
  }
  if (WRITTEN.includes(kind)) {
    return (
      <>
        {t(kind === "passed" ? "log.passed" : "log.declined", name)}
        {typeof detail.because === "string" && detail.because !== "" && (
          <span className="block text-sm text-muted">「{detail.because}」</span>
        )}
      </>
    );
  }
  return t(`log.${kind}` as "log.ended", { ...name, because });
}

/** How many people could not be asked for which reason, in words. */
function useUnfit() {
  const { t } = useTranslation("routing");
  return (unfit: unknown): string => {
    const counts = (unfit ?? {}) as Partial<Record<(typeof UNFIT)[number], number>>;
    const words = UNFIT.flatMap((reason) => {
      const count = counts[reason];
      return count ? [t(`unfit.${reason}`, { count })] : [];
    });
    return words.length > 0 ? words.join("・") : t("because.nobodySkilled");
  };
}
