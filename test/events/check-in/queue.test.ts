import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Answer,
  type Change,
  changesBy,
  inOrder,
  nextOrder,
  nextTask,
  pauseAfter,
  readAnswer,
  type Task,
  unsent,
  withdrawal,
} from "#app/events/check-in/queue.ts";

const checkIn = (n: number, values: Partial<Task> = {}): Task =>
  ({
    kind: "check-in",
    key: `c${n}`,
    order: n,
    label: `参加者${n}`,
    rowId: `p${n}`,
    tries: 0,
    fields: { personId: String(n), way: "list" },
    ...values,
  }) as Task;

const removal = (n: number, values: Partial<Task> = {}): Task =>
  ({
    kind: "removal",
    key: `r${n}`,
    order: n,
    label: "",
    rowId: null,
    tries: 0,
    attendanceId: null,
    of: null,
    ...values,
  }) as Task;

function applied(tasks: Task[], changes: Change[]): Task[] {
  const kept = new Map(tasks.map((task) => [task.key, task]));
  for (const change of changes) {
    if ("put" in change) kept.set(change.put.key, change.put);
    else kept.delete(change.remove);
  }
  return inOrder([...kept.values()]);
}

describe("what is sent next", () => {
  test("in the order in which things were done, refusals aside", () => {
    const tasks = [checkIn(3), checkIn(1, { refused: "waitlisted" }), checkIn(2)];
    expect(unsent(tasks).map(({ key }) => key)).toEqual(["c2", "c3"]);
    expect(nextTask(tasks, new Set())?.key).toBe("c2");
  });

  test("after a failure others go on, but nothing about the same person", () => {
    const undo = removal(2, { rowId: "p1", attendanceId: 7 });
    const tasks = [checkIn(1), undo, checkIn(3)];
    expect(nextTask(tasks, new Set(["c1"]))?.key).toBe("c3");
    const ofGuest = [checkIn(1, { rowId: null }), removal(2, { of: "c1" })];
    expect(nextTask(ofGuest, new Set(["c1"]))).toBeUndefined();
  });

  test("what is added comes last, also when the clock was set back", () => {
    expect(nextOrder([checkIn(5), checkIn(9)], 3)).toBe(10);
    expect(nextOrder([], 3)).toBe(3);
  });

  test("pauses grow up to a minute", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 50].map(pauseAfter)).toEqual([
      2_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
  });
});

describe("what an answer changes", () => {
  test("done goes; what undoes it learns its id", () => {
    const tasks = [checkIn(1), removal(2, { of: "c1" })];
    const rest = applied(tasks, changesBy(tasks, checkIn(1), { said: "done", attendanceId: 7 }));
    expect(rest).toEqual([removal(2, { attendanceId: 7 })]);
  });

  test("a refusal stays with its reason; nothing is left to undo", () => {
    const tasks = [checkIn(1), removal(2, { of: "c1" })];
    const answer = { said: "refused", reason: "waitlisted" } as const;
    const rest = applied(tasks, changesBy(tasks, checkIn(1), answer));
    expect(rest).toEqual([checkIn(1, { refused: "waitlisted" })]);
  });

  test.for(["nothing", "log-in"] as const)("%s changes nothing", (said) => {
    expect(changesBy([checkIn(1)], checkIn(1), { said })).toEqual([]);
  });

  test.for([
    [200, { attendanceId: 7 }, { said: "done", attendanceId: 7 }],
    // The page of a hotel's network that wants a password.
    [200, undefined, { said: "nothing" }],
    [401, {}, { said: "log-in" }],
    [409, { reason: "offered" }, { said: "refused", reason: "offered" }],
    [403, undefined, { said: "refused", reason: "not-allowed" }],
    [404, undefined, { said: "refused", reason: "not-found" }],
    [400, { reason: "unreadable" }, { said: "refused", reason: "unreadable" }],
    [429, {}, { said: "nothing" }],
    [502, undefined, { said: "nothing" }],
  ] as [number, unknown, Answer][])("status %i", ([status, body, answer]) => {
    expect(readAnswer(status, body)).toEqual(answer);
  });
});

