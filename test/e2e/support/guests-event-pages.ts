import type { Page } from "@playwright/test";
import { type Gathering, makeGathering } from "./gatherings.ts";
import { findPerson } from "./log-in.ts";
import type { Visit } from "./pages.ts";
import type { Portal } from "./portal.ts";

/** An event with guests in each state, and one whose guests nobody has seen yet. */
export async function findGuestPlaces(portal: Portal) {
  const { sql } = portal;
  const full = await makeGathering(portal, {
    title: "参加者の見学会",
    guests: {
      "okuno-rina": "confirmed",
      "tsukada-sho": "applied",
      "nishimura-aoi": "waitlisted",
      member: "applied",
    },
  });
  const empty = await makeGathering(portal, { title: "まだ誰もいない会", guests: {} });
  const staff = await findPerson(portal, "staff");
  const invited = await findPerson(portal, "murase-chihiro");
  await sql`insert into event_invitations (event_id, person_id, invited_by, invited_at)
    values (${full.id}, ${invited.id}, ${staff.id}, now())`;
  await sql`insert into event_messages (event_id, segment, message, recipients, sent_by, sent_at, key)
    values (${full.id}, 'everyone', '会場が決まりました。', 4, ${staff.id}, now(), 'look-at-it')`;
  const [company] = await sql<{ id: number }[]>`
    select organisation_id::int as id from people where id = ${invited.id}`;
  return { full, empty, company: company?.id ?? 0 };
}

type GuestPlaces = { full: Gathering; empty: Gathering; company: number };

const staff = (path: string, then?: Visit["then"]): Visit => ({ path, as: "staff", then });

/** Every page of guests, messages, invitations and paper, as those who run an event see them. */
export function guestsEventPages({ full, empty, company }: GuestPlaces): Record<string, Visit[]> {
  const list = `${full.path}/guests`;
  const [confirmed, applied] = ["okuno-rina", "tsukada-sho"].map(
    (who) => full.registrations[who]?.registrationId ?? 0,
  );
  return {
    "events.$eventId_.guests.tsx": [
      staff(list),
      staff(`${list}?did=approved&of=${confirmed}&left=${applied}`),
      staff(`${list}?q=ソンナヒトハイナイ`),
      staff(`${empty.path}/guests`),
    ],
    "events.$eventId_.guests_.$registrationId.tsx": [staff(`${list}/${applied}`)],
    "events.$eventId_.guests_.new.tsx": [
      staff(`${list}/new`),
      staff(`${list}/new?q=塚田`),
      staff(`${list}/new?q=村瀬`, addNobody),
    ],
    "events.$eventId_.guests_.refusal.tsx": [
      staff(`${list}/refusal?registration=${applied}`),
      staff(`${list}/refusal`),
    ],
    "events.$eventId_.guests_.removal.tsx": [staff(`${list}/removal?registration=${confirmed}`)],
    "events.$eventId_.guest-list.tsx": [
      staff(`${full.path}/guest-list`),
      staff(`${empty.path}/guest-list`),
    ],
    "events.$eventId_.name-cards.tsx": [staff(`${full.path}/name-cards`)],
    "events.$eventId_.messages.tsx": [
      staff(`${full.path}/messages`),
      staff(`${full.path}/messages`, previewMessage),
    ],
    "events.$eventId_.invitations.tsx": [
      staff(`${full.path}/invitations?q=村瀬`),
      staff(`${full.path}/invitations?organisations=${company}&organisation=株式`),
      staff(`${empty.path}/invitations?tier=S`, inviteNobody),
    ],
  };
}

async function addNobody(page: Page): Promise<void> {
  const form = page.getByRole("main").locator("form[method=post]").last();
  // What the browser would keep back too, the server refuses with words.
  await form.evaluate((element: HTMLFormElement) => {
    element.noValidate = true;
  });
  await form.getByRole("button").last().click();
  await page.getByRole("alert").waitFor();
}

async function previewMessage(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("radio").first().check();
  await page.getByRole("main").locator("textarea").fill("開場は18時です。");
  await page.getByRole("main").locator("form button").first().click();
  await page.getByRole("main").getByRole("status").waitFor();
}

async function inviteNobody(page: Page): Promise<void> {
  const boxes = page.locator("input[name=people]");
  for (let index = (await boxes.count()) - 1; index >= 0; index--) await boxes.nth(index).uncheck();
  const form = page.getByRole("main").locator("form[method=post]").last();
  await form.getByRole("button").last().click();
  await page.getByRole("alert").waitFor();
}
