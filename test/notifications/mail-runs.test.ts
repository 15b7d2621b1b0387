import { sql } from "drizzle-orm";
import fc from "fast-check";
import { after, HOUR } from "#app/lib/time.ts";
import { markRead } from "#app/notifications/inbox.server.ts";
import { mailDueAt, type Schedule } from "#app/notifications/mail-times.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { notify } from "#app/notifications/notifications.server.ts";
import { changePreferences } from "#app/notifications/preferences.server.ts";
import { type Connection, connect, type Db } from "#db/client.server.ts";
import { MAIL_CHOICES, type MailChoice, type MailOutcome } from "#db/vocabulary.ts";
import { describe, expect, freshDatabase, test } from "#test/support/database.ts";
import { createPerson, NOW } from "#test/support/factories.ts";
import { createQuestion, ledger, outbox } from "./scene.ts";

const LAST_DEED = 30;
const at = (hour: number) => after(NOW, hour * HOUR);

type Deed =
  | { does: "tell"; kind: "commented" | "mentioned"; reader: number; question: number }
  | { does: "read"; reader: number; question: number }
  | { does: "hide"; question: number }
  | { does: "suspend"; reader: number };
type Story = {
  readers: { zone: string; mail: MailChoice; schedule: Schedule }[];
  deeds: { hour: number; deed: Deed }[];
};

const READERS = 3;
const QUESTIONS = 3;
const reader = fc.integer({ min: 0, max: READERS - 1 });
const question = fc.integer({ min: 0, max: QUESTIONS - 1 });
const hour = fc.integer({ min: 0, max: 23 });

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant("tell" as const),
      kind: fc.constantFrom("commented" as const, "mentioned" as const),
      reader,
      question,
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("read" as const), reader, question }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("hide" as const), question }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("suspend" as const), reader }) },
);

const stories: fc.Arbitrary<Story> = fc.record({
  readers: fc.array(
    fc.record({
      zone: fc.constantFrom("Asia/Tokyo", "America/New_York", "Asia/Kathmandu", "Europe/Berlin"),
      mail: fc.constantFrom(...MAIL_CHOICES),
      schedule: fc.record({
        digestHour: hour,
        digestWeekday: fc.integer({ min: 1, max: 7 }),
        quiet: fc.option(
          fc
            .tuple(hour, fc.integer({ min: 1, max: 23 }))
            .map(([from, length]) => ({ from, until: (from + length) % 24 })),
          { nil: undefined },
        ),
      }),
    }),
    { minLength: READERS, maxLength: READERS },
  ),
  deeds: fc.array(fc.record({ hour: fc.integer({ min: 0, max: LAST_DEED }), deed: deeds }), {
    minLength: 1,
    maxLength: 14,
  }),
});

class Killed extends Error {}

/** Lets the connection die at its n-th statement from now, wherever that is. */
const fuse = { left: Number.POSITIVE_INFINITY };
const burn = () => {
  fuse.left -= 1;
  if (fuse.left === 0) {
    fuse.left = Number.POSITIVE_INFINITY;
    throw new Killed();
  }
};

type Stage = { db: Db; mortal: Db; readers: number[]; questions: number[]; actor: number };

async function withStage(use: (stage: Stage) => Promise<void>): Promise<void> {
  const connection = await freshDatabase();
  const mortal: Connection = connect(connection.url, { maxConnections: 4, onQuery: burn });
  try {
    const { db } = connection;
    const actor = (await createPerson(db)).id;
    const readers: number[] = [];
    for (let n = 0; n < READERS; n++) readers.push((await createPerson(db)).id);
    const questions: number[] = [];
    for (let n = 0; n < QUESTIONS; n++) {
      questions.push((await createQuestion(db, { authorId: actor, scope: "public" })).id);
    }
    await use({ db, mortal: mortal.db, readers, questions, actor });
  } finally {
    await mortal.close();
    await connection.close();
  }
}

async function reset({ db, readers }: Stage, story: Story): Promise<void> {
  await db.execute(sql`truncate notifications, outgoing_mails, unsubscribe_links,
    notification_preferences, notification_schedules, suspensions cascade`);
  await db.execute(sql`update questions set state = 'open'`);
  for (const [index, { zone, mail, schedule }] of story.readers.entries()) {
    const personId = readers[index] ?? 0;
    await db.execute(sql`update people set time_zone = ${zone} where id = ${personId}`);
    const preferences = { commented: { inInbox: true, mail } };
    await changePreferences(db, { personId, preferences, schedule, now: NOW });
  }
}

