import { Fragment } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { MAIL_CHOICES, type NotificationKind } from "#db/vocabulary.ts";
import { KIND_GROUPS, KIND_RULES, type KindGroup, type Preferences } from "./kinds.ts";

/** Spelt out, because browsers drop the roles of a table that is laid out as anything else. */
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

/** What one hears of, where and when: a table, whose rows become cards on a phone. */
export function PreferencesTable({
  preferences,
  groups,
}: {
  preferences: Preferences;
  groups: KindGroup[];
}) {
  const { t } = useTranslation("notifications");
  return (
    <table {...as.table} className="block w-full text-sm md:table">
      <caption className="sr-only">{t("choices.title")}</caption>
      <thead {...as.rowgroup} className="sr-only md:not-sr-only md:table-header-group">
        <tr {...as.row}>
          {(["about", "inbox", "mail"] as const).map((column) => (
            <th
              key={column}
              {...as.columnheader}
              scope="col"
              className="border-b border-line px-4 py-2 text-left font-semibold"
            >
              {t(`choices.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rowgroup} className="block md:table-row-group">
        {groups.map((group) => (
          <Fragment key={group}>
            <tr {...as.row} className="block md:table-row">
              <th
                {...as.rowheader}
                scope="colgroup"
                colSpan={3}
                className="block px-4 pt-5 pb-1 text-left text-sm font-bold text-muted md:table-cell"
              >
                {t(`group.${group}`)}
              </th>
            </tr>
            {KIND_GROUPS[group].map((kind) => (
              <PreferenceRow key={kind} kind={kind} preferences={preferences} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function PreferenceRow({
  kind,
  preferences,
}: {
  kind: NotificationKind;
  preferences: Preferences;
}) {
  const { t } = useTranslation("notifications");
  const { inInbox, mail } = preferences[kind];
  const sort = t(`setting.${kind}`);
  return (
    <tr
      {...as.row}
      className="grid grid-cols-[9rem_1fr] items-center gap-x-4 border-b border-line px-4 py-2 last:border-b-0 md:table-row md:p-0"
    >
      <th
        {...as.rowheader}
        scope="row"
        className="col-span-2 text-left text-base font-normal md:border-b md:border-line md:px-4 md:py-1"
      >
        {sort}
      </th>
      <td {...as.cell} className="md:border-b md:border-line md:px-4 md:py-1">
        {KIND_RULES[kind].inboxOptional ? (
          <label className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name="inInbox"
              value={kind}
              defaultChecked={inInbox}
              aria-label={t("choices.inboxFor", { sort })}
              className="size-5 accent-brand"
            />
            <span aria-hidden="true" className="text-muted md:sr-only">
              {t("choices.inbox")}
            </span>
          </label>
        ) : (
          <span className="text-muted">
            <span className="md:sr-only">{t("choices.inbox")}: </span>
            {t("choices.always")}
          </span>
        )}
      </td>
      <td {...as.cell} className="md:border-b md:border-line md:px-4 md:py-1">
        <label className="flex items-center gap-2">
          <span aria-hidden="true" className="shrink-0 text-muted md:sr-only">
            {t("choices.mail")}
          </span>
          <select
            name={`mail.${kind}`}
            defaultValue={mail}
            aria-label={t("choices.mailFor", { sort })}
            className="control w-full min-w-36"
          >
            {MAIL_CHOICES.map((choice) => (
              <option key={choice} value={choice}>
                {t(`mail.${choice}`)}
              </option>
            ))}
          </select>
        </label>
      </td>
    </tr>
  );
}
