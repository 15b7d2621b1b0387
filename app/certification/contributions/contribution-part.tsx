import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card, CardList, CardRow } from "#app/ui/card.tsx";
import { Day } from "#app/ui/day.tsx";
import { Section } from "#app/ui/page.tsx";
import { CONTRIBUTION_KINDS, type ContributionKind } from "#db/vocabulary.ts";

type Contribution = { id: number; kind: ContributionKind; title: string; happenedOn: string };

type CheckedIn = { eventId: number; title: string; happenedOn: string };

/**
 * Where staff record what a member did outside the portal, beside the events where they were checked
 * in: those need no record.
 */
export function ContributionPart({
  handle,
  contributions,
  checkedIn,
}: {
  handle: string;
  contributions: Contribution[];
  checkedIn: CheckedIn[];
}) {
  const { t } = useTranslation("certification");
  const id = useId();
  const action = `/staff/people/${handle}/contributions`;
  return (
    <Section title={t("contributions.title")}>
      <p className="mb-3 text-sm text-muted">{t("contributions.lead")}</p>
      {contributions.length + checkedIn.length === 0 ? (
        <p className="mb-3 text-muted">{t("contributions.none")}</p>
      ) : (
        <CardList label={t("contributions.title")}>
          {checkedIn.map(({ eventId, title, happenedOn }) => (
            <CardRow
              key={`event-${eventId}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-1"
            >
              <Day value={happenedOn} />
              <Link
                to={`/events/${eventId}`}
                className="min-w-0 flex-1 py-1 break-words text-brand underline"
              >
                {title}
              </Link>
              <span className="text-muted">{t("contributions.checkedIn")}</span>
            </CardRow>
          ))}
          {contributions.map(({ id: contributionId, kind, title, happenedOn }) => (
            <CardRow key={contributionId} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Day value={happenedOn} />
              <span className="min-w-0 flex-1 break-words">{title}</span>
              <span className="text-muted">{t(`contributions.kind.${kind}`)}</span>
              <Form method="post" action={`${action}/${contributionId}/removal`}>
                <Button variant="bare" size="small">
                  {t("contributions.remove")}
                  <span className="sr-only">{title}</span>
                </Button>
              </Form>
            </CardRow>
          ))}
        </CardList>
      )}
      <Card className="mt-3">
        <Form method="post" action={action} className="flex flex-wrap items-end gap-3">
          <label htmlFor={`${id}-kind`} className="grid gap-1 text-sm font-semibold">
            {t("contributions.kind")}
            <select id={`${id}-kind`} name="kind" className="control">
              {CONTRIBUTION_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`contributions.kind.${kind}`)}
                </option>
              ))}
            </select>
          </label>
          <label
            htmlFor={`${id}-title`}
            className="grid flex-1 basis-60 gap-1 text-sm font-semibold"
          >
            {t("contributions.name")}
            <input id={`${id}-title`} name="title" required maxLength={200} className="control" />
          </label>
          <label htmlFor={`${id}-day`} className="grid gap-1 text-sm font-semibold">
            {t("contributions.day")}
            <input id={`${id}-day`} name="happenedOn" type="date" required className="control" />
          </label>
          <Button variant="quiet">{t("contributions.add")}</Button>
        </Form>
      </Card>
    </Section>
  );
}
