import { type BrowserContext, expect } from "@playwright/test";
import { TOTP } from "otpauth";
import type { Locale } from "#db/vocabulary.ts";
import type { Portal } from "./portal.ts";

/** Of everyone in the demo community. */
export const DEMO_PASSWORD = "demo-portal";

/**
 * Logs somebody in as the form of the login page would, in the language and colours given.
 *
 * @param as a demo account's name (`staff`), a handle, or a mail address
 */
export async function logIn(
  context: BrowserContext,
  portal: Portal,
  { as, language, password = DEMO_PASSWORD }: { as: string; language: Locale; password?: string },
): Promise<void> {
  const { url, sql } = portal;
  const { id, email } = await findPerson(portal, as);
  await sql`update people set locale = ${language}, colour_scheme = 'system' where id = ${id}`;
  const send = async (path: string, form: Record<string, string>) => {
    const options = { form, headers: { origin: url }, maxRedirects: 0 };
    const answer = await context.request.post(url + path, options);
    expect(answer.status()).toBe(302);
    return answer.headers().location;
  };
  if ((await send("/login", { email, password })) === "/") return;
  // A code counts once, but somebody may log in more often in a test than in half a minute.
  const [enrolment] = await sql<{ secret: string }[]>`
    update totp_enrolments set last_used_step = null where person_id = ${id} returning secret`;
  const code = new TOTP({ secret: enrolment?.secret }).generate();
  expect(await send("/login/second-factor", { code })).toBe("/");
}

export type Person = { id: number; email: string; name: string; handle: string };

/** Who a demo account, a handle or a mail address belongs to. */
export async function findPerson({ sql }: Portal, who: string): Promise<Person> {
  const [person] = await sql<Person[]>`
    select id::int, email, name, handle from people
    where handle = ${who} or email in (${who}, ${`${who}@portal.example`})`;
  if (!person) throw new Error(`Nobody is called ${who}`);
  return person;
}
