import type { Logger } from "pino";
import { purgeExpiredLimits } from "#app/auth/limits.server.ts";
import { purgeExpiredSessions } from "#app/auth/sessions.server.ts";
import { purgeExpiredTokens } from "#app/auth/tokens.server.ts";
import { tendCredentials } from "#app/certification/credentials/tending.server.ts";
import { endDueAttempts } from "#app/certification/exams/attempt-ending.server.ts";
import { drawDueLotteries } from "#app/events/admission/drawing.server.ts";
import { lapseOffers } from "#app/events/admission/offers.server.ts";
import { purgeRemovedMaterials } from "#app/events/afterwards/materials.server.ts";
import { openSurveys } from "#app/events/afterwards/opening.server.ts";
import { purgeSurveyLinks } from "#app/events/afterwards/survey-links.server.ts";
import { publishDueEvents } from "#app/events/organising/publishing.server.ts";
import { remindOfEvents } from "#app/events/telling/reminding.server.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { purgeUnattachedImages } from "#app/files/purge.server.ts";
import type { Config } from "#app/lib/config.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import { deliverMail } from "#app/mail/deliver.server.ts";
import { purgeMails, sweepMails } from "#app/mail/sweep.server.ts";
import type { Transport } from "#app/mail/transport.server.ts";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { purgeUnsubscribeLinks } from "#app/notifications/unsubscribing.server.ts";
import { remindOfPairSessions } from "#app/pair-sessions/reminding.server.ts";
import { reconcileAllPoints } from "#app/points/points.server.ts";
import { recordVotingRings } from "#app/points/rings.server.ts";
import { purgeDrafts } from "#app/questions/drafts.server.ts";
import { advanceRoutings } from "#app/questions/routing/advance.server.ts";
import { sendNudges } from "#app/questions/routing/nudging.server.ts";
import type { Db } from "#db/client.server.ts";
import type { JobData, JobName } from "#db/job-queue.ts";

const DRAFTS_KEPT = 90 * DAY;
const UNATTACHED_IMAGES_KEPT = 2 * DAY;

/** What jobs may use; made once by the worker. */
export type JobContext = {
  db: Db;
  config: Config;
  logger: Logger;
  transport: Transport | undefined;
};

type Job<N extends JobName> = {
  /** Idempotent: a job may run again after it succeeded, and several at once. */
  run(context: JobContext, data: JobData[N], now: Date): Promise<void>;
  /** Jobs of this name that one worker runs at the same time. */
  atOnce: number;
  /** When the job comes by itself, in cron notation (UTC). */
  schedule?: string;
};

/** Every job the worker knows. */
export const JOBS: { [N in JobName]: Job<N> } = {
  "deliver-mail": {
    atOnce: 3,
    async run({ db, config, logger, transport }, { mailId }, now) {
      const { mailFrom: from, publicUrl } = config;
      const outcome = await deliverMail(db, { mailId, transport, from, publicUrl, now });
      logger[outcome === "failed" ? "warn" : "info"]({ mailId, outcome }, "mail");
    },
  },
  "sweep-mails": {
    atOnce: 1,
    schedule: "* * * * *",
    async run({ db, transport }, _data, now) {
      await sweepMails(db, { canSend: transport !== undefined, now });
    },
  },
  "mail-notifications": {
    atOnce: 1,
    schedule: "* * * * *",
    async run({ db, logger }, _data, now) {
      const run = await mailDueNotifications(db, { now });
      if (run.settled > 0) logger.info(run, "notification mails");
    },
  },
  "check-points": {
    atOnce: 1,
    schedule: "23 18 * * *",
    async run({ db, logger }, _data, now) {
      const rings = await recordVotingRings(db, { now });
      if (rings > 0) logger.info({ rings }, "new voting rings");
      const rows = await reconcileAllPoints(db, { now });
      if (rows > 0) logger.warn({ rows }, "points ledgers were not up to date");
    },
  },
  "advance-routings": {
    atOnce: 1,
    schedule: "* * * * *",
    async run({ db, logger }, _data, now) {
      const moved = await advanceRoutings(db, { now });
      if (moved > 0) logger.info({ moved }, "questions moved on");
    },
  },
  "send-nudges": {
    atOnce: 1,
    schedule: "7 * * * *",
    async run({ db, logger }, _data, now) {
      const done = await sendNudges(db, { now });
      if (done.sent + done.closed > 0) logger.info(done, "reminders");
    },
  },
  "remind-pair-sessions": {
    atOnce: 1,
    schedule: "* * * * *",
    async run({ db, logger }, _data, now) {
      const reminded = await remindOfPairSessions(db, { now });
      if (reminded > 0) logger.info({ reminded }, "pair sessions come up");
    },
  },
  "tend-credentials": {
    atOnce: 1,
    schedule: "37 * * * *",
    async run({ db, logger }, _data, now) {
      const done = await tendCredentials(db, { now });
      if (done.renewed + done.reminded + done.lapsed > 0) logger.info(done, "credentials");
    },
  },
  "publish-events": {
    atOnce: 1,
    schedule: "* * * * *",
    async run({ db, logger }, _data, now) {
      const published = await publishDueEvents(db, { now });
      if (published > 0) logger.info({ published }, "events are public now");
    },
  },
  "remind-of-events": {
    atOnce: 1,
    schedule: "* * * * *",
    async run({ db, logger }, _data, now) {
      const reminded = await remindOfEvents(db, { now });
      if (reminded > 0) logger.info({ reminded }, "events come up");
    },
  },
  "lapse-offers": {
    atOnce: 1,
    schedule: "* * * * *",
    async run({ db, logger }, _data, now) {
      const tickets = await lapseOffers(db, { now });
      if (tickets > 0) logger.info({ tickets }, "offered places moved on");
    },
  },
  "draw-lotteries": {
    atOnce: 1,
    schedule: "* * * * *",
    async run({ db, logger }, _data, now) {
      const drawn = await drawDueLotteries(db, { now });
      if (drawn > 0) logger.info({ drawn }, "lotteries were drawn");
    },
  },
  "end-exam-attempts": {
    atOnce: 1,
    schedule: "* * * * *",
    async run({ db, logger }, _data, now) {
      const ended = await endDueAttempts(db, { now });
      if (ended > 0) logger.info({ ended }, "exam attempts ended with their time");
    },
  },
  "open-surveys": {
    atOnce: 1,
    schedule: "*/5 * * * *",
    async run({ db, logger }, _data, now) {
      const done = await openSurveys(db, { now });
      if (done.opened + done.asked > 0) logger.info(done, "surveys of events");
    },
  },
  purge: {
    atOnce: 1,
    schedule: "17 * * * *",
    async run({ db }, _data, now) {
      await purgeExpiredSessions(db, { now });
      await purgeExpiredTokens(db, { now });
      await purgeExpiredLimits(db, { now });
      await purgeMails(db, { now });
      await purgeUnsubscribeLinks(db, { now });
      await purgeSurveyLinks(db, { now });
      await purgeRemovedMaterials(db, { now });
      await purgeDrafts(db, { before: after(now, -DRAFTS_KEPT) });
      // Last: it depends on the file store, which may be another machine.
      const olderThan = after(now, -UNATTACHED_IMAGES_KEPT);
      await purgeUnattachedImages(db, { store: await fileStore(), olderThan });
    },
  },
};
