import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireStaff } from "#app/auth/guard.server.ts";

/** Leads from the companies that were ticked to the invitation of the chosen event, filled in. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const event = searchParams.get("event") ?? "";
  const organisations = searchParams
    .getAll("organisation")
    .filter((id) => /^[1-9]\d{0,14}$/.test(id));
  if (!/^[1-9]\d{0,14}$/.test(event) || organisations.length === 0) {
    throw redirect("/staff/coverage/organisations?reach=missing&nothing=chosen");
  }
  throw redirect(`/events/${event}/invitations?organisations=${organisations.join(",")}`);
}
