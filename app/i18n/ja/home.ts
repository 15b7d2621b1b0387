/** Words of the home page, for visitors and for members. */
export default {
  "visitor.title": "使い方の「わからない」を、お客様同士で解決",
  "visitor.lead":
    "{{vendor}}をお使いの企業の方が質問し、認定サポーターとCS担当が答えるコミュニティです。",
  "visitor.leadPlain": "お客様が質問し、認定サポーターとCS担当が答えるコミュニティです。",
  "visitor.browse": "質問を見る",
  "visitor.join": "コミュニティに参加する",
  "visitor.step.ask": "質問する",
  "visitor.step.ask.text": "似た質問を見ながら、画面の画像も添えて質問できます。",
  "visitor.step.answer": "経験者が答える",
  "visitor.step.answer.text": "同じ製品を使う経験者と、提供元のCS担当がお答えします。",
  "visitor.step.share": "解決を残す",
  "visitor.step.share.text": "ベストアンサーが残り、次に困った方の近道になります。",
  "solved.title": "最近解決した質問",
  "solved.all": "解決済みの質問をすべて見る",
  "solved.empty": "解決した質問がここに並びます。",
  "member.title": "{{name}}さん、こんにちは",
  "member.mine": "解決していない自分の質問",
  "member.mine.empty.title": "解決待ちの質問はありません",
  "member.mine.empty.text": "困ったことがあれば、いつでも質問してください。",
  "member.areas": "得意・フォロー中の領域で回答を待っている質問",
  "member.areas.empty.title": "回答を待っている質問はありません",
  "member.areas.empty.text":
    "プロフィールで得意な製品領域を選ぶと、その領域の質問がここに並びます。",
  "member.areas.choose": "得意な領域を選ぶ",
  "member.all": "すべて見る",
} as const;
