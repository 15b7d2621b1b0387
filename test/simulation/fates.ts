import { eq } from "drizzle-orm";
import { removeClosure, saveClosure } from "#app/calendar/calendar.server.ts";
import { revokeCredential } from "#app/certification/credentials/revoking.server.ts";
import { after, DAY, HOUR } from "#app/lib/time.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import { liftSuspension, suspendPerson } from "#app/people/suspensions.server.ts";
import { addAbsence } from "#app/questions/routing/helping.server.ts";
import { changeBusinessCalendar } from "#app/questions/routing/rescheduling.server.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { credentials } from "#db/schema/credentials.ts";
import { between } from "./chance.ts";
import { CLOSURE, START, WORKED_AFTER_ALL } from "./fortnight.ts";
import type { Deed, Run } from "./run.ts";
import { changedWishes } from "./wishes.ts";
import type { Inhabitant } from "./world.ts";

/** What happens to people and to the calendar in the course of the fortnight. */
export function fates(run: Run): Deed[] {
  const { members, helpers } = run.world;
  const at = (day: number, hour: number) => after(START, day * DAY + hour * HOUR + 11_000);
  return [
    changeCalendar(run, at(3, 1), "close for a day", (tx, by) =>
      saveClosure(tx, { day: CLOSURE, name: "臨時休業", ...by }),
    ),
    changeCalendar(run, at(4, 6), "work after all", (tx) =>
      removeClosure(tx, { day: WORKED_AFTER_ALL }),
    ),
    ...[helpers[4], helpers[17], members[30], members[77]].flatMap((who, index) =>
      who ? [suspend(run, who, at(4 + index, 3)), lift(run, who, at(12, index))] : [],
    ),
    ...[helpers[8], helpers[25]].map((who) => revoke(run, who, at(6, 5))),
    ...[helpers[11], helpers[29]].map((who) => goAway(run, who, at(5, 2))),
    ...members.slice(100, 115).map((who) => thinkAnew(run, who)),
  ];
}

function changeCalendar(
  { db, world }: Run,
  at: Date,
  what: string,
  change: (tx: DbOrTx, by: { actorId: number; now: Date }) => Promise<unknown>,
): Deed {
  const actorId = world.staff[0]?.viewer.id ?? 0;
  const perform = (now: Date) =>
    changeBusinessCalendar(db, {
      change: (tx) => change(tx, { actorId, now }),
      detail: {},
      actorId,
      now,
    });
  return { at, what, key: what, perform };
}

function suspend({ db, world }: Run, who: Inhabitant, at: Date): Deed {
  return {
    at,
    what: "suspend",
    key: `suspend ${who.handle}`,
    perform(now) {
      who.isOut = true;
      const act = { actorId: world.staff[1]?.viewer.id ?? 0, personId: who.viewer.id };
      return suspendPerson(db, { ...act, reason: "迷惑行為", now });
    },
  };
}

function lift({ db, world }: Run, who: Inhabitant, at: Date): Deed {
  return {
    at,
    what: "lift the suspension",
    key: `lift ${who.handle}`,
    perform(now) {
      who.isOut = false;
      const act = { actorId: world.staff[1]?.viewer.id ?? 0, personId: who.viewer.id };
      return liftSuspension(db, { ...act, now });
    },
  };
}

function revoke({ db, world }: Run, who: Inhabitant | undefined, at: Date): Deed {
  if (!who) throw new Error("There are fewer helpers than that");
  return {
    at,
    what: "revoke a credential",
    key: `revoke ${who.handle}`,
    async perform(now) {
      who.viewer.isSupporter = false;
      const actorId = world.staff[2]?.viewer.id ?? 0;
      const [held] = await db
        .select({ id: credentials.id })
        .from(credentials)
        .where(eq(credentials.personId, who.viewer.id));
      return revokeCredential(db, {
        credentialId: held?.id ?? 0,
        reason: "規約違反",
        actorId,
        now,
      });
    },
  };
}

function goAway({ db }: Run, who: Inhabitant | undefined, at: Date): Deed {
  if (!who) throw new Error("There are fewer helpers than that");
  const absence = { personId: who.viewer.id, fromDay: "2026-04-30", toDay: "2026-05-20" };
  const perform: Deed["perform"] = (now) => addAbsence(db, { ...absence, now });
  return { at, what: "go away", key: `away ${who.handle}`, perform };
}

function thinkAnew({ db }: Run, { handle, viewer }: Inhabitant): Deed {
  const wishes = changedWishes(handle, "anew");
  return {
    at: after(START, between(20, 300, "thinks anew", handle) * HOUR),
    what: "change the settings",
    key: `settings ${handle}`,
    perform: (now) => changePreferences(db, { personId: viewer.id, ...wishes, now }),
  };
}
