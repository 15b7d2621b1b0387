import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/guard.server.ts";
import { checkInByEventCode, findSelfCheckIn } from "#app/events/check-in/self.server.ts";
import { RefusalWords } from "#app/events/check-in/self-words.tsx";
import { translator } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { cleanLine } from "#app/lib/clean-text.ts";
import { pageMeta } from "#app/lib/page-meta.ts";
import { notFound } from "#app/lib/responses.server.ts";
import { idParam } from "#app/lib/verbs.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page } from "#app/ui/page.tsx";
import { formatTime } from "#app/ui/zoned-span.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["check-in"] } satisfies RouteHandle;

/** Where members check themselves in; `?code=` comes from the QR code in the room. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const page = await findSelfCheckIn(db, { viewer, eventId, way: "self", now: new Date() });
  if (!page) throw notFound();
  const code = (new URL(request.url).searchParams.get("code") ?? "").slice(0, 20);
  const title = translator(viewer.locale, "check-in")("self.title");
  return { title, code, ...page };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  loaded ? pageMeta(matches, { title: loaded.title }) : [];

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const eventId = idParam(params.eventId);
  const typed = cleanLine(String((await request.formData()).get("code") ?? "")).slice(0, 20);
  if (typed === "") return data({ reason: "missing" as const, typed, minutes: 0 }, { status: 400 });
  const outcome = await checkInByEventCode(db, { viewer, eventId, typed, now: new Date() });
  if (outcome.ok) return redirect(`/events/${eventId}/check-in`);
  if (outcome.reason === "not-found") throw notFound();
  const minutes = outcome.reason === "too-many" ? Math.ceil(outcome.seconds / 60) : 0;
  const status = outcome.reason === "too-many" ? 429 : 400;
  return data({ reason: outcome.reason, typed, minutes }, { status });
}

export default function SelfCheckIn() {
  const { title, code, event, cameAt, refusal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation("check-in");
  const isOpen = !cameAt && !refusal;
  return (
    <Page
      title={cameAt ? t("self.done") : title}
      lead={isOpen ? t("self.lead") : undefined}
      width="narrow"
      breadcrumbs={[{ label: event.title, to: `/events/${event.id}` }]}
    >
      <Card className="grid gap-4">
        {cameAt && (
          <>
            <p role="status" className="text-lg font-semibold text-good">
              {t("self.doneText", { time: formatTime(cameAt, i18n.language, event.timeZone) })}
            </p>
            <ButtonLink to={`/events/${event.id}`} className="justify-self-start">
              {t("self.back")}
            </ButtonLink>
          </>
        )}
        {!cameAt && refusal && (
          <p>
            <RefusalWords reason={refusal} event={event} way="self" />
          </p>
        )}
        {isOpen && (
          <Form method="post" className="grid gap-4">
            <div className="grid gap-1.5">
              <label htmlFor="event-code" className="font-semibold">
                {t("self.label")}
              </label>
              <input
                id="event-code"
                name="code"
                required
                key={answer?.typed ?? code}
                defaultValue={answer?.typed ?? code}
                maxLength={20}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                aria-invalid={answer ? true : undefined}
                aria-describedby={answer ? "event-code-error" : undefined}
                className="control w-full font-mono text-lg tracking-widest"
              />
              {answer && (
                <p id="event-code-error" role="alert" className="text-sm font-semibold text-danger">
                  <RefusalWords {...answer} event={event} way="self" />
                </p>
              )}
            </div>
            <Button variant="primary" className="min-h-14 text-lg">
              {t("self.submit")}
            </Button>
          </Form>
        )}
      </Card>
    </Page>
  );
}