describe("taking back what waits", () => {
  const fresh = { key: "r9", order: 9 };

  test("never sent, it is gone", () => {
    expect(withdrawal([checkIn(1)], checkIn(1), fresh)).toEqual([{ remove: "c1" }]);
  });

  test("perhaps sent, it is undone once the server has answered, once", () => {
    const tried = checkIn(1, { tries: 1 });
    const tasks = applied([tried], withdrawal([tried], tried, fresh));
    expect(tasks.map(({ key }) => key)).toEqual(["c1", "r9"]);
    expect(withdrawal(tasks, tried, { key: "r10", order: 10 })).toEqual([]);
  });
});

/** A server that keeps keys and live check-ins, behind a connection that loses things either way. */
function server() {
  const rows: { key: string; personId: string; undone: boolean }[] = [];
  return {
    rows,
    tell(task: Task): Answer {
      if (task.kind === "removal") {
        const row = rows[task.attendanceId ?? -1];
        if (row) row.undone = true;
        return { said: "done", attendanceId: task.attendanceId ?? -1 };
      }
      const { personId = "" } = task.fields;
      const known = rows.findIndex(
        (row) => row.key === task.key || (row.personId === personId && !row.undone),
      );
      if (known >= 0) return { said: "done", attendanceId: known };
      rows.push({ key: task.key, personId, undone: false });
      return { said: "done", attendanceId: rows.length - 1 };
    },
  };
}

test("over any bad connection everything arrives, once, as it was meant", () => {
  const act = fc.record({ person: fc.nat(3), loses: fc.array(fc.constantFrom(0, 1, 2)) });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const there = server();
      const meant = new Map<string, boolean>();
      const ids = new Map<string, number>();
      let tasks: Task[] = [];
      let serial = 0;
      const round = (loses: number[]) => {
        const skipped = new Set<string>();
        for (;;) {
          const task = nextTask(tasks, skipped);
          if (!task) return;
          const tried = { ...task, tries: task.tries + 1 };
          tasks = applied(tasks, [{ put: tried }]);
          const fate = loses.shift() ?? 0;
          // Lost on the way there, or on the way back.
          const answer = fate === 1 ? undefined : there.tell(tried);
          if (!answer || fate === 2) {
            skipped.add(task.key);
            continue;
          }
          if (task.kind === "check-in" && answer.said === "done") {
            ids.set(task.rowId ?? "", answer.attendanceId);
          }
          tasks = applied(tasks, changesBy(tasks, tried, answer));
        }
      };
      for (const { person, loses } of acts) {
        const rowId = `p${person}`;
        const latest = tasks.findLast((task) => task.rowId === rowId);
        serial += 1;
        if (!meant.get(rowId)) {
          const fields = { personId: String(person) };
          tasks = [...tasks, checkIn(serial, { rowId, fields } as Partial<Task>)];
        } else if (latest?.kind === "check-in") {
          tasks = applied(tasks, withdrawal(tasks, latest, { key: `r${serial}`, order: serial }));
        } else {
          tasks = [
            ...tasks,
            removal(serial, { rowId, attendanceId: ids.get(rowId) } as Partial<Task>),
          ];
        }
        meant.set(rowId, !meant.get(rowId));
        round([...loses]);
      }
      round([]);
      expect(tasks).toEqual([]);
      const live = there.rows.filter(({ undone }) => !undone).map(({ personId }) => `p${personId}`);
      const expected = [...meant].flatMap(([rowId, isThere]) => (isThere ? [rowId] : []));
      expect(live.sort()).toEqual(expected.sort());
      expect(new Set(there.rows.map(({ key }) => key)).size).toBe(there.rows.length);
    }),
    { numRuns: 500 },
  );
});
