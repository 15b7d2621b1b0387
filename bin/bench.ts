import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { Verdicts } from "#bench/budgets.ts";
import { openMeasuredDatabase } from "#bench/database.ts";
import { SIZES } from "#bench/fill/sizes.ts";
import { putUnderLoad } from "#bench/load.ts";
import { weighPage } from "#bench/page-weight.ts";
import { startPortalProcess } from "#bench/portal-process.ts";
import { measureCost, readResidentBytes } from "#bench/process-figures.ts";
import { takeSample } from "#bench/sample.ts";
import { costTable, loadTable, type Measured } from "#bench/tables.ts";
import { listVisits, type Visit } from "#bench/visits.ts";
import { buildWhenStale } from "./steps/build.ts";
import { OperatorError, runCommand, say } from "./steps/command.ts";
import { type OpenedThings, openedThings } from "./steps/opened-things.ts";
import { stopPrograms } from "./steps/programs.ts";
import { stopOnSignal } from "./steps/stop-on-signal.ts";

const CONNECTIONS = [1, 8, 32];
const USAGE = `npm run bench [-- --quick] [-- --fresh] [-- --only <words of a name>]

Measures the finished build over a portal of ${SIZES.questions.toLocaleString("en")} questions.
  --quick   2 seconds for each figure instead of 6
  --fresh   fill the database anew
  --only    only visits whose name contains this, for example "Question"
`;

await runCommand(async () => {
  const options = readOptions();
  if (options.help) return void process.stdout.write(USAGE);
  const things = openedThings();
  stopOnSignal(async () => {
    await stopPrograms();
    await things.close();
  }, 130);
  try {
    await measure(things, options);
  } finally {
    await things.close();
  }
});

type Options = ReturnType<typeof readOptions>;

function readOptions() {
  try {
    return parseArgs({
      options: {
        quick: { type: "boolean", default: false },
        fresh: { type: "boolean", default: false },
        only: { type: "string", default: "" },
        help: { type: "boolean", default: false, short: "h" },
      },
    }).values;
  } catch (error) {
    throw new OperatorError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function measure(things: OpenedThings, options: Options): Promise<void> {
  await buildWhenStale();
  say("Preparing the database (filled once, about half a minute) …");
  const database = await things.open(
    openMeasuredDatabase({ fresh: options.fresh, onStep: (step) => say(`  filling: ${step} …`) }),
    (opened) => opened.close(),
  );
  const sample = await takeSample(database.url);
  const { origin } = await things.open(
    startPortalProcess({ databaseUrl: database.url }),
    (portal) => portal.close(),
  );
  const visits = listVisits({ origin, ...sample }).filter(({ name }) =>
    name.includes(options.only),
  );
  const seconds = options.quick ? 2 : 6;
  const residentBefore = await readResidentBytes(origin);
  const all: Measured[] = [];
  for (const visit of visits) all.push(await measureVisit(visit, origin, seconds));
  report(all, { seconds, residentBefore, residentAfter: await readResidentBytes(origin) });
}

async function measureVisit(visit: Visit, origin: string, seconds: number): Promise<Measured> {
  say(`Measuring: ${visit.name} …`);
  await putUnderLoad(visit, { origin, connections: 8, seconds: 2 });
  const cost = await measureCost(visit, origin);
  const weight = visit.kind === "command" ? undefined : await weighPage(visit, origin);
  const load = [];
  for (const connections of CONNECTIONS) {
    load.push(await putUnderLoad(visit, { origin, connections, seconds }));
  }
  return { visit, load, cost, weight };
}

function report(
  all: Measured[],
  figures: { seconds: number; residentBefore: number; residentAfter: number },
): void {
  const verdicts = new Verdicts();
  const count = (number: number) => number.toLocaleString("en");
  const mib = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(0)} MB`;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 1024 ** 3).toFixed(0)} GB`;
  const lines = [
    "",
    `Portal of ${count(SIZES.questions)} questions, ${count(SIZES.answers)} answers, ${count(SIZES.people)} people; ${machine}, Node ${process.versions.node}.`,
    "One web process; client and database share the machine; the database does not wait for the",
    `disk; requests are not logged. ${figures.seconds} s for each line, after warming up.`,
    "",
    loadTable(all, verdicts),
    "",
    "One request (CPU: the server's process alone; KB = 1,024 bytes; JS with the texts it loads)",
    "",
    costTable(all, verdicts),
    "",
    `Memory of the server (RSS): ${mib(figures.residentBefore)} after the start, ${mib(figures.residentAfter)} after all of this.`,
    "",
    verdicts.over.length === 0
      ? `All ${verdicts.checked} budgets are held.`
      : `OVER BUDGET, ${verdicts.over.length} of ${verdicts.checked}: ${verdicts.over.join("; ")}.`,
    "",
  ];
  process.stdout.write(lines.join("\n"));
}
