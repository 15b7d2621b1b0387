import type source from "../ja/organising.ts";
import type { Translation } from "../translation.ts";

export default {
  "new.title": "Create an event",
  "tabs.label": "Running the event",
  "tabs.overview": "Overview",
  "tabs.edit": "Edit",
  "tabs.timetable": "Timetable",
  "tabs.tickets": "Tickets",
  "tabs.questions": "Questions",
  "tabs.guests": "Guests",
  "tabs.messages": "Messages",
  "tabs.invitations": "Invitations",
  "tabs.desk": "Check-in",
  "tabs.proposals": "Talk proposals",
  "tabs.materials": "Materials",
  "tabs.survey-results": "Survey",
  "tabs.publication": "Publishing",
} satisfies Translation<typeof source>;
