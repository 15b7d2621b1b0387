/** Words for those who run events: drafting, publishing, guests, messages. */
export default {
  "new.title": "イベントを作る",
  "tabs.label": "イベントの運営",
  "tabs.overview": "概要",
  "tabs.edit": "編集",
  "tabs.timetable": "タイムテーブル",
  "tabs.tickets": "枠",
  "tabs.questions": "質問",
  "tabs.guests": "参加者",
  "tabs.messages": "メッセージ",
  "tabs.invitations": "招待",
  "tabs.desk": "受付",
  "tabs.proposals": "登壇提案",
  "tabs.materials": "資料",
  "tabs.survey-results": "アンケート",
  "tabs.publication": "公開",
} as const;
