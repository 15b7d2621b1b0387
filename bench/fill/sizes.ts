/** How much the measured portal holds. */
export const SIZES = {
  organisations: 400,
  people: 2_000,
  staff: 20,
  questions: 10_000,
  answers: 40_000,
  comments: 30_000,
  votes: 30_000,
  events: 5_000,
  /** The last so many have people. */
  eventsWithGuests: 600,
} as const;
