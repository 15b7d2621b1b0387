import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { formatTime } from "#app/ui/zoned-span.tsx";
import { CheckInButton, type DeskForms, UndoButton } from "./check-in-button.tsx";
import type { DeskRow } from "./desk-list.ts";
import type { Task } from "./queue.ts";

export type RowProps = {
  row: DeskRow;
  /** What this device has still to tell about it: the latest. */
  task?: Task;
  forms: DeskForms;
  timeZone: string;
  way?: "list" | "qr";
  big?: boolean;
  canCheckIn: boolean;
  onCheckIn: (row: DeskRow) => void;
  onUndo: (row: DeskRow) => void;
};

/** Who it is, how it stands, and the one thing to do about it. */
export function DeskRowView(props: RowProps) {
  const { row, big } = props;
  return (
    <div className={big ? "grid gap-4" : "flex items-center justify-between gap-3"}>
      <div className="min-w-0">
        <p className={big ? "text-xl font-bold" : "font-semibold"}>
          {row.name}
          {row.reading && (
            <span className="ml-2 text-sm font-normal text-muted">{row.reading}</span>
          )}
        </p>
        <p className="text-sm text-muted">
          {[row.organisation, row.registration?.ticket].filter(Boolean).join(" ・ ")}
        </p>
        <RowState {...props} />
      </div>
      <RowAction {...props} />
    </div>
  );
}

function RowState({ row, task, timeZone }: RowProps) {
  const { t, i18n } = useTranslation(["check-in", "events"]);
  const { came, registration } = row;
  if (task) {
    const key = task.kind === "check-in" ? "row.waiting" : "row.waitingUndo";
    return <Badge tone="wait">{t(key)}</Badge>;
  }
  if (came) {
    const isSelf = came.way === "self" || came.way === "online";
    const kind = came.personId === null ? "row.guest" : came.way === "walk-in" && "row.walkIn";
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        <Badge tone="good">
          {t("row.came", { time: formatTime(new Date(came.at), i18n.language, timeZone) })}
        </Badge>
        {kind && <Badge>{t(kind)}</Badge>}
        <span className="text-muted">
          {isSelf ? t("row.self") : t("row.by", { name: came.byName })}
        </span>
      </p>
    );
  }
  if (!registration || registration.state === "confirmed") return null;
  return (
    <>
      <Badge tone="danger">{t(`events:registration.${registration.state}`)}</Badge>
      <p className="text-sm text-muted">{t(`refused.${registration.state}`)}</p>
    </>
  );
}

function RowAction({ row, task, forms, big, way, canCheckIn, onCheckIn, onUndo }: RowProps) {
  const isIn = task ? task.kind === "check-in" : row.came !== undefined;
  if (isIn) {
    return (
      <UndoButton
        forms={forms}
        attendanceId={task ? null : (row.came?.id ?? null)}
        name={row.name}
        onUndo={() => onUndo(row)}
      />
    );
  }
  if (!canCheckIn || row.personId === null || row.registration?.state !== "confirmed") return null;
  return (
    <CheckInButton
      forms={forms}
      personId={row.personId}
      name={row.name}
      way={way ?? "list"}
      big={big}
      onCheckIn={() => onCheckIn(row)}
    />
  );
}