async function perform(stage: Stage, deed: Deed, now: Date, key: string): Promise<void> {
  const { db, readers, questions, actor } = stage;
  const personId = "reader" in deed ? (readers[deed.reader] ?? 0) : 0;
  const questionId = "question" in deed ? (questions[deed.question] ?? 0) : 0;
  if (deed.does === "tell") {
    const { kind } = deed;
    const event = { kind, questionId, actorId: actor, onceKey: key, recipients: [personId], now };
    // A command or job that repeats tells nothing anew.
    await notify(db, event);
    await notify(db, event);
  } else if (deed.does === "read") {
    await markRead(db, { personId, threadKey: `question:${questionId}`, now });
  } else if (deed.does === "hide") {
    await db.execute(sql`update questions set state = 'hidden' where id = ${questionId}`);
  } else {
    await db.execute(sql`insert into suspensions (person_id, reason, suspended_by, suspended_at)
      values (${personId}, 'x', ${actor}, ${now.toISOString()}::timestamptz) on conflict do nothing`);
  }
}

/** Hour by hour while things happen, then from one due mail to the next. */
async function nextHour({ db }: Stage, hours: number): Promise<number | undefined> {
  if (hours < LAST_DEED) return hours + 1;
  const [row] = await db.execute<{ hours: number | null }>(sql`select ceil(extract(epoch from
    min(mail_due_at) - ${NOW.toISOString()}::timestamptz) / 3600)::int as hours from notifications`);
  return row?.hours ?? undefined;
}

/** Lives through the story hour by hour; `work` does the jobs of an hour. */
async function live(stage: Stage, story: Story, work: (now: Date) => Promise<void>) {
  await reset(stage, story);
  let hours: number | undefined = 0;
  for (; hours !== undefined; hours = await nextHour(stage, hours)) {
    for (const [index, one] of story.deeds.entries()) {
      if (one.hour === hours) await perform(stage, one.deed, at(hours), `deed:${index}`);
    }
    await work(at(hours));
  }
  const mails = await outbox(stage.db);
  const numbers = new Map(mails.map(({ id }, index) => [id, index]));
  return {
    mails: mails.map(({ kind, personId, createdAt, params, onceKey }) => {
      const { unsubscribeUrl, ...said } = params;
      expect(unsubscribeUrl).toMatch(/\/unsubscribe\/[\w-]{43}$/);
      return { kind, personId, createdAt, said, hasKey: onceKey !== null };
    }),
    rows: (await ledger(stage.db)).map((row) => ({
      personId: row.personId,
      key: row.onceKey,
      kind: row.kind,
      questionId: row.questionId,
      outcome: row.mailOutcome,
      settledAt: row.mailSettledAt,
      mail: row.mailId === null ? null : numbers.get(row.mailId),
    })),
  };
}

type End = Awaited<ReturnType<typeof live>>;

/** What should have become of each notification, told from the story alone. */
function expected(stage: Stage, { readers, deeds }: Story, { rows }: End) {
  const since = (test: (deed: Deed) => boolean) =>
    Math.min(...deeds.filter(({ deed }) => test(deed)).map(({ hour: when }) => when));
  return rows.map((row) => {
    const index = Number(row.key.split(":")[1]);
    const told = deeds[index];
    const person = stage.readers.indexOf(row.personId);
    const wants = readers[person];
    if (told?.deed.does !== "tell" || !wants) throw new Error("no such deed");
    const { kind, question: about } = told.deed;
    const mail = kind === "commented" ? wants.mail : "at-once";
    const due = mailDueAt(at(told.hour), { ...wants, mail, timeZone: wants.zone });
    if (!due) return { outcome: "not-wanted", settledAt: at(told.hour) };
    // Kathmandu's hours begin at a quarter past: the next full hour's run finds them.
    const settledAt = new Date(
      Math.ceil((due.getTime() - NOW.getTime()) / HOUR) * HOUR + NOW.getTime(),
    );
    const happened = (when: number) => at(when) <= settledAt;
    const isRead = deeds.some(
      ({ hour: when, deed }, n) =>
        deed.does === "read" &&
        deed.reader === person &&
        deed.question === about &&
        (when > told.hour || (when === told.hour && n > index)) &&
        happened(when),
    );
    const outcome: MailOutcome = happened(
      since((deed) => deed.does === "suspend" && deed.reader === person),
    )
      ? "suspended"
      : happened(since((deed) => deed.does === "hide" && deed.question === about))
        ? "lost-access"
        : isRead
          ? "already-read"
          : mail === "at-once"
            ? "mailed"
            : "digested";
    return { outcome, settledAt };
  });
}

