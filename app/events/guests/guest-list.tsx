import { Form } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";
import type { Guest } from "./guest-list.server.ts";
import { GuestRow } from "./guest-row.tsx";
import { pressRowKey } from "./row-keys.ts";

/** Registrations to look through and decide on, one by one or several at once. */
export function GuestList({
  guests,
  here,
  query,
}: {
  guests: Guest[];
  here: string;
  query: string;
}) {
  const { t } = useTranslation("organising");
  return (
    <Form method="post" action={`${here}/approval`}>
      <input type="hidden" name="back" value={query} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that only repeat what buttons do */}
      <div onKeyDown={pressRowKey}>
        <ul aria-label={t("guests.list")} className="card divide-y divide-line">
          {guests.map((guest) => (
            <GuestRow key={guest.id} guest={guest} here={here} query={query} />
          ))}
        </ul>
      </div>
      <div className="sticky bottom-0 z-10 mt-3 flex flex-wrap items-center gap-2 border-t border-line bg-paper py-3">
        <span className="text-sm font-semibold">{t("guests.chosen")}</span>
        <Button size="small">{t("guests.approve")}</Button>
        <Button size="small" formMethod="get" formAction={`${here}/refusal`}>
          {t("guests.refuse")}
        </Button>
        <Button size="small" formMethod="get" formAction={`${here}/removal`}>
          {t("guests.remove")}
        </Button>
        <p className="hidden basis-full text-xs text-muted sm:block">
          {t("guests.chosen.hint")} <span className="hidden lg:inline">{t("guests.keys")}</span>
        </p>
      </div>
    </Form>
  );
}
