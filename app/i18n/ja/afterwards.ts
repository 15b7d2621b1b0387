/** What remains of an event: materials, notes, questions, surveys, coverage. */
export default {
  "survey.title": "アンケート",
} as const;
