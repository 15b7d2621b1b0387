/** Words around applying for an event: tickets, waitlist, lottery, colleagues. */
export default {
  "apply.title": "参加を申し込む",
} as const;
