import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { thanksSchema } from "#app/events/afterwards/material-form.ts";
import { findThanksDesk, thankSpeaker } from "#app/events/afterwards/thanking.server.ts";
import { ThanksDesk } from "#app/events/afterwards/thanks-desk.tsx";
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
  const desk = allowed(await findThanksDesk(db, { viewer, eventId, now: new Date() }));
  const { event, isFinished, speakers } = desk;
  const title = translator(viewer.locale, "afterwards")("thanks.title");
  return { title, event: { id: eventId, title: event.title }, isFinished, speakers };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const t = translator(viewer.locale, "afterwards");
  const now = new Date();
  allowed(await findThanksDesk(db, { viewer, eventId, now }));
  const submission = parseWithZod(await request.formData(), { schema: thanksSchema(t) });
  if (submission.status !== "success") {
    return data({ lastResult: submission.reply() }, { status: 400 });
  }
  const { speaker, message } = submission.value;
  const thanked = await thankSpeaker(db, { viewer, eventId, speakerId: speaker, message, now });
  if (!thanked.ok) {
    const fieldErrors = { message: [t(`thanks.error.${refusal(thanked).reason}`)] };
    return data({ lastResult: submission.reply({ fieldErrors }) }, { status: 400 });
  }
  return redirectWithToast(`/events/${eventId}/thanks`, { key: "afterwards:thanks.done" });
}

export default function Thanks() {
  const loaded = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <ThanksDesk {...loaded} lastResult={lastResult} />;
}
