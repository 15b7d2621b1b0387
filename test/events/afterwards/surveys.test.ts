import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { hashSecret } from "#app/auth/secrets.server.ts";
import { openSurveys } from "#app/events/afterwards/opening.server.ts";
import { issueSurveyLink, purgeSurveyLinks } from "#app/events/afterwards/survey-links.server.ts";
import { findSurveyResults } from "#app/events/afterwards/survey-results.server.ts";
import {
  answerSatisfaction,
  answerSurvey,
  findSurvey,
} from "#app/events/afterwards/surveys.server.ts";
import { npsOf, SURVEY_DAYS } from "#app/events/afterwards/surveys.ts";
import { DAY, HOUR, after as later } from "#app/lib/time.ts";
import { renderMail } from "#app/mail/render.server.tsx";
import { mailDueNotifications } from "#app/notifications/mailing.server.ts";
import { surveyInvitations, surveyLinks } from "#db/schema/attendances.ts";
import { events } from "#db/schema/events.ts";
import { notifications, outgoingMails } from "#db/schema/notifications.ts";
import { describe, expect, test } from "#test/support/database.ts";
import { createEvent } from "#test/support/events.ts";
import { NOW } from "#test/support/factories.ts";
import { attend, endedEvent } from "./scene.ts";

const SAID = { satisfaction: 4, recommendation: 9, nextStep: "帳票を試す", comment: "" };

describe("a survey", () => {
  test("opens once the event has ended and asks those who came, once", async ({ db }) => {
    const { event, attendee, confirmed, organiser, staff, stranger } = await endedEvent(db);
    await attend(db, { event, person: organiser });
    await attend(db, { event, person: staff });
    await attend(db, { event, person: stranger, undone: true });
    expect(await openSurveys(db, { now: later(event.endsAt, -1) })).toEqual({
      opened: 0,
      asked: 0,
    });
    expect(await openSurveys(db, { now: NOW })).toEqual({ opened: 1, asked: 1 });
    expect(await openSurveys(db, { now: NOW })).toEqual({ opened: 0, asked: 0 });
    const told = await db
      .select({ personId: notifications.personId, path: notifications.path })
      .from(notifications)
      .where(eq(notifications.kind, "event-survey"));
    expect(told).toEqual([{ personId: attendee.id, path: `/events/${event.id}/survey` }]);
    // Recorded late, as by a phone that was offline: asked too, and nobody twice.
    await attend(db, { event, person: confirmed });
    expect(await openSurveys(db, { now: later(NOW, HOUR) })).toEqual({ opened: 0, asked: 1 });
    expect(await openSurveys(db, { now: later(NOW, 8 * DAY) })).toEqual({ opened: 0, asked: 0 });
  });

  test("does not open for what was not held", async ({ db }) => {
    const by = (await endedEvent(db)).staff.id;
    await openSurveys(db, { now: NOW });
    const startsAt = later(NOW, -5 * HOUR);
    await createEvent(db, { startsAt, published: false });
    await createEvent(db, { startsAt, cancelledAt: NOW, cancelledBy: by });
    await createEvent(db, { startsAt, postponedAt: NOW, postponedBy: by });
    await createEvent(db, { startsAt: later(NOW, -20 * DAY) });
    expect(await openSurveys(db, { now: NOW })).toEqual({ opened: 0, asked: 0 });
  });

  test("comes by mail with five links that open one's own answer; looking records nothing", async ({
    db,
  }) => {
    const { event, attendee } = await endedEvent(db);
    await openSurveys(db, { now: NOW });
    await mailDueNotifications(db, { now: NOW });
    const [mail] = await db
      .select()
      .from(outgoingMails)
      .where(eq(outgoingMails.personId, attendee.id));
    const params = mail?.params as { surveyUrl: string };
    const secret = params.surveyUrl.split("/").at(-1) ?? "";
    expect(secret).toMatch(/^[\w-]{43}$/);
    const kept = await db.select().from(surveyLinks);
    expect(kept.map(({ hash }) => hash)).toEqual([hashSecret(secret)]);
    const { html, text } = await renderMail({
      mail: { kind: "notification", params: mail?.params } as never,
      locale: "ja",
      toName: attendee.name,
      portal: { name: "会", url: "https://portal.example" },
    });
    for (const value of [1, 2, 3, 4, 5]) {
      expect(html).toContain(`/surveys/${secret}?satisfaction=${value}`);
      expect(text).toContain(`/surveys/${secret}?satisfaction=${value}`);
    }
    const found = await findSurvey(db, { secret, now: NOW });
    expect(found).toMatchObject({ ok: true, survey: { event: { id: event.id }, isOpen: true } });
    const [asked] = await db.select().from(surveyInvitations);
    expect(asked).toMatchObject({ satisfaction: null, answeredAt: null, version: 0 });
    expect(await answerSatisfaction(db, { secret, satisfaction: 5, now: NOW })).toEqual({
      ok: true,
    });
    const viewer = attendee;
    expect(await findSurvey(db, { viewer, eventId: event.id, now: NOW })).toMatchObject({
      survey: { satisfaction: 5, recommendation: null },
    });
  });

  test("keeps what was said when one clicks again, and changes until it closes", async ({ db }) => {
    const { event, attendee: viewer, outsider } = await endedEvent(db);
    await openSurveys(db, { now: NOW });
    const own = { viewer, eventId: event.id };
    expect(await answerSurvey(db, { ...own, answer: SAID, now: NOW })).toEqual({ ok: true });
    const issued = { personId: viewer.id, eventId: event.id, now: NOW };
    const secret = (await issueSurveyLink(db, issued)) ?? "";
    const late = later(NOW, SURVEY_DAYS * DAY - 1);
    await answerSatisfaction(db, { secret, satisfaction: 2, now: late });
    expect(await findSurvey(db, { ...own, now: late })).toMatchObject({
      survey: { ...SAID, satisfaction: 2, isOpen: true },
    });
    const over = later(NOW, SURVEY_DAYS * DAY);
    expect(await answerSurvey(db, { ...own, answer: SAID, now: over })).toEqual({
      ok: false,
      reason: "closed",
    });
    expect(await findSurvey(db, { secret, now: over })).toEqual({ ok: false, reason: "not-found" });
    await purgeSurveyLinks(db, { now: over });
    expect(await db.select().from(surveyLinks)).toEqual([]);
    const notAsked = { viewer: outsider, eventId: event.id, answer: SAID, now: NOW };
    expect(await answerSurvey(db, notAsked)).toEqual({ ok: false, reason: "not-allowed" });
  });

  test("takes no wrong link, and a link of one event opens no other", async ({ db }) => {
    const first = await endedEvent(db);
    const second = await endedEvent(db);
    await attend(db, { event: second.event, person: first.attendee });
    await openSurveys(db, { now: NOW });
    const personId = first.attendee.id;
    const link = { personId, eventId: first.event.id, now: NOW };
    const secret = (await issueSurveyLink(db, link)) ?? "";
    expect(await issueSurveyLink(db, { ...link, personId: first.outsider.id })).toBeUndefined();
    await answerSatisfaction(db, { secret, satisfaction: 3, now: NOW });
    const rows = await db
      .select()
      .from(surveyInvitations)
      .where(eq(surveyInvitations.personId, personId));
    expect(rows.map(({ eventId, satisfaction }) => [eventId, satisfaction]).sort()).toEqual(
      [
        [first.event.id, 3],
        [second.event.id, null],
      ].sort(),
    );
    for (const wrong of ["", "x", `${secret.slice(0, -1)}~`, hashSecret(secret)]) {
      const refused = await answerSurvey(db, { secret: wrong, answer: SAID, now: NOW });
      expect(refused).toEqual({ ok: false, reason: "not-found" });
    }
    await db.execute(sql`insert into suspensions (person_id, reason, suspended_by, suspended_at)
      values (${personId}, 'x', ${first.staff.id}, now())`);
    expect((await findSurvey(db, { secret, now: NOW })).ok).toBe(false);
  });
});

