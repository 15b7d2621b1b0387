/** Weekly hours by ISO weekday (Monday is 1), in the zone of whoever offers them. */
export type SeedPairHost = {
  /** Key of a person. */
  key: string;
  offer: string;
  noticeHours: number;
  hours: { weekdays: number[]; from: string; to: string }[];
};

export type SeedPairSession = {
  host: string;
  guest: string;
  /** Slug of a product area. */
  area: string;
  topic: string;
  /** Of a session in the past: about how long ago it took place, and what came out of it. */
  past?: { days: number; shown: string; toRepeat: string; nextStep: string };
};

export const pairHosts: SeedPairHost[] = [
  {
    key: "murase",
    offer:
      "フォーム・メール配信・シナリオの「はじめの一歩」を一緒に進められます。困っている画面を共有してもらえれば、言葉にしなくて大丈夫です。",
    noticeHours: 24,
    hours: [
      { weekdays: [2, 4], from: "10:00", to: "12:00" },
      { weekdays: [3], from: "15:00", to: "17:00" },
    ],
  },
  {
    key: "kitagawa",
    offer:
      "レポートの見方と、上司に出すダッシュボードの作り方を一緒に考えます。数字の意味から確認しましょう。",
    noticeHours: 48,
    hours: [{ weekdays: [1, 3], from: "13:30", to: "15:00" }],
  },
  {
    key: "narita",
    offer: "サイト制作とフォームのデザインを、実際の画面で直しながらお見せします。",
    noticeHours: 24,
    hours: [{ weekdays: [2, 5], from: "16:00", to: "17:30" }],
  },
  {
    key: "lim",
    offer:
      "Scenarios and mailings, in English or simple Japanese. Show me what you built and we walk through it together.",
    noticeHours: 24,
    hours: [{ weekdays: [1, 2, 3, 4], from: "09:30", to: "11:00" }],
  },
  {
    key: "onodera",
    offer:
      "導入して間もない方向けに、最初に決めておくと楽になる設定を一緒に確認します。どんな小さなことでもどうぞ。",
    noticeHours: 6,
    hours: [{ weekdays: [1, 2, 3, 4, 5], from: "10:00", to: "11:30" }],
  },
];

