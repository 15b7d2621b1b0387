import type source from "../ja/event-calendar.ts";
import type { Translation } from "../translation.ts";

export default {
  "entry.applied": "[Applied] {{title}}",
  "entry.waitlisted": "[Waitlist] {{title}}",
  "entry.offered": "[Please confirm] {{title}}",
  "entry.online": "Online",
  "entry.join": "Join online: {{url}}",
  "entry.page": "Page of the event: {{url}}",
  "feed.public": "{{portal}} – Events",
  "feed.own": "{{portal}} – My calendar",

  title: "Calendar",
  lead: "Have your events and pair sessions appear in the calendar you use.",
  "contents.title": "What appears there",
  "contents.events": "Events you have a place at, speak at or run",
  "contents.waiting": "Events you applied for or wait for (as tentative)",
  "contents.pairSessions": "Your pair sessions",
  "contents.changes": "Changes and cancellations follow by themselves.",
  "address.title": "Your own address",
  "address.none":
    "Make an address and add it to your calendar. Whoever knows it can see your appointments, so keep it to yourself.",
  "address.make": "Make an address",
  "address.there": "Your address works. To keep it safe it is shown only when it is made.",
  "address.madeOn": "Made on",
  "address.renew": "Make a new address",
  "address.renew.confirm": "Make a new address?",
  "address.renew.text":
    "The present address stops working at once. Add the new one to the calendars that use it.",
  "address.revoke": "Turn the address off",
  "address.revoke.confirm": "Turn the address off?",
  "address.revoke.text":
    "Calendars that use it get no more appointments. You can make a new address any time.",
  "address.revoked": "The address of your calendar is turned off.",
  "address.shown":
    "Here is your address. It cannot be shown again once you leave this page, so please add it to your calendar now.",
  "address.label": "Address of your calendar",
  "address.copy": "Copy the address",
  "address.copied": "Copied",
  "address.subscribe": "Add to the calendar of this device",
  "how.title": "How to add it",
  "how.google": "Google Calendar",
  "how.google.text":
    "On a computer, choose “+” next to “Other calendars”, then “From URL”, and paste the address. Changes may take a few hours to appear.",
  "how.outlook": "Outlook",
  "how.outlook.text": "Choose “Add calendar”, then “Subscribe from web”, and paste the address.",
  "how.apple": "Apple Calendar (iPhone and Mac)",
  "how.apple.text":
    "Use the button above. You can also paste the address under “Add Subscription Calendar” on an iPhone, or “File” – “New Calendar Subscription” on a Mac.",
  "public.title": "Calendar of public events",
  "public.text":
    "There is also a calendar of public events alone, which anybody may use, such as for a shared calendar at work.",
  "public.link": "Calendar of public events (.ics)",
} satisfies Translation<typeof source>;
