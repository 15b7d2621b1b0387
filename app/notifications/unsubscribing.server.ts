import { eq, lt } from "drizzle-orm";
import { hashSecret, newSecret } from "#app/auth/secrets.server.ts";
import { after, DAY } from "#app/lib/time.ts";
import type { DbOrTx } from "#db/client.server.ts";
import { unsubscribeLinks } from "#db/schema/notifications.ts";
import { people } from "#db/schema/people.ts";
import type { Locale, MailChoice, NotificationKind } from "#db/vocabulary.ts";
import { KINDS_IN_ORDER, type Preferences } from "./kinds.ts";
import { changePreferences, findPreferences } from "./preferences.server.ts";

export type UnsubscribeTarget = NotificationKind | "daily" | "weekly";

/** Mails are found again years later; the law asks for a month at least. */
const LINKS_KEPT = 2 * 365 * DAY;

/** Makes the secret of a link that ends mails of one sort for one person; its hash is stored. */
export async function issueUnsubscribeLink(
  tx: DbOrTx,
  { personId, target, now }: { personId: number; target: UnsubscribeTarget; now: Date },
): Promise<string> {
  const secret = newSecret();
  await tx
    .insert(unsubscribeLinks)
    .values({ hash: hashSecret(secret), personId, target, createdAt: now });
  return secret;
}

export type UnsubscribePage = {
  target: UnsubscribeTarget;
  /** Language of the person whose mail it is. */
  locale: Locale;
  /** `wanted`: the button ends the mails; `ended`: by this link; `unwanted`: otherwise. */
  state: "wanted" | "ended" | "unwanted";
};

type Presented = { secret: string; now: Date };

/** What a link is for and how things stand. Changes nothing: mail scanners open links too. */
export async function findUnsubscribePage(
  db: DbOrTx,
  { secret }: { secret: string },
): Promise<UnsubscribePage | undefined> {
  const link = await findLink(db, secret);
  if (!link) return undefined;
  const { target, locale, usedAt } = link;
  const { preferences } = await findPreferences(db, link);
  const wanted = kindsMailed(target, preferences);
  const state = wanted.length > 0 ? "wanted" : usedAt ? "ended" : "unwanted";
  return { target, locale, state };
}

/**
 * Ends mails of the link's sort. Pressing twice is as good as once. Undefined for an unknown link.
 */
export async function unsubscribe(
  db: DbOrTx,
  { secret, now }: Presented,
): Promise<UnsubscribePage | undefined> {
  return db.transaction(async (tx) => {
    const link = await findLink(tx, secret, { lock: true });
    if (!link) return undefined;
    const { hash, personId, target, locale, turnedOff } = link;
    const { preferences } = await findPreferences(tx, { personId });
    const kinds = kindsMailed(target, preferences);
    if (kinds.length === 0) return { target, locale, state: link.usedAt ? "ended" : "unwanted" };
    const before = Object.fromEntries(kinds.map((kind) => [kind, preferences[kind].mail]));
    await changePreferences(tx, {
      personId,
      preferences: withMail(preferences, kinds, () => "off"),
      now,
    });
    await tx
      .update(unsubscribeLinks)
      .set({ usedAt: now, turnedOff: { ...turnedOff, ...before } })
      .where(eq(unsubscribeLinks.hash, hash));
    return { target, locale, state: "ended" };
  });
}

/** Takes back what the link ended, as far as the person has not decided anew since. */
export async function resubscribe(
  db: DbOrTx,
  { secret, now }: Presented,
): Promise<UnsubscribePage | undefined> {
  return db.transaction(async (tx) => {
    const link = await findLink(tx, secret, { lock: true });
    if (!link) return undefined;
    const { hash, personId, target, locale, turnedOff } = link;
    if (!turnedOff) return findUnsubscribePage(tx, { secret });
    const { preferences } = await findPreferences(tx, { personId });
    const kinds = KINDS_IN_ORDER.filter(
      (kind) => turnedOff[kind] && preferences[kind].mail === "off",
    );
    await changePreferences(tx, {
      personId,
      preferences: withMail(preferences, kinds, (kind) => turnedOff[kind] ?? "off"),
      now,
    });
    await tx
      .update(unsubscribeLinks)
      .set({ usedAt: null, turnedOff: null })
      .where(eq(unsubscribeLinks.hash, hash));
    return { target, locale, state: kinds.length > 0 ? "wanted" : "unwanted" };
  });
}

/** Deletes links of mails so old that nobody has them any more. */
export async function purgeUnsubscribeLinks(db: DbOrTx, { now }: { now: Date }): Promise<void> {
  await db.delete(unsubscribeLinks).where(lt(unsubscribeLinks.createdAt, after(now, -LINKS_KEPT)));
}

async function findLink(db: DbOrTx, secret: string, { lock = false } = {}) {
  const query = db
    .select({
      hash: unsubscribeLinks.hash,
      personId: unsubscribeLinks.personId,
      target: unsubscribeLinks.target,
      usedAt: unsubscribeLinks.usedAt,
      turnedOff: unsubscribeLinks.turnedOff,
      locale: people.locale,
    })
    .from(unsubscribeLinks)
    .innerJoin(people, eq(people.id, unsubscribeLinks.personId))
    .where(eq(unsubscribeLinks.hash, hashSecret(secret)));
  const [link] = lock ? await query.for("update", { of: unsubscribeLinks }) : await query;
  return link;
}

/** The kinds that a link is about and of which mail comes: one, or all of a digest. */
function kindsMailed(target: UnsubscribeTarget, preferences: Preferences): NotificationKind[] {
  if (target === "daily" || target === "weekly") {
    return KINDS_IN_ORDER.filter((kind) => preferences[kind].mail === target);
  }
  return preferences[target].mail === "off" ? [] : [target];
}

function withMail(
  preferences: Preferences,
  kinds: NotificationKind[],
  mail: (kind: NotificationKind) => MailChoice,
): Partial<Preferences> {
  return Object.fromEntries(
    kinds.map((kind) => [kind, { ...preferences[kind], mail: mail(kind) }]),
  );
}
