import { Link } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, CardList, CardRow } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { type ClosedReason, shownEventCode } from "./check-in.ts";
import { CodeEntry } from "./code-entry.tsx";
import { DeskFigures } from "./desk-figures.tsx";
import { type DeskRow, ROWS_SHOWN, search } from "./desk-list.ts";
import { DeskRowView } from "./desk-row.tsx";
import { DeskSearch } from "./desk-search.tsx";
import { ResultLine } from "./result-line.tsx";
import { Scanner } from "./scanner.tsx";
import type { FirstLook } from "./use-desk.ts";
import { useDoor } from "./use-door.ts";
import { WaitingTasks } from "./waiting-tasks.tsx";
import { type Found, type WalkInGuest, WalkIns } from "./walk-ins.tsx";

type Props = {
  viewerId: number;
  event: { id: number; timeZone: string; checkInCode: string };
  /** Why nobody can be checked in now. */
  closed: ClosedReason | null;
  first: FirstLook;
  /** How many the server's search found; `first` has the first of them. */
  total: number;
  formKey: string;
  q: string;
  /** Whom a scanned address names; null when its code is nobody's, undefined for the usual page. */
  spot?: number | null;
  walkIn: { typed: string; found: Found[]; guest: WalkInGuest };
  /** A code that could not be used: nothing typed is lost. */
  typedCode: string;
};

/** The door of an event, for a phone: who is on the list, who came, one tap to check in. */
export function Desk({ viewerId, event, closed, first, formKey, spot, walkIn, ...props }: Props) {
  const { t } = useTranslation("check-in");
  const [typed, setTyped] = useState(props.q);
  const door = useDoor({ viewerId, event, first });
  const { queue, rows } = door;
  const here = `/events/${event.id}/desk`;
  const forms = { eventId: event.id, formKey, q: typed };
  const found = search(door.index, typed);
  const total = door.isWhole ? found.total : props.total;
  const rowProps = (row: DeskRow) => ({
    row,
    task: door.taskOf(row.id),
    forms,
    timeZone: event.timeZone,
    canCheckIn: closed === null,
    onUndo: door.undo,
  });
  const isHere = (personId: number) =>
    door.taskOf(`p${personId}`) !== undefined ||
    rows.some((row) => row.personId === personId && row.came !== undefined);
  const spotted = rows.find(({ personId }) => personId !== null && personId === spot);
  return (
    <>
      <DeskFigures figures={door.figures} />
      {closed && (
        <Card className="mb-4">
          <p className="font-semibold">{t("desk.closed")}</p>
          <p className="text-muted">{t(`refused.${closed}`)}</p>
        </Card>
      )}
      <ResultLine result={door.result} />
      <WaitingTasks
        tasks={queue.tasks}
        isLoggedOut={queue.isLoggedOut}
        here={here}
        onSend={queue.flush}
        onWithdraw={queue.withdraw}
        onDismiss={queue.dismiss}
      />
      {spot !== undefined ? (
        <Card className="mb-6 grid gap-3">
          {spotted ? (
            <DeskRowView
              {...rowProps(spotted)}
              way="qr"
              big
              onCheckIn={(row) => door.checkIn(row, "qr")}
            />
          ) : (
            <p role="alert" className="font-semibold text-danger">
              {t("spot.unknown")}
            </p>
          )}
          <Link to={here} className="justify-self-start py-2 text-brand underline">
            {t("spot.all")}
          </Link>
        </Card>
      ) : (
        <>
          {closed === null && (
            <div className="mb-4 grid gap-3">
              <Scanner onScan={door.scan} />
              <CodeEntry
                forms={forms}
                typed={props.typedCode}
                onCode={(code) => door.byCode(code, "code")}
              />
              <a href="#walk-ins" className="justify-self-start py-2 text-brand underline">
                {t("walkIn.jump")}
              </a>
            </div>
          )}
          <DeskSearch typed={typed} total={total} isWhole={door.isWhole} onType={setTyped} />
          {total === 0 && typed === "" && (
            <EmptyState title={t("list.empty")}>{t("list.emptyText")}</EmptyState>
          )}
          {found.shown.length > 0 && (
            <CardList label={t("list.label")}>
              {found.shown.map((row) => (
                <CardRow key={row.id}>
                  <DeskRowView {...rowProps(row)} onCheckIn={(one) => door.checkIn(one, "list")} />
                </CardRow>
              ))}
            </CardList>
          )}
          {total > ROWS_SHOWN && (
            <p className="mt-3 text-sm text-muted">{t("search.more", { shown: ROWS_SHOWN })}</p>
          )}
          {closed === null && (
            <WalkIns
              forms={forms}
              typed={walkIn.typed}
              found={walkIn.found.filter(({ personId }) => !isHere(personId))}
              guest={walkIn.guest}
              onPerson={door.walkIn}
              onGuest={door.welcomeGuest}
            />
          )}
        </>
      )}
      <Card className="mt-8 grid gap-2">
        <h2 className="font-semibold">{t("selfCode.title")}</h2>
        <p className="font-mono text-2xl font-bold tracking-widest">
          {shownEventCode(event.checkInCode)}
        </p>
        <p className="text-sm text-muted">{t("selfCode.text")}</p>
        <ButtonLink to={`${here}/code`} className="justify-self-start">
          {t("selfCode.project")}
        </ButtonLink>
      </Card>
    </>
  );
}
