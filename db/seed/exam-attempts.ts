import { sql } from "drizzle-orm";
import { drawItems, shuffled, shuffledOptions } from "#app/certification/exams/drawing.ts";
import { isRight, passes } from "#app/certification/exams/grading.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { examAttemptItems, examAttempts } from "#db/schema/exams.ts";
import type { BankItem, SeededExams } from "./exam-bank.ts";
import { fraction } from "./fraction.ts";
import { continueKeys, insertRows } from "./insert-rows.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MAX_ATTEMPTS = 3;

/** Accounts that a visitor of the demo tries the exam with: they have not sat it yet. */
const KEPT_FRESH = ["member@portal.example", "lead@portal.example"];

/** One sitting that is to be made up. `wanted`: whether it has to be passed, where that is known. */
type Sitting = {
  exam: "certification" | "renewal";
  number: number;
  startedAt: Date;
  ability: number;
  wanted?: boolean;
};

type Member = {
  id: number;
  email: string | null;
  handle: string;
  createdAt: Date;
  /** By when they needed the pass that their first application was submitted with. */
  passBy: Date | null;
  /** Has an application that is still a draft, or was given up. */
  stopped: { startedAt: Date; state: "draft" | "withdrawn" } | null;
  /** When the holder of a credential tried to renew it. */
  renewsAt: Date | null;
};

/**
 * What people achieved in the exams so far, always the same for the same community: how able
 * somebody is comes from their name, how hard an item is from the content. It agrees with who holds
 * and who asked for a certification, which are there already.
 */
export async function seedExamAttempts(
  tx: DbOrTx,
  { exams, now }: { exams: SeededExams; now: Date },
): Promise<void> {
  const attempts: (typeof examAttempts.$inferInsert & { id: number })[] = [];
  const items: (typeof examAttemptItems.$inferInsert)[] = [];
  for (const member of await listMembers(tx, now)) {
    for (const sitting of sittingsOf(member, now)) {
      const id = attempts.length + 1;
      const { rows, ...attempt } = sat(exams, member, sitting);
      attempts.push({ id, ...attempt });
      items.push(...rows.map((row) => ({ ...row, attemptId: id, answeredAt: attempt.endedAt })));
      if (attempt.passed && sitting.wanted === undefined) break;
    }
  }
  await insertRows(tx, examAttempts, attempts);
  await insertRows(tx, examAttemptItems, items);
  await continueKeys(tx, examAttempts);
}

async function listMembers(tx: DbOrTx, now: Date): Promise<Member[]> {
  const rows = await tx.execute<{
    id: string;
    email: string | null;
    handle: string;
    created_at: string;
    pass_by: string | null;
    stopped_at: string | null;
    state: "draft" | "withdrawn" | null;
    renewed_at: string | null;
  }>(sql`
    select p.id, p.email, p.handle, p.created_at, asked.pass_by, stopped.started_at as stopped_at,
      stopped.state, (select min(r.at) from credential_renewals r
        join credentials c on c.id = r.credential_id where c.person_id = p.id) as renewed_at
    from people p
    left join lateral (select min(a.submitted_at) as pass_by from applications a
      join certification_versions v on v.id = a.version_id
      where a.person_id = p.id and v.exam_id is not null) asked on true
    left join lateral (select a.started_at, a.state from applications a
      where a.person_id = p.id and a.submitted_at is null limit 1) stopped on true
    where p.role = 'member' order by p.id`);
  const moment = (value: string | null) => (value === null ? null : new Date(value));
  return rows.map((row) => {
    const startedAt = moment(row.stopped_at);
    const renewedAt = moment(row.renewed_at);
    return {
      id: Number(row.id),
      email: row.email,
      handle: row.handle,
      createdAt: new Date(row.created_at),
      passBy: moment(row.pass_by),
      stopped: startedAt && row.state ? { startedAt, state: row.state } : null,
      renewsAt: renewedAt && renewedAt < now ? new Date(renewedAt.getTime() - 6 * DAY) : null,
    };
  });
}

/** When somebody sat an exam. Who failed by themselves tries again after a while. */
function sittingsOf({ id: _, ...member }: Member, now: Date): Sitting[] {
  const { handle, email, createdAt, passBy, stopped, renewsAt } = member;
  if (KEPT_FRESH.includes(email ?? "")) return [];
  const ability = 0.9 + spread(handle, "ability");
  const at = (moment: number) => workingHour(new Date(moment), handle);
  const wait = (number: number) => (9 + fraction(handle, "wait", String(number)) * 25) * DAY;
  const exam = "certification" as const;
  if (passBy) {
    const tries = 1 + Math.floor(fraction(handle, "tries") ** 2 * MAX_ATTEMPTS);
    const sittings: Sitting[] = [];
    let moment = passBy.getTime() - 2 * DAY;
    for (let number = tries; number >= 1; number -= 1) {
      sittings.unshift({ exam, number, startedAt: at(moment), ability, wanted: number === tries });
      moment -= wait(number);
    }
    if (!renewsAt) return sittings;
    return [
      ...sittings,
      { exam: "renewal", number: 1, startedAt: at(renewsAt.getTime()), ability, wanted: false },
    ];
  }
  if (stopped?.state === "draft") return [];
  if (stopped) {
    const startedAt = at(stopped.startedAt.getTime() + DAY);
    return [{ exam, number: 1, startedAt, ability, wanted: false }];
  }
  if (fraction(handle, "sits the exam") > 0.55) return [];
  const since = Math.max(now.getTime() - 325 * DAY, createdAt.getTime() + 7 * DAY);
  const span = now.getTime() - 5 * DAY - since;
  const sittings: Sitting[] = [];
  let moment = since + fraction(handle, "first try") * span * 0.85;
  for (let number = 1; number <= MAX_ATTEMPTS; number += 1) {
    const startedAt = at(moment);
    if (startedAt.getTime() > now.getTime() - DAY) break;
    sittings.push({ exam, number, startedAt, ability: ability + 0.5 * (number - 1) });
    moment += wait(number);
  }
  return sittings;
}

