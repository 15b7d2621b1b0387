import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import type { StaffPerson } from "#app/people/staff-people.server.ts";
import { StaffPersonLine } from "#app/people/staff-person-line.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";

/** The people of a company for staff, who name its leads here. */
export function OrganisationPeople({
  organisation,
  people,
  hasMore,
}: {
  organisation: { id: number; name: string };
  people: StaffPerson[];
  hasMore: boolean;
}) {
  const { t } = useTranslation("staff");
  if (people.length === 0) {
    return (
      <EmptyState title={t("organisation.noPeople")}>{t("organisation.noPeople.text")}</EmptyState>
    );
  }
  const leads = `/staff/organisations/${organisation.id}/leads`;
  return (
    <>
      <p className="mb-3 text-sm text-muted">{t("organisation.leads.text")}</p>
      <CardList label={t("people.of", { organisation: organisation.name })}>
        {people.map((person) => (
          <CardRow
            key={person.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1"
          >
            <StaffPersonLine person={person} />
            <Form
              method="post"
              action={person.isLead ? `${leads}/removal` : leads}
              preventScrollReset
            >
              <input type="hidden" name="personId" value={person.id} />
              <Button variant="bare" size="small">
                {t(person.isLead ? "organisation.unnameLead" : "organisation.nameLead")}
              </Button>
            </Form>
          </CardRow>
        ))}
      </CardList>
      {hasMore && (
        <p className="mt-4 text-center">
          <ButtonLink to={`/staff/people?organisation=${organisation.id}`}>
            {t("organisation.allPeople")}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
