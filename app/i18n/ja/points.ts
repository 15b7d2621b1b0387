export default {
  title: "{{name}}さんのポイント",
  "title.own": "ポイントの記録",
  total: "合計",
  points: "{{count}}ポイント",
  "rules.title": "ポイントの数え方",
  "rules.purpose":
    "ポイントは、認定を申請するときの実績の裏付けです。ほかの用途や、順位づけには使いません。",
  "rules.values":
    "回答がベストアンサーに選ばれると{{accepted}}ポイント、回答に「役に立った」が付くと{{helpful}}ポイントです。",
  "rules.cap":
    "1日に数えるのは{{cap}}ポイントまでです（日本時間の0時から24時まで）。ベストアンサーから先に、早い順に数え、上限を超えた分はポイントになりません。",
  "rules.organisation":
    "同じ企業の方からのベストアンサーと「役に立った」、自分の質問への自分の回答は、ポイントになりません。",
  "rules.back": "選択や投票が取り消されたとき、回答や質問が削除されたときは、その分が戻されます。",
  list: "ポイントの記録の一覧",
  day: "対象日",
  what: "できごと",
  why: "理由",
  amount: "ポイント",
  recordedOn: "{{date}}に反映",
  "reason.accepted-answer": "ベストアンサー",
  "reason.helpful-vote": "役に立った",
  "question.gone": "いまは表示できない質問への回答",
  from: "{{name}}さんより",
  "explanation.earned.accepted-answer": "回答がベストアンサーに選ばれました。",
  "explanation.earned.helpful-vote": "回答に「役に立った」が付きました。",
  "explanation.capped":
    "1日の上限に達したため、{{value}}ポイントのうち{{counts}}ポイントを数えます。",
  "explanation.own-question":
    "自分の質問への回答、または自分で選んだ回答のため、ポイントになりません。",
  "explanation.same-organisation": "同じ企業の方によるため、ポイントになりません。",
  "explanation.ring": "互いに投票し合う組み合わせとして見つかったため、ポイントになりません。",
  "explanation.not-counted": "集計の確認により、ポイントの対象外になりました。",
  "explanation.taken-back.accepted-answer":
    "ベストアンサーの取り消し、または回答・質問の削除により、戻しました。",
  "explanation.taken-back.helpful-vote":
    "「役に立った」の取り消し、または回答・質問の削除により、戻しました。",
  "explanation.corrected":
    "数え直した結果、{{value}}ポイントのうち{{counts}}ポイントを数えることになりました。",
  "empty.title": "まだポイントの記録はありません",
  "empty.text":
    "回答がベストアンサーに選ばれたり、「役に立った」が付いたりすると、ここに記録されます。",
  "empty.action": "回答を待っている質問を見る",

  "rings.title": "投票の偏り",
  "rings.lead":
    "互いの回答に「役に立った」を付け合っている2人です。過去90日に、互いに{{votes}}回以上、かつそれぞれが付けた「役に立った」の{{share}}%以上が相手あてのとき、ここに載ります。確認するまで、2人のあいだの投票はポイントになりません。ご本人には知らされません。",
  "rings.tabs": "投票の偏りの状態",
  "rings.tab.open": "確認待ち",
  "rings.tab.dismissed": "問題なしとしたもの",
  "rings.list": "投票の偏りの一覧",
  "rings.pair": "2人",
  "rings.votes": "相手への投票",
  "rings.votes.text": "{{name}}さん：{{given}}件中{{votes}}件",
  "rings.foundAt": "見つかった日時",
  "rings.ledger": "ポイントの記録",
  "rings.dismiss": "問題なしとする",
  "rings.dismissed": "判断",
  "rings.dismissedBy": "{{name}}（{{date}}）",
  "rings.empty.open": "確認を待っている組み合わせはありません",
  "rings.empty.open.text": "投票は毎晩まとめて調べます。",
  "rings.empty.dismissed": "問題なしとした組み合わせはありません",
  "dismissal.title": "{{first}}さんと{{second}}さんの投票を問題なしとする",
  "dismissal.lead":
    "2人のあいだの投票が再びポイントになります。このあとの投票が基準を超えたときは、あらためて見つかります。",
  "dismissal.reason": "そう判断した理由",
  "dismissal.reason.hint": "CS担当だけが見られ、監査ログに残ります。",
  "dismissal.reason.missing": "理由を入力してください。",
  "dismissal.tooLong": "{{max}}文字以内で入力してください（いまは{{length}}文字です）。",
  "dismissal.submit": "問題なしとする",
  "dismissal.done": "{{first}}さんと{{second}}さんの投票を、ポイントに戻しました。",
  "dismissal.already": "この組み合わせは、すでに問題なしとされています。",
} as const;
