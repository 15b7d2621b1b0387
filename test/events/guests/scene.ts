import type { Viewer } from "#app/auth/viewer.ts";
import type { ExportTexts } from "#app/events/guests/guest-export.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { Db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { type people, suspensions } from "#db/schema/people.ts";
import type { RegistrationState } from "#db/vocabulary.ts";
import { certify } from "#test/support/certification.ts";
import { createEvent, createRegistration, createTicketType } from "#test/support/events.ts";
import { createOrganisation, createPerson, NOW, viewerOf } from "#test/support/factories.ts";

type Person = Partial<typeof people.$inferInsert>;

/** A published event with one ticket that takes approval, run by staff and by a supporter of a customer. */
export async function meeting(
  db: Db,
  { capacity = 2, ...values }: Parameters<typeof createEvent>[1] & { capacity?: number } = {},
) {
  const staff = viewerOf(await createPerson(db, { role: "staff", name: "運営 花子" }));
  const home = await createOrganisation(db, {
    name: "青葉製作所",
    tier: "S",
    phase: "established",
  });
  const away = await createOrganisation(db, { name: "若葉商事", tier: "3", phase: "introduction" });
  const helper = await createPerson(db, { organisationId: away.id, name: "認定 次郎" });
  const organiser: Viewer = viewerOf(helper, away, { isSupporter: true });
  await certify(db, organiser);
  const event = await createEvent(db, { organiser, ...values });
  const ticket = await createTicketType(db, {
    eventId: event.id,
    capacity,
    admission: "approval",
  });
  const guest = async (
    state: RegistrationState,
    person: Person = {},
    registration: Partial<Parameters<typeof createRegistration>[1]> = {},
  ) => {
    const row = await createPerson(db, { organisationId: home.id, ...person });
    const given = { event, ticket, person: row, state, ...registration };
    return { person: row, registration: await createRegistration(db, given) };
  };
  return { staff, organiser, home, away, event, ticket, guest };
}

export async function suspend(db: Db, personId: number, by: { id: number }): Promise<void> {
  const suspension = { reason: "迷惑行為", suspendedBy: by.id, suspendedAt: NOW };
  await db.insert(suspensions).values({ personId, ...suspension });
}

/** Who was told of something, by kind, in the order of their ids. */
export async function told(db: Db, kind: string): Promise<number[]> {
  const rows = await db
    .select({ personId: notifications.personId, kind: notifications.kind })
    .from(notifications);
  return rows
    .filter((row) => row.kind === kind)
    .map(({ personId }) => personId)
    .sort((a, b) => a - b);
}

export const JAPANESE: ExportTexts = {
  t: translator("ja", "organising"),
  state: (state) => translator("ja", "events")(`registration.${state}`),
  tier: (tier) => translator("ja", "common")(`tier.${tier}`),
  phase: (phase) => translator("ja", "common")(`phase.${phase}`),
};
