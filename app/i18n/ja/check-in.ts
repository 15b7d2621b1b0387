/** Words at the door: checking in, and undoing it. */
export default {
  "desk.title": "受付",
} as const;
