/** Words for those who run events: drafting, publishing, guests, messages. */
export default {
  "new.title": "イベントを作る",
} as const;
