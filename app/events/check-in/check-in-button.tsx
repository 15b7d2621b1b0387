import type { FormEvent } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Button } from "#app/ui/button.tsx";

/** What forms at the door need to work without scripts. */
export type DeskForms = {
  eventId: number;
  /** Random, new with every page: keys of its forms begin with it. */
  formKey: string;
  /** What the list was searched for, so that one gets back there. */
  q: string;
};

/** The button that checks one person in; a form of its own where scripts do not take over. */
export function CheckInButton({
  forms: { eventId, formKey, q },
  personId,
  name,
  way,
  big = false,
  onCheckIn,
}: {
  forms: DeskForms;
  personId: number;
  name: string;
  way: "list" | "qr" | "walk-in";
  big?: boolean;
  onCheckIn: () => void;
}) {
  const { t } = useTranslation("check-in");
  return (
    <form method="post" action={`/events/${eventId}/check-ins`} onSubmit={instead(onCheckIn)}>
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="way" value={way} />
      <input type="hidden" name="key" value={`${formKey}-${way}-${personId}`} />
      <input type="hidden" name="q" value={q} />
      <Button variant="primary" className={big ? "min-h-16 w-full text-lg" : "whitespace-nowrap"}>
        {t("row.checkIn")}
        <span className="sr-only">{name}</span>
      </Button>
    </form>
  );
}

/** Takes a check-in back. */
export function UndoButton({
  forms: { eventId, q },
  attendanceId,
  name,
  onUndo,
}: {
  forms: DeskForms;
  attendanceId: number | null;
  name: string;
  onUndo: () => void;
}) {
  const { t } = useTranslation("check-in");
  const label = (
    <>
      {t("row.undo")}
      <span className="sr-only">{name}</span>
    </>
  );
  if (attendanceId === null) {
    return (
      <Button
        type="button"
        variant="bare"
        size="small"
        className="whitespace-nowrap"
        onClick={onUndo}
      >
        {label}
      </Button>
    );
  }
  const action = `/events/${eventId}/check-ins/${attendanceId}/removal`;
  return (
    <form method="post" action={action} onSubmit={instead(onUndo)}>
      <input type="hidden" name="q" value={q} />
      <Button variant="bare" size="small" className="whitespace-nowrap">
        {label}
      </Button>
    </form>
  );
}

/** What happens instead of sending the form, once scripts are there. */
export function instead(act: () => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act();
  };
}
