import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { findViewer } from "#app/auth/guard.server.ts";
import { searchEvents } from "#app/events/listing/event-list.server.ts";
import { EventRow } from "#app/events/listing/event-row.tsx";
import { translatorFor } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { pageMeta } from "#app/lib/page-meta.ts";
import { searchQuestions } from "#app/questions/question-list.server.ts";
import { QuestionRow } from "#app/questions/question-row.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CardList } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { db } from "#db/client.server.ts";

export const handle = { i18n: ["questions", "events"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title ?? "" });

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  const words = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 200);
  const t = translatorFor(request, viewer, "questions");
  const [questions, events] = await Promise.all([
    searchQuestions(db, { viewer, words }),
    searchEvents(db, { viewer, words, now: new Date() }),
  ]);
  return {
    title: words ? t("search.results", { words }) : t("search.title"),
    words,
    questions,
    events,
  };
}

export default function Search() {
  const { title, words, questions, events } = useLoaderData<typeof loader>();
  const { t } = useTranslation("questions");
  const { t: of } = useTranslation("events");
  const { t: common } = useTranslation();
  return (
    <Page title={title} width="reading">
      <search>
        <Form className="mb-6 flex flex-wrap items-end gap-3">
          <div className="grid min-w-60 flex-1 gap-1">
            <label htmlFor="q" className="font-semibold">
              {t("search.label")}
            </label>
            <input
              key={words}
              id="q"
              type="search"
              name="q"
              defaultValue={words}
              maxLength={200}
              className="control w-full"
            />
          </div>
          <Button variant="quiet">{t("search.submit")}</Button>
        </Form>
      </search>
      {words === "" && <p className="text-muted">{t("search.start")}</p>}
      {events.length > 0 && (
        <Section title={of("search.title")}>
          <CardList label={of("search.title")}>
            {events.map((event) => (
              <EventRow key={event.id} event={event} heading="h3" />
            ))}
          </CardList>
        </Section>
      )}
      {questions.length > 0 && (
        <Section title={common("portal.questions")}>
          <CardList label={title}>
            {questions.map((question) => (
              <QuestionRow key={question.id} question={question} />
            ))}
          </CardList>
        </Section>
      )}
      {words !== "" && questions.length + events.length === 0 && (
        <EmptyState
          title={t("search.none.title", { words })}
          action={
            <ButtonLink to={`/questions/new?title=${encodeURIComponent(words)}`} variant="primary">
              {common("portal.ask")}
            </ButtonLink>
          }
        >
          {t("search.none.text")}
        </EmptyState>
      )}
    </Page>
  );
}
