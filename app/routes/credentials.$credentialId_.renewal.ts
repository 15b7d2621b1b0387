import type { ActionFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/guard.server.ts";
import { findCredentialForStaff } from "#app/certification/credentials/credential-reading.server.ts";
import { renewCredential } from "#app/certification/credentials/renewing.server.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

/** Renews one's own credential when the evidence is there. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const credentialId = idParam(params.credentialId);
  const credential = await findCredentialForStaff(db, { credentialId });
  if (credential?.personId !== viewer.id) throw notFound();
  const now = new Date();
  const renewed = await renewCredential(db, { credentialId, actorId: viewer.id, now });
  if (!renewed.ok) {
    if (renewed.reason === "unknown") throw notFound();
    return redirectWithToast("/credentials", {
      key: `certification:credential.renew.${renewed.reason}`,
    });
  }
  const { locale, timeZone } = viewer;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(
    renewed.expiresAt,
  );
  return redirectWithToast("/credentials", {
    key: "certification:credential.renewed",
    params: { date },
  });
}