/** The ledger and the outbox tell the same story: every mail is accounted for, none is empty. */
function balance({ mails, rows }: End): void {
  for (const [index, mail] of mails.entries()) {
    const carried = rows.filter((row) => row.mail === index);
    expect(carried.length).toBe(mail.kind === "digest" ? mail.said.count : 1);
    for (const row of carried) {
      expect(row).toMatchObject({ personId: mail.personId, settledAt: mail.createdAt });
      expect(row.outcome).toBe(mail.kind === "digest" ? "digested" : "mailed");
    }
  }
  for (const { outcome, mail } of rows) {
    expect(outcome).not.toBe("waiting");
    expect(mail !== null).toBe(outcome === "mailed" || outcome === "digested");
  }
}

describe("however the jobs run", () => {
  test("each notification is settled exactly when and as its reader's wishes say", async () => {
    await withStage(async (stage) => {
      await fc.assert(
        fc.asyncProperty(stories, async (story) => {
          const end = await live(stage, story, async (now) => {
            await mailDueNotifications(stage.db, { now });
          });
          const shown = end.rows.map(({ outcome, settledAt }) => ({ outcome, settledAt }));
          expect(shown).toEqual(expected(stage, story, end));
          balance(end);
        }),
        { numRuns: 12, endOnFailure: true },
      );
    });
  }, 120_000);

  test("the end is the same when they run twice, at once, and die in the middle", async () => {
    await withStage(async (stage) => {
      const fuses = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(stories, fuses, async (story, lengths) => {
          const calm = await live(stage, story, async (now) => {
            await mailDueNotifications(stage.db, { now });
          });
          let turn = 0;
          const wild = await live(stage, story, async (now) => {
            fuse.left = lengths[turn++ % lengths.length] ?? 1;
            await mailDueNotifications(stage.mortal, { now }).catch((error) => {
              if (!killed(error)) throw error;
            });
            fuse.left = Number.POSITIVE_INFINITY;
            await Promise.all([
              mailDueNotifications(stage.db, { now }),
              mailDueNotifications(stage.mortal, { now }),
              mailDueNotifications(stage.db, { now }),
            ]);
            // A person may have been in another worker's hands when this one looked.
            await mailDueNotifications(stage.db, { now });
          });
          const sorted = ({ mails, rows }: End) => ({
            mails: mails.map((mail) => JSON.stringify(mail)).sort(),
            rows: rows.map(({ mail, ...row }) => ({ ...row, hasMail: mail !== null })),
          });
          expect(sorted(wild)).toEqual(sorted(calm));
          balance(wild);
        }),
        { numRuns: 6, endOnFailure: true },
      );
    });
  }, 180_000);

  test("a mail that was written but not noted does not exist", async () => {
    await withStage(async (stage) => {
      const { db, mortal, readers, questions, actor } = stage;
      const event = {
        kind: "mentioned" as const,
        questionId: questions[0] ?? 0,
        actorId: actor,
        recipients: readers,
        now: NOW,
      };
      await notify(db, event);
      let deaths = 0;
      for (let length = 1; deaths < 200; length++) {
        fuse.left = length;
        const outcome = await mailDueNotifications(mortal, { now: NOW }).catch((error) => error);
        fuse.left = Number.POSITIVE_INFINITY;
        const rows = await ledger(db);
        const noted = rows.filter(({ mailOutcome }) => mailOutcome === "mailed");
        expect(await outbox(db)).toHaveLength(noted.length);
        if (!killed(outcome)) break;
        deaths += 1;
      }
      expect(deaths).toBeGreaterThan(5);
      expect(await outbox(db)).toHaveLength(READERS);
    });
  }, 60_000);
});

function killed(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) if (e instanceof Killed) return true;
  return false;
}
