import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.tsx";
import { Page } from "#app/ui/page.tsx";
import type { EventState } from "#db/vocabulary.ts";
import { EventStateBadge } from "../listing/event-state-badge.tsx";
import { type RunTab, RunTabs } from "./run-tabs.tsx";

export type EventHead = { id: number; title: string; state: EventState };

/** The frame of a page for those who run an event: which event, how it stands, what else there is. */
export function OrganiserPage({
  event,
  current,
  title,
  lead,
  actions,
  children,
}: {
  event: EventHead;
  current: RunTab;
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation("organising");
  return (
    <Page
      width="wide"
      title={
        <span className="flex flex-wrap items-center gap-3">
          <span className="min-w-0 wrap-anywhere">{event.title}</span>
          <EventStateBadge state={event.state} />
        </span>
      }
      breadcrumbs={[{ label: t("list.title"), to: "/events/organising" }]}
    >
      <RunTabs eventId={event.id} current={current} />
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="text-lg font-bold">{title}</h2>
          {lead && <div className="mt-1 max-w-prose text-muted">{lead}</div>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </Page>
  );
}
