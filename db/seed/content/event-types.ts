import type {
  Admission,
  EventKind,
  EventPlace,
  EventScope,
  Phase,
  TicketPlace,
  Tier,
} from "../../vocabulary.ts";

/**
 * Meetings of the demo community. Their days count from when the seed runs and move to a working
 * day. Who applies is chosen from the community, always the same for the same event; `with` names
 * people who are to be among them.
 */
export type SeedTicket = {
  name: string;
  description?: string;
  place: TicketPlace;
  capacity: number;
  admission: Admission;
  organisationCap?: number;
  phases?: Phase[];
  tiers?: Tier[];
  supportersOnly?: boolean;
  /** Of a lottery: days from now to its draw. */
  drawInDays?: number;
  confirmed?: number;
  offered?: number;
  waitlisted?: number;
  applied?: number;
  cancelled?: number;
  declined?: number;
  /** Who is not to be among them: the demo accounts need something to apply for. */
  without?: string[];
  /** Keys of people in a state, counted in the numbers above. */
  with?: Partial<Record<"confirmed" | "offered" | "waitlisted" | "applied", string[]>>;
};

export type SeedSession = {
  /** Minutes after the event begins. */
  after: number;
  minutes: number;
  title: string;
  description?: string;
  track?: string;
  /** Keys of people, or guests with `name, affiliation`. */
  speakers?: (string | { name: string; affiliation: string })[];
  notes?: string;
  recordingUrl?: string;
};

export type SeedEvent = {
  key: string;
  kind: EventKind;
  place: EventPlace;
  scope: EventScope;
  invitedOnly?: boolean;
  title: string;
  summary: string;
  body: string;
  areas: string[];
  phases?: Phase[];
  series?: string;
  /** Days from now, negative in the past; the time in the zone of the event. */
  inDays: number;
  at: string;
  minutes: number;
  timeZone?: string;
  region?: string;
  venue?: { name: string; address: string; mapUrl: string; note: string };
  onlineUrl?: string;
  offerHours?: number;
  opensInDays?: number;
  proposals?: {
    closeInDays: number;
    note: string;
    talks: { by: string; title: string; abstract: string }[];
  };
  /** Keys of staff or supporters who run it. */
  organisers: string[];
  tickets: SeedTicket[];
  questions?: {
    kind: "text" | "choice" | "choices";
    label: string;
    choices?: string[];
    required?: boolean;
  }[];
  sessions: SeedSession[];
  draft?: true;
  publishInDays?: number;
  postponed?: string;
  cancelled?: string;
  recordingUrl?: string;
  materials?: {
    title: string;
    url: string;
    session?: number;
    audience: "attendees" | "everyone";
  }[];
  /** Share of the confirmed who came, and of those who answered the survey. */
  came?: number;
  answered?: number;
  walkIns?: { name: string; affiliation: string }[];
};
