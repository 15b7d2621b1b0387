import { Link } from "@remix-run/react";
import { Video } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { PostBody } from "#app/questions/post-body.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, CardList, CardRow } from "#app/ui/card.tsx";
import { Section } from "#app/ui/page.tsx";
import type { Afterwards } from "./afterwards.server.ts";
import { MaterialLink } from "./material-link.tsx";

/**
 * What remains of an event, on its page: the survey that waits for the viewer first. Shows nothing
 * where nothing remains. The route names the texts `afterwards`.
 */
export function EventAfterwards({ afterwards }: { afterwards: Afterwards }) {
  const { t } = useTranslation("afterwards");
  const { eventId, materials, recordingUrl, sessions, questions, may } = afterwards;
  const here = `/events/${eventId}`;
  const hasMaterials = materials.length > 0 || recordingUrl !== "";
  return (
    <>
      <SurveyCall afterwards={afterwards} />
      <div id="materials" className="scroll-mt-20" />
      {hasMaterials && (
        <Section title={t("materials.title")}>
          <CardList label={t("materials.title")}>
            {recordingUrl && (
              <CardRow className="py-1 sm:py-1">
                <RecordingLink url={recordingUrl} label={t("recording.watch")} />
              </CardRow>
            )}
            {materials.map((material) => (
              <CardRow key={material.id} className="py-1 sm:py-1">
                <MaterialLink material={material} />
                {material.session && (
                  <p className="pb-2 text-sm text-muted">
                    {t("ofSession", { session: material.session })}
                  </p>
                )}
              </CardRow>
            ))}
          </CardList>
        </Section>
      )}
      {sessions.length > 0 && (
        <Section title={t("notes.title")}>
          <div className="grid gap-4">
            {sessions.map((session) => (
              <Card key={session.id}>
                <h3 className="font-bold">{session.title}</h3>
                {session.recordingUrl && (
                  <RecordingLink url={session.recordingUrl} label={t("recording.watch")}>
                    {session.title}
                  </RecordingLink>
                )}
                {session.notesHtml && <PostBody html={session.notesHtml} />}
              </Card>
            ))}
          </div>
        </Section>
      )}
      {(questions.length > 0 || may.ask) && (
        <Section
          title={t("room.title")}
          actions={
            may.ask && (
              <ButtonLink to={`${here}/room-questions/new`} size="small">
                {t("room.ask")}
              </ButtonLink>
            )
          }
        >
          {questions.length === 0 ? (
            <p className="text-muted">{t("room.none")}</p>
          ) : (
            <RoomQuestions questions={questions} />
          )}
        </Section>
      )}
    </>
  );
}

function SurveyCall({ afterwards }: { afterwards: Afterwards }) {
  const { t } = useTranslation("afterwards");
  const { eventId, survey } = afterwards;
  if (!survey || (!survey.isOpen && !survey.isAnswered)) return null;
  const { isOpen, isAnswered } = survey;
  const state = !isOpen ? "closed" : isAnswered ? "answered" : "open";
  return (
    <Section title={t("survey.title")}>
      <Card className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 flex-1 basis-60">{t(`survey.call.${state}`)}</p>
        <ButtonLink
          to={`/events/${eventId}/survey`}
          variant={state === "open" ? "primary" : "quiet"}
        >
          {t(`survey.call.${state}.action`)}
        </ButtonLink>
      </Card>
    </Section>
  );
}

function RecordingLink({
  url,
  label,
  children,
}: {
  url: string;
  label: string;
  children?: string;
}) {
  return (
    <a
      href={url}
      rel="noopener noreferrer nofollow"
      className="text-link inline-flex min-h-11 items-center gap-2"
    >
      <Video size={16} className="shrink-0" aria-hidden="true" />
      {label}
      {children && <span className="sr-only">{children}</span>}
    </a>
  );
}

function RoomQuestions({ questions }: Pick<Afterwards, "questions">) {
  const { t } = useTranslation("afterwards");
  return (
    <CardList label={t("room.title")}>
      {questions.map((question) => (
        <CardRow key={question.id} className="py-2 sm:py-2">
          <Link
            to={`/questions/${question.id}`}
            lang={question.locale}
            className="text-link inline-block py-2 wrap-anywhere"
          >
            {question.title}
          </Link>
          <p className="text-sm text-muted">
            {t(`room.state.${question.state}`)}
            {"・"}
            {t("room.answers", { count: question.answerCount })}
            {question.session && `・${question.session}`}
          </p>
        </CardRow>
      ))}
    </CardList>
  );
}
