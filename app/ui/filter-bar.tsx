import { Form, Link, useSubmit } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "./button.tsx";
import type { Choice } from "./fields.tsx";

/**
 * Search and filters of a list; they live in its address. Choosing from a select takes effect at
 * once, and by the button where no script runs.
 */
export function FilterBar({
  action,
  search,
  isFiltered,
  children,
}: {
  action: string;
  search: { label: string; value: string };
  /** Whether anything narrows the list, so that it can be cleared. */
  isFiltered: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const submit = useSubmit();
  return (
    <search>
      <Form
        action={action}
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) submit(event.currentTarget);
        }}
        className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3"
      >
        <div className="flex min-w-0 flex-1 basis-72 items-end gap-2">
          <label className="grid min-w-0 flex-1 gap-1">
            <span className="text-xs font-semibold text-muted">{search.label}</span>
            <input
              key={search.value}
              type="search"
              name="q"
              defaultValue={search.value}
              maxLength={100}
              className="control w-full py-1.5"
            />
          </label>
          <Button variant="quiet">{t("portal.search")}</Button>
        </div>
        {children}
        {isFiltered && (
          <Link to={action} className="text-link inline-flex min-h-11 items-center text-sm">
            {t("list.clear")}
          </Link>
        )}
      </Form>
    </search>
  );
}

/** One filter of the bar: the empty choice, named by `all`, takes it away. */
export function FilterSelect({
  name,
  label,
  value,
  all,
  choices,
}: {
  name: string;
  label: string;
  value: string | undefined;
  /** Left out where one of the choices always holds, as with an order. */
  all?: string;
  choices: Choice[];
}) {
  return (
    <label className="grid grow gap-1 sm:grow-0">
      <span className="text-xs font-semibold text-muted">{label}</span>
      <select key={value} name={name} defaultValue={value ?? ""} className="control w-full py-1.5">
        {all !== undefined && <option value="">{all}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
