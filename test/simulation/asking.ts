import { askQuestion } from "#app/questions/asking.server.ts";
import type { Scope } from "#db/vocabulary.ts";
import { between, chance, formKey, pick } from "./chance.ts";
import { isOfficeTime, isWakingTime, momentBefore, ticks } from "./fortnight.ts";
import type { Deed, Run } from "./run.ts";
import { narrowing } from "./staff-deeds.ts";

export const QUESTIONS = 500;

const TOPICS = {
  ja: ["CSVの取り込みが途中で止まります", "権限を変えても反映されません", "通知が二重に届きます"],
  en: ["The import stops half-way", "Changed permissions have no effect", "Mails arrive twice"],
};

/** Some ask in the evening, at weekends and on holidays: the clock then starts in the morning. */
function likelihood(tick: Date): number {
  if (isOfficeTime("Asia/Tokyo", tick)) return 10;
  return isWakingTime("Asia/Tokyo", tick) ? 1.5 : 0.2;
}

/** The numbers of the questions that are asked in the hour before each tick. */
function timetable(): Map<number, number[]> {
  const all = ticks();
  const sums: number[] = [];
  for (const tick of all) sums.push((sums.at(-1) ?? 0) + likelihood(tick));
  const numbers = Array.from({ length: QUESTIONS }, (_, index) => index + 1);
  return Map.groupBy(numbers, (number) => {
    const point = chance("asked", number) * (sums.at(-1) ?? 0);
    return all[sums.findIndex((sum) => point < sum)]?.getTime() ?? 0;
  });
}

const TIMETABLE = timetable();

/** The questions that are asked before this tick. */
export function asks(run: Run, tick: Date): Deed[] {
  return (TIMETABLE.get(tick.getTime()) ?? []).map((number) => ask(run, tick, number));
}

function ask(run: Run, tick: Date, number: number): Deed {
  const { world, db } = run;
  const people = chance("helper asks", number) < 0.1 ? world.helpers : world.members;
  const asker = pick(
    people.filter(({ isOut }) => !isOut),
    "asker",
    number,
  );
  const { locale } = asker.viewer;
  const topic = pick(TOPICS[locale], "topic", number);
  const title = locale === "ja" ? `${topic}（第${number}件）` : `${topic} (case ${number})`;
  const scope: Scope = chance("scope", number) < 0.3 ? "customers" : "public";
  const area = pick(world.areas, "area", number);
  const content = { title, body: `${topic}: ${number}`, productAreaId: area.id, scope, tags: "" };
  return {
    at: momentBefore(tick, "asks", number),
    what: "ask",
    key: `ask ${number}`,
    async perform(now) {
      const submissionKey = formKey("question", number);
      const outcome = await askQuestion(db, { viewer: asker.viewer, content, submissionKey, now });
      if (!outcome.ok) return outcome;
      run.numbers.set(outcome.questionId, number);
      if (chance("narrowed", number) < 0.03) {
        const hours = between(1, 30, "narrowed after", number);
        run.agenda.push(narrowing(run, { ...outcome, number, content, hours, askedAt: now }));
      }
      return outcome;
    },
  };
}
