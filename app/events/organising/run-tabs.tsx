import { useTranslation } from "#app/i18n/use-translation.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";

/** What those who run an event do with it, by the last part of its page's address. */
export const RUN_TABS = [
  "overview",
  "edit",
  "timetable",
  "tickets",
  "questions",
  "guests",
  "messages",
  "invitations",
  "desk",
  "proposals",
  "materials",
  "survey-results",
  "publication",
] as const;
export type RunTab = (typeof RUN_TABS)[number];

/** Tabs between the pages of those who run an event; the first is the page that everyone sees. */
export function RunTabs({ eventId, current }: { eventId: number; current: RunTab }) {
  const { t } = useTranslation("organising");
  const to = (tab: RunTab) =>
    tab === "overview" ? `/events/${eventId}` : `/events/${eventId}/${tab}`;
  return (
    <TabLinks
      label={t("tabs.label")}
      current={to(current)}
      tabs={RUN_TABS.map((tab) => ({ to: to(tab), label: t(`tabs.${tab}`) }))}
    />
  );
}