describe("results", () => {
  test("add up, and tell organisers who are members nothing of who said what", async ({ db }) => {
    const { event, organiser, staff, attendee, confirmed, outsider, member, home } =
      await endedEvent(db);
    await attend(db, { event, person: confirmed });
    await openSurveys(db, { now: NOW });
    const own = { viewer: attendee, eventId: event.id, now: NOW };
    await answerSurvey(db, { ...own, answer: { ...SAID, comment: "また来ます" } });
    const seen = await findSurveyResults(db, { viewer: staff, eventId: event.id });
    expect(seen).toMatchObject({
      namesShown: true,
      summary: { asked: 2, answered: 1, satisfactions: [0, 0, 0, 1, 0], nps: { score: 100, n: 1 } },
      answers: [{ name: attendee.name, organisation: home.name, comment: "また来ます" }],
    });
    const veiled = await findSurveyResults(db, { viewer: organiser, eventId: event.id });
    expect(veiled).toMatchObject({ namesShown: false, groups: [], summary: { answered: 1 } });
    const text = JSON.stringify({ ...veiled, event: undefined });
    expect(text).toContain("また来ます");
    for (const secret of [attendee.name, attendee.handle, home.name]) {
      expect(text).not.toContain(secret);
    }
    for (let n = 0; n < 4; n += 1) {
      const one = await member(home);
      await attend(db, { event, person: one });
      await openSurveys(db, { now: NOW });
      await answerSurvey(db, { viewer: one, eventId: event.id, answer: SAID, now: NOW });
    }
    const five = await findSurveyResults(db, { viewer: organiser, eventId: event.id });
    expect(five).toMatchObject({
      groups: [{ by: "phase", value: home.phase, summary: { answered: 5 } }],
    });
    expect(await findSurveyResults(db, { viewer: outsider, eventId: event.id })).toEqual({
      ok: false,
      reason: "not-allowed",
    });
    await db.update(events).set({ invitedOnly: true }).where(eq(events.id, event.id));
    expect(await findSurveyResults(db, { viewer: outsider, eventId: event.id })).toEqual({
      ok: false,
      reason: "not-found",
    });
  });
});

describe("the net promoter score", () => {
  test("is what counting one by one gives", () => {
    const answers = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 80 });
    fc.assert(
      fc.property(answers, (given) => {
        const counts = Array.from(
          { length: 11 },
          (_, value) => given.filter((one) => one === value).length,
        );
        const nps = npsOf(counts);
        const worth: number[] = given.map((one) => (one >= 9 ? 1 : one <= 6 ? -1 : 0));
        expect(nps.n).toBe(given.length);
        if (given.length === 0) {
          expect(nps).toMatchObject({ score: null, margin: null });
          return;
        }
        const mean = worth.reduce((sum, one) => sum + one, 0) / given.length;
        const spread = worth.reduce((sum, one) => sum + (one - mean) ** 2, 0) / given.length;
        expect(Math.abs((nps.score ?? 0) - mean * 100)).toBeLessThanOrEqual(0.5 + 1e-9);
        const margin = 196 * Math.sqrt(spread / given.length);
        expect(Math.abs((nps.margin ?? 0) - margin)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  test("is 100 where all promote, −100 where none does", () => {
    expect(npsOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4])).toMatchObject({ score: 100, margin: 0 });
    expect(npsOf([1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0]).score).toBe(-100);
    expect(npsOf([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0]).score).toBe(0);
  });
});