/** A sitting as rows: its answers, graded as the portal does. */
function sat(exams: SeededExams, { id: personId, handle }: Member, sitting: Sitting) {
  const { exam, number, startedAt, wanted } = sitting;
  const [examId, itemCount, timeLimit] =
    exam === "certification" ? [exams.certificationId, 20, 40] : [exams.renewalId, 8, 15];
  const passPercent = 70;
  let { ability } = sitting;
  let rows = answersOf(exams.bank, { handle, ability, examId, number, itemCount });
  const right = () => rows.filter(({ correct }) => correct).length;
  const passed = () => passes({ correctCount: right(), itemCount, passPercent });
  for (let step = 0; wanted !== undefined && passed() !== wanted && step < 20; step += 1) {
    ability += wanted ? 0.4 : -0.4;
    rows = answersOf(exams.bank, { handle, ability, examId, number, itemCount });
  }
  const minutes = timeLimit * (0.4 + fraction(handle, exam, "minutes", String(number)) * 0.65);
  const endOf = (length: number) => new Date(startedAt.getTime() + length * MINUTE);
  return {
    examId,
    personId,
    number,
    startedAt,
    deadlineAt: endOf(timeLimit),
    endedAt: endOf(Math.min(minutes, timeLimit)),
    ending: minutes >= timeLimit ? ("time-up" as const) : ("handed-in" as const),
    correctCount: right(),
    itemCount,
    passPercent,
    passed: passed(),
    rows,
  };
}

/** What somebody answered: the items they drew, in their order, each right or wrong in its own way. */
function answersOf(
  bank: BankItem[],
  {
    handle,
    ability,
    examId,
    number,
    itemCount,
  }: { handle: string; ability: number; examId: number; number: number; itemCount: number },
) {
  let draws = 0;
  const random = (below: number) => {
    draws += 1;
    return Math.floor(fraction(handle, String(examId), String(number), String(draws)) * below);
  };
  const drawn = drawItems(bank, { count: itemCount, random }) ?? [];
  return drawn.map((item, index) => {
    const optionIds = shuffledOptions(
      item.kind,
      item.optionRows.map(({ id }) => id),
      random,
    );
    const slope = item.misleading ? -0.5 : 1.3;
    const chance = logistic(Math.log(item.known / (1 - item.known)) + slope * (ability - 0.9));
    const knows = random(10_000) < chance * 10_000;
    const key = rightAnswer(item, optionIds);
    const answer = knows ? key : wrongAnswer(item, { key, optionIds, random });
    return {
      position: index + 1,
      itemId: item.id,
      optionIds,
      answer,
      revision: answer ? 1 : 0,
      correct: isRight(item.kind, item.optionRows, answer),
    };
  });
}

function rightAnswer({ kind, optionRows }: BankItem, optionIds: number[]): number[] {
  if (kind === "order") return optionRows.map(({ id }) => id);
  const right = new Set(optionRows.filter(({ isCorrect }) => isCorrect).map(({ id }) => id));
  return optionIds.filter((id) => right.has(id));
}

type Wrong = { key: number[]; optionIds: number[]; random: (below: number) => number };

function wrongAnswer(item: BankItem, { key, optionIds, random }: Wrong): number[] | null {
  if (random(25) === 0) return null;
  if (item.kind === "order") {
    const place = random(key.length - 1);
    return key.with(place, key[place + 1] ?? 0).with(place + 1, key[place] ?? 0);
  }
  const wrong = item.optionRows.filter(({ isCorrect }) => !isCorrect).map(({ id }) => id);
  // Wrong options are not equally tempting: most fall for the same one.
  const tempting = random(3) < 2 ? wrong[0] : shuffled(wrong, random)[0];
  if (item.kind === "single" && tempting !== undefined) return [tempting];
  const chosen = new Set(random(2) === 0 ? key.slice(1) : [...key, tempting ?? 0]);
  return optionIds.filter((id) => chosen.has(id));
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** About normally distributed around 0, with a standard deviation of 0.9. */
function spread(...words: string[]): number {
  const sum = [1, 2, 3, 4].reduce((total, n) => total + fraction(...words, String(n)), 0);
  return (sum - 2) * Math.sqrt(3) * 0.9;
}

/** The same day at some time between 9:00 and 18:00 in Tokyo. */
function workingHour(moment: Date, handle: string): Date {
  const midnight = Math.floor((moment.getTime() + 9 * 60 * MINUTE) / DAY) * DAY - 9 * 60 * MINUTE;
  const minute =
    9 * 60 + Math.floor(fraction(handle, "hour", moment.toISOString().slice(0, 10)) * 540);
  return new Date(midnight + minute * MINUTE);
}
