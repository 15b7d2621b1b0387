import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import { CardList, CardRow } from "#app/ui/card.tsx";
import { PersonLine, type PersonSummary } from "#app/ui/person-line.tsx";

export type PersonSearch = { q: string; found: (PersonSummary & { id: number })[] };

/**
 * Finds people by name and lets one be chosen: the search is a link into the same page, each choice a
 * form, so that it works everywhere.
 */
export function PersonPicker({
  action,
  search,
  add,
  none,
}: {
  /** Takes the chosen person as `personId`. */
  action: string;
  search: PersonSearch;
  add: string;
  /** What to say when nobody is found. */
  none: string;
}) {
  const { t } = useTranslation("organising");
  const { t: common } = useTranslation();
  return (
    <div className="grid gap-3">
      <search>
        <Form className="flex flex-wrap items-end gap-2" preventScrollReset>
          <label className="grid min-w-0 flex-1 basis-60 gap-1.5 font-semibold">
            {t("person.search")}
            <input
              key={search.q}
              type="search"
              name="q"
              defaultValue={search.q}
              maxLength={100}
              className="control w-full"
            />
          </label>
          <Button variant="quiet">{common("portal.search")}</Button>
        </Form>
      </search>
      {search.q !== "" && search.found.length === 0 && <p className="text-muted">{none}</p>}
      {search.found.length > 0 && (
        <CardList label={t("person.found")}>
          {search.found.map((person) => (
            <CardRow
              key={person.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2"
            >
              <PersonLine person={person} />
              <Form method="post" action={action} preventScrollReset>
                <input type="hidden" name="personId" value={person.id} />
                <Button variant="quiet" size="small">
                  {add}
                  <span className="sr-only"> {person.name}</span>
                </Button>
              </Form>
            </CardRow>
          ))}
        </CardList>
      )}
    </div>
  );
}
