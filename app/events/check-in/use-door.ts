import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { formatTime } from "#app/ui/zoned-span.tsx";
import { readCode, shownCode } from "../admission/codes.ts";
import { readScan } from "./check-in.ts";
import type { Came, DeskRow } from "./desk-list.ts";
import { giveFeedback } from "./feedback.ts";
import type { Task } from "./queue.ts";
import { asRefusal } from "./refusals.ts";
import type { Result } from "./result-line.tsx";
import { type FirstLook, useDesk } from "./use-desk.ts";

/** What one does at a door, and what is said of it: on the screen, by a sound and a vibration. */
export function useDoor({
  viewerId,
  event,
  first,
}: {
  viewerId: number;
  event: { id: number; timeZone: string };
  first: FirstLook;
}) {
  const { t, i18n } = useTranslation("check-in");
  const [result, setResult] = useState<Result>();
  const say = useCallback((next: Omit<Result, "id">, isQuiet = false) => {
    setResult((last) => ({ ...next, id: (last?.id ?? 0) + 1 }));
    if (!isQuiet) giveFeedback(next.feedback);
  }, []);
  const sayWelcome = (name: string) =>
    say({ feedback: "welcome", text: t("result.welcome", { name }) });
  const sayAlready = ({ name, at, byName: by }: Came) => {
    const time = formatTime(new Date(at), i18n.language, event.timeZone);
    say({ feedback: "already", text: t("result.already", { name, time, by }) });
  };
  const onArrival = (task: Task, { came, already }: { came: Came | null; already: boolean }) => {
    if (!came) say({ feedback: "refused", text: t("result.wasUndone", { name: task.label }) });
    else if (already && task.tries === 0) sayAlready(came);
    // Until now this device did not know whose code it was.
    else if (task.rowId === null && task.label !== came.name) sayWelcome(came.name);
  };
  const desk = useDesk({ viewerId, eventId: event.id, first, onArrival });
  const { rows, queue } = desk;
  useRefusalSound(queue.tasks.filter(({ refused }) => refused !== undefined).length);

  const taskOf = (id: string) =>
    queue.tasks.findLast((task) => task.rowId === id && task.refused === undefined);

  const receive = (label: string, rowId: string | null, fields: Record<string, string>) => {
    const at = new Date().toISOString();
    queue.add({ kind: "check-in", label, rowId, fields: { ...fields, at } });
  };
  const checkIn = (row: DeskRow, way: "list" | "qr" | "code") => {
    const task = taskOf(row.id);
    if (task?.kind === "check-in") return;
    if (row.came && !task) return sayAlready(row.came);
    const state = row.registration?.state;
    if (state !== "confirmed") {
      const reason = t(`refused.${asRefusal(state ?? "not-registered")}`);
      return say({ feedback: "refused", text: t("result.refused", { name: row.name, reason }) });
    }
    receive(row.name, row.id, { personId: String(row.personId), way });
    sayWelcome(row.name);
  };
  const undo = (row: DeskRow) => {
    const task = taskOf(row.id);
    if (task?.kind === "check-in") queue.withdraw(task);
    else if (row.came) {
      const attendanceId = row.came.id;
      queue.add({ kind: "removal", label: row.name, rowId: row.id, attendanceId, of: null });
    }
    say({ feedback: "already", text: t("result.undone", { name: row.name }) }, true);
  };
  const byCode = (typed: string, way: "qr" | "code") => {
    const code = readCode(typed);
    const row = rows.find(({ registration }) => registration?.code === code);
    if (row) return checkIn(row, way);
    // The list of this device may be older than the registration: the server knows.
    receive(shownCode(code), null, { code, way });
  };
  const scan = (text: string) => {
    const read = readScan(text, event.id);
    if (read.ok) byCode(read.code, "qr");
    else say({ feedback: "refused", text: t(`scan.${read.reason}`) });
  };
  const walkIn = ({ personId, name }: { personId: number; name: string }) => {
    receive(name, `p${personId}`, { personId: String(personId), way: "walk-in" });
    sayWelcome(name);
  };
  const welcomeGuest = ({ name, affiliation }: { name: string; affiliation: string }) => {
    receive(name, null, { guestName: name, guestAffiliation: affiliation, way: "walk-in" });
    sayWelcome(name);
  };
  return { ...desk, result, taskOf, checkIn, undo, byCode, scan, walkIn, welcomeGuest };
}

/** A refusal that comes back from the server is heard, too. */
function useRefusalSound(count: number): void {
  const known = useRef(count);
  useEffect(() => {
    if (count > known.current) giveFeedback("refused");
    known.current = count;
  }, [count]);
}
