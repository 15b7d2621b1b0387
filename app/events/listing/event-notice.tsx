import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { DateTime } from "#app/ui/date-time.tsx";
import type { EventState } from "#db/vocabulary.ts";

type Props = {
  event: { id: number; message: string; publishAt: Date | string | null };
  state: EventState;
  isOrganiser: boolean;
};

/** That an event is not, or no longer, to be held as announced, with what was said about it. */
export function EventNotice({ event, state, isOrganiser }: Props) {
  const { t } = useTranslation("events");
  if (state === "published" || state === "finished") return null;
  if (state === "draft") {
    return (
      <Box tone="wait">
        <p className="font-semibold">{t("notice.draft")}</p>
        <p>
          {event.publishAt ? (
            <>
              {t("notice.draft.at")} <DateTime value={event.publishAt} style="exact" />
            </>
          ) : (
            isOrganiser && (
              <Link to={`/events/${event.id}/publication`} className="text-link">
                {t("notice.draft.publish")}
              </Link>
            )
          )}
        </p>
      </Box>
    );
  }
  return (
    <Box tone={state === "cancelled" ? "danger" : "wait"}>
      <p className="font-semibold">{t(`notice.${state}`)}</p>
      {event.message && <p className="mt-1 whitespace-pre-line wrap-anywhere">{event.message}</p>}
      <p className="mt-1">
        <Link to="/events" className="text-link inline-flex min-h-11 items-center">
          {t("notice.others")}
        </Link>
      </p>
    </Box>
  );
}

function Box({ tone, children }: { tone: "wait" | "danger"; children: ReactNode }) {
  return (
    <div
      role="status"
      className={classNames(
        "mb-6 rounded-card border p-4",
        tone === "danger" ? "border-danger bg-danger-soft" : "border-wait bg-wait-soft",
      )}
    >
      {children}
    </div>
  );
}
