export default {
  title: "お知らせ",
  lead: "あなたの質問や、ウォッチしている質問の動きをお知らせします。",
  today: "今日",
  yesterday: "昨日",
  unread: "未読",
  markRead: "既読にする",
  markReadOf: "「{{title}}」のお知らせを既読にする",
  markAllRead: "すべて既読にする",
  allRead: "すべてのお知らせを既読にしました。",
  someone: "退会したメンバー",

  "kind.question-asked": "{{actor}}さんが、フォロー中のテーマで質問しました",
  "kind.question-answered": "{{actor}}さんが回答しました",
  "kind.answer-accepted": "{{actor}}さんが、あなたの回答をベストアンサーに選びました",
  "kind.commented": "{{actor}}さんがコメントしました",
  "kind.mentioned": "{{actor}}さんが、あなたをメンションしました",
  "kind.information-requested": "{{actor}}さんが、追加の情報を求めています",
  "kind.question-closed": "{{actor}}さんが、質問の受付を終了しました",

  "empty.title": "まだお知らせはありません",
  "empty.text":
    "質問に回答がついたとき、コメントやメンションがあったときに、ここでお知らせします。気になる質問をウォッチすると、その動きも届きます。",
  "empty.action": "質問を見る",
} as const;
