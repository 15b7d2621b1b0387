import { Link } from "@remix-run/react";
import { CircleCheck } from "lucide-react";
import { areaName } from "#app/areas/areas.ts";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Card, CardList, CardRow } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Section } from "#app/ui/page.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { ProfileActivity } from "./profile-activity.server.ts";

type Activity = Omit<
  ProfileActivity,
  "recent" | "firstQuestionAt" | "firstAnswerAt" | "firstAcceptedAt"
> & {
  recent: (Omit<ProfileActivity["recent"][number], "createdAt"> & { createdAt: Date | string })[];
};

/** How much a person helped, and where. */
export function ProfileFigures({ activity }: { activity: Activity }) {
  const { t, i18n } = useTranslation("people");
  const figures = [
    [t("activity.answers"), t("activity.count.answers", { count: activity.answers })],
    [t("activity.accepted"), t("activity.count.answers", { count: activity.accepted })],
    [t("activity.helped"), t("activity.count.companies", { count: activity.organisationsHelped })],
  ] as const;
  return (
    <Section title={t("activity.title")}>
      <Card className="grid gap-5">
        <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-3">
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm font-semibold text-muted">{name}</dt>
              <dd className="text-lg font-bold tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
        {activity.areas.length > 0 && (
          <div>
            <h3 className="mb-1 text-sm font-semibold text-muted">{t("activity.areas")}</h3>
            <ul className="flex flex-wrap gap-2">
              {activity.areas.map((area) => (
                <li key={area.id}>
                  <Badge>
                    {t("activity.area", {
                      area: areaName(area, i18n.language),
                      count: area.answers,
                    })}
                  </Badge>
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className="text-xs text-muted">{t("activity.note")}</p>
      </Card>
    </Section>
  );
}

/** What a person answered last, with the questions. */
export function RecentAnswers({ answers }: { answers: Activity["recent"] }) {
  const { t } = useTranslation("people");
  return (
    <Section title={t("activity.recent")}>
      {answers.length === 0 ? (
        <p className="text-muted">{t("activity.noAnswers")}</p>
      ) : (
        <CardList label={t("activity.recent.list")}>
          {answers.map(({ id, question, excerpt, accepted, createdAt }) => (
            <CardRow key={id}>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h3 className="min-w-0 font-semibold" lang={question.locale}>
                  <Link
                    to={`/questions/${question.id}#answer-${id}`}
                    className="hover:text-brand hover:underline"
                  >
                    {question.title}
                  </Link>
                </h3>
                {accepted && (
                  <Badge tone="good" icon={<CircleCheck size={12} aria-hidden="true" />}>
                    {t("activity.best")}
                  </Badge>
                )}
              </div>
              <p className="line-clamp-2 text-sm text-muted" lang={question.locale}>
                {excerpt}
              </p>
              <p className="mt-1 text-xs text-muted">
                <DateTime value={createdAt} />
              </p>
            </CardRow>
          ))}
        </CardList>
      )}
    </Section>
  );
}

type Moment = Date | string | undefined;

/** What a person did here for the first time, and when. */
export function ProfileHistory({
  moments,
}: {
  moments: {
    joinedAt?: Moment;
    firstQuestionAt?: Moment;
    firstAnswerAt?: Moment;
    firstAcceptedAt?: Moment;
  };
}) {
  const { t } = useTranslation("people");
  const entries = [
    { text: t("activity.joined"), at: moments.joinedAt },
    { text: t("activity.firstQuestion"), at: moments.firstQuestionAt },
    { text: t("activity.firstAnswer"), at: moments.firstAnswerAt },
    { text: t("activity.firstAccepted"), at: moments.firstAcceptedAt },
  ]
    .flatMap(({ text, at }) => (at ? [{ text, at: new Date(at) }] : []))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  if (entries.length === 0) return null;
  return (
    <Section title={t("activity.history")}>
      <Timeline>
        {entries.map(({ text, at }) => (
          <Timeline.Entry key={text} time={<DateTime value={at} style="date" />}>
            {text}
          </Timeline.Entry>
        ))}
      </Timeline>
    </Section>
  );
}
