import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { materialSchema } from "#app/events/afterwards/material-form.ts";
import {
  findMaterialsDesk,
  linkMaterial,
  uploadMaterial,
} from "#app/events/afterwards/materials.server.ts";
import { MaterialsDesk } from "#app/events/afterwards/materials-desk.tsx";
import { stateOf } from "#app/events/events.ts";
import { fileStore } from "#app/files/file-store.server.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { redirectWithToast } from "#app/lib/toast.server.ts";
import { allowed, idParam, refusal } from "#app/lib/verbs.server.ts";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["afterwards", "organising"] } satisfies RouteHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const desk = allowed(await findMaterialsDesk(db, { viewer, eventId }));
  const { event, materials, sessions } = desk;
  return {
    title: translator(viewer.locale, "afterwards")("desk.title"),
    event: { id: eventId, title: event.title, recordingUrl: event.recordingUrl },
    state: stateOf(event, new Date()),
    materials,
    sessions,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const t = translator(viewer.locale, "afterwards");
  allowed(await findMaterialsDesk(db, { viewer, eventId }));
  const submission = parseWithZod(await request.formData(), { schema: materialSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { title, url, file, session, audience } = submission.value;
  const act = { viewer, eventId, title, audience, sessionId: session, now: new Date() };
  const added = file
    ? await uploadMaterial(db, {
        ...act,
        bytes: new Uint8Array(await file.arrayBuffer()),
        store: await fileStore(),
      })
    : await linkMaterial(db, { ...act, url });
  if (!added.ok) {
    const { reason } = refusal(added);
    const field = reason === "session-unknown" ? "session" : file ? "file" : "url";
    const fieldErrors = { [field]: [t(`materials.error.${reason}`)] };
    return data({ lastResult: submission.reply({ fieldErrors }) }, { status: 400 });
  }
  return redirectWithToast(`/events/${eventId}/materials`, {
    key: "afterwards:materials.added",
    params: { title },
  });
}

export default function Materials() {
  const loaded = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  // A new form after each material, or the last one's name would stand in it.
  const newest = loaded.materials.at(-1)?.id ?? 0;
  return <MaterialsDesk key={newest} {...loaded} lastResult={lastResult} />;
}