export const pairSessions: SeedPairSession[] = [
  {
    host: "murase",
    guest: "takahashi",
    area: "forms",
    topic: "来場予約フォームで、入力エラーの場所がお客様に伝わりません。画面を見てもらえますか。",
    past: {
      days: 66,
      shown:
        "フォームの「エラーの表示」を「項目の下」に変え、文言を「日付を選んでください」に書き換えた。スマートフォンの表示も一緒に確認した。",
      toRepeat: "文言を変えたら、わざと空欄で送信して、自分の目で確かめる。",
      nextStep: "来場予約のほかの3つのフォームも、同じ設定にする。",
    },
  },
  {
    host: "murase",
    guest: "takahashi",
    area: "forms",
    topic: "自動返信メールに、選んだ会場の地図を入れたいです。",
    past: {
      days: 31,
      shown:
        "自動返信を会場ごとに分ける設定を一緒に作った。条件の「含む」と「等しい」の違いを、実際に送って見比べた。",
      toRepeat: "条件を足したときは、テスト送信を会場の数だけ行う。",
      nextStep: "残りの2会場の地図画像を用意して、金曜日までに差し替える。",
    },
  },
  {
    host: "onodera",
    guest: "arai",
    area: "contacts",
    topic: "展示場ごとに顧客を分けたいのですが、どこから手を付ければよいか分かりません。",
    past: {
      days: 45,
      shown:
        "展示場の名前を「会社」ではなく「カスタム項目」に入れる形に直し、セグメントを1つだけ一緒に作った。",
      toRepeat: "セグメントを作る前に、件数が思った数になっているかを見る。",
      nextStep: "ほかの展示場のセグメントを4つ作る。名前の付け方は「展示場｜地域名」でそろえる。",
    },
  },
  {
    host: "kitagawa",
    guest: "arai",
    area: "reports",
    topic: "課長に毎週出す来場予約の数を、自動で届くようにしたいです。",
    past: {
      days: 17,
      shown:
        "定期レポートを月曜の朝8時に設定した。集計の期間が「先週」ではなく「過去7日」になっていたので直した。",
      toRepeat: "届いた数字を、1回目だけは手で数えた数と照らし合わせる。",
      nextStep: "来週届いたレポートを見て、グラフを1つに減らすか決める。",
    },
  },
  {
    host: "murase",
    guest: "maruyama",
    area: "email",
    topic: "はじめての一斉配信です。送る前に見るところを教えてください。",
    past: {
      days: 58,
      shown:
        "宛先の件数、差し込みの空欄、配信停止のリンクの3つを、配信前の確認画面で順番に見た。そのまま予約配信まで行った。",
      toRepeat: "配信前の3つの確認を、付せんに書いて画面に貼る。",
      nextStep: "次の配信は一人で準備して、予約を入れる前に声をかける。",
    },
  },
  {
    host: "narita",
    guest: "nagatomo",
    area: "site-builder",
    topic: "商品ページの写真が、スマートフォンだけ切れてしまいます。",
    past: {
      days: 52,
      shown:
        "画像ブロックの「比率を保つ」を有効にし、焦点の位置を商品の中央に置き直した。プレビューを3種類の幅で確かめた。",
      toRepeat: "新しい写真を入れたら、必ず狭い幅のプレビューから見る。",
      nextStep: "残りの8ページの写真を、同じ手順で直す。",
    },
  },
  {
    host: "lim",
    guest: "chen",
    area: "automation",
    topic:
      "My scenario for inbound guests sends the Japanese text to everybody. Where do I choose the language?",
    past: {
      days: 40,
      shown:
        "分岐の条件を「国」から「表示言語」に変え、英語と繁体字の2つの文面に分けた。テスト用の顧客を2人作って流した。",
      toRepeat: "分岐を足したら、どちらにも当てはまらない人がどこへ進むかを確認する。",
      nextStep: "繁体字の文面を、予約センターの人に読んでもらう。",
    },
  },
  {
    host: "kitagawa",
    guest: "mochizuki",
    area: "reports",
    topic: "コンバージョンの数が、営業の数え方と合いません。",
    past: {
      days: 36,
      shown:
        "「最初の接点」と「最後の接点」の違いを、同じ顧客の履歴で見比べた。営業の数え方に合わせて「最後の接点」に切り替えた。",
      toRepeat: "数字を出すときは、どちらの数え方かを表の下に書く。",
      nextStep: "先月分を出し直して、営業推進部の会議で説明する。",
    },
  },
  {
    host: "onodera",
    guest: "okada",
    area: "forms",
    topic: "健診の申込フォームに、同意のチェックを入れたいです。",
    past: {
      days: 27,
      shown:
        "「同意」の項目を必須で追加し、同意した日時が顧客データに残ることを、申込を1件入れて確かめた。",
      toRepeat: "項目を必須にしたときは、既に届いた申込に影響がないかを見る。",
      nextStep: "同意の文章を広報課長に確認してもらい、差し替える。",
    },
  },
  {
    host: "murase",
    guest: "nishimura",
    area: "automation",
    topic: "カゴ落ちのメールが、買った人にも届いてしまいます。",
    past: {
      days: 22,
      shown:
        "シナリオの最後に置いていた「購入済みなら終了」を、待機の直後に移した。動きを時系列で一緒に追った。",
      toRepeat: "待機のあとに、必ず「まだ条件に当てはまるか」を置く。",
      nextStep: "1週間動かして、届いた人の一覧を5人だけ確かめる。",
    },
  },
  {
    host: "narita",
    guest: "kinjo",
    area: "site-builder",
    topic: "予約ページの公開を、夜中の0時に切り替えたいです。",
    past: {
      days: 15,
      shown:
        "予約公開の日時を設定し、切り替わる前後の見え方を、プレビューのリンクで確認した。古いページへのリンクも直した。",
      toRepeat: "予約公開を入れたら、公開予定の一覧で日付と時刻を読み上げて確かめる。",
      nextStep: "次の季節プランの切り替えを、一人で設定してみる。",
    },
  },
  {
    host: "lim",
    guest: "saito",
    area: "email",
    topic: "英語のお客様へのメールで、宛名が名・姓の順になりません。",
    past: {
      days: 11,
      shown:
        "差し込み項目を「氏名」から「名」と「姓」に分け、空欄のときの言い回しを「there」にした。",
      toRepeat: "差し込みを変えたら、名前の短い人と長い人の両方でプレビューする。",
      nextStep: "日本語のひな形にも、空欄のときの言い回しを入れる。",
    },
  },
  {
    host: "murase",
    guest: "takahashi",
    area: "automation",
    topic:
      "来場後のお礼メールを自動で送りたいです。\nシナリオの最初の条件をどう置くか、画面を見ながら一緒に決めたいです。",
  },
  {
    host: "onodera",
    guest: "arai",
    area: "access",
    topic: "異動した担当者の権限を引き継ぎたいです。どの順番で変えればよいですか。",
  },
  {
    host: "lim",
    guest: "chen",
    area: "reports",
    topic: "I want to see which language version brings more bookings, in one chart.",
  },
];
