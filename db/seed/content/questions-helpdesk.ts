import type { SeedQuestion } from "./types.ts";

export const questions = [
  {
    key: "shared-inbox-double-reply",
    by: "mizuno",
    daysAgo: 389,
    area: "helpdesk",
    scope: "public",
    tags: ["二重返信", "共有受信箱"],
    title: "同じ問い合わせに2人が返信してしまいます",
    body: "電話からメール対応に移して1か月、30人の窓口で「同じお客様に2人が別々の回答を送る」ことが週に4、5件起きています。担当者欄はありますが、取る前に書き始めてしまうようです。皆さんはどう防いでいますか。",
    helpfulBy: ["hayashi", "takahashi", "kobayashi", "kudo", "ito", "yoshida", "eto"],
    answers: [
      {
        by: "eto",
        minutesAfter: 120,
        body: `うちは設定と約束の両方で防いでいます。

**設定**
- 共有受信箱 > 対応ルール > 「返信を書き始めたら担当者になる」をオン
- 「他の人が入力中のときは送信を確認する」をオン

**約束**
- 開いたら、まず「担当する」を押す。押さないなら開かない
- 15分以内に返せないなら手放す

設定だけでは、開いたまま電話に出てしまう人がいて詰まりました。約束の2つ目が大事です。`,
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["kudo", "nishimura", "tsutsumi", "chen", "shimabukuro", "iijima"],
        comments: [
          {
            by: "mizuno",
            minutesAfter: 4440,
            body: "「返信を書き始めたら担当者になる」で週4、5件がほぼゼロになりました。",
          },
        ],
      },
      {
        by: "abe",
        minutesAfter: 1440,
        body: "冬の繁忙期は、担当者を人が選ばず「順番に自動割り当て」にしています。選ぶ時間そのものが無くなって早いです。",
        helpfulBy: ["mizuno"],
      },
    ],
  },
  {
    key: "saved-reply-variables",
    by: "ito",
    daysAgo: 269,
    area: "helpdesk",
    scope: "public",
    tags: ["定型文", "差し込み"],
    title: "定型文にお客様の名前と受付番号を自動で入れたい",
    body: "定型文を呼び出したあと、名前と受付番号を手で直しています。直し忘れて、別のお客様のお名前のまま送ってしまったことがありました。",
    answers: [
      {
        by: "segawa",
        minutesAfter: 180,
        body: `定型文にも差し込みが使えます。

\`\`\`
{{ticket.requester.last_name}} 様
お問い合わせ番号：{{ticket.number}}
\`\`\`

名前が無い場合に備えて、定型文の設定で「空欄があると送信前に警告」をオンにしてください。うちはこれを全員に強制しています（管理者なら一括でオンにできます）。`,
        accepted: true,
        acceptedMinutesAfter: 1800,
        helpfulBy: ["ito", "fujiwara", "tsunoda", "hayashi"],
        comments: [
          {
            by: "ito",
            minutesAfter: 420,
            body: "警告を全員オンにしました。これで安心して使えます。",
          },
        ],
      },
    ],
  },
  {
    key: "sla-lunch-break",
    by: "oishi",
    daysAgo: 171,
    area: "helpdesk",
    scope: "customers",
    tags: ["対応期限", "営業時間"],
    title: "対応期限の計算から昼休みを除きたい",
    body: "当金庫の窓口は11:30〜12:30が休止です。営業時間の設定では1日1つの時間帯しか入れられないようで、昼に届いた分が期限超過になってしまいます。",
    helpfulBy: ["lim", "sagara"],
    answers: [
      {
        by: "mizuno",
        minutesAfter: 240,
        body: `時間帯は複数入れられます。曜日の行の右端にある「＋」で、9:00〜11:30 と 12:30〜17:00 のように分けてください。画面の幅が狭いと「＋」が折りたたまれて見えないことがあります（うちも気づくまで半年かかりました）。

すでに届いている分の期限は計算し直されません。変更後に届いた分からです。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        verified: true,
        helpfulBy: ["oishi", "hirabayashi", "kobayashi"],
        comments: [
          {
            by: "oishi",
            minutesAfter: 1680,
            body: "ノートパソコンの画面では確かに隠れていました。広げたら出てきました。",
          },
        ],
      },
    ],
  },
  {
    key: "auto-assign-skill",
    by: "abe",
    daysAgo: 130,
    area: "helpdesk",
    scope: "public",
    tags: ["割り当て", "スキル"],
    title: "英語の問い合わせを英語のできる人にだけ割り当てたい",
    body: "予約センター12人のうち、英語対応できるのは3人です。自動割り当てにすると、他の人にも英語のメールが回ってしまいます。",
    answers: [
      {
        by: "eto",
        minutesAfter: 60,
        body: `**割り当てルール** で条件に「本文の言語 が 英語」を選び、割り当て先を「英語チーム」にしてください。言語の判定は最初の1通で行われます。

チームを作る必要があるのがポイントで、人を直接3人指定すると「順番に」ではなく「全員に通知」になります。`,
        accepted: true,
        acceptedMinutesAfter: 360,
        helpfulBy: ["iwakiri", "shigematsu", "nishio"],
        comments: [
          { by: "abe", minutesAfter: 420, body: "チームを作ったらきれいに3人で順番になりました。" },
        ],
      },
      {
        by: "chen",
        minutesAfter: 2880,
        body: "Could you also add Chinese? The detection knows Traditional Chinese too, we route it to me and one colleague.",
      },
    ],
  },
  {
    key: "ticket-merge-undo",
    by: "iwakiri",
    daysAgo: 101,
    area: "helpdesk",
    scope: "public",
    tags: ["統合"],
    title: "別のお客様の問い合わせを誤って統合してしまいました",
    body: "件名が同じだったので、2件を統合したら別の方でした。統合の取り消しボタンが見つかりません。返信前に気づいたので、今なら間に合います。",
    helpfulBy: ["oishi", "nishio", "saito", "morita"],
    answers: [
      {
        by: "segawa",
        minutesAfter: 25,
        body: "統合した直後なら画面の下に「元に戻す」が出ますが、閉じてしまうと消えます。その場合は、メッセージごとに「…」から「新しい問い合わせに分ける」ができます。",
        helpfulBy: ["iwakiri"],
        comments: [
          { by: "iwakiri", minutesAfter: 65, body: "分けられました！間に合ってよかったです。" },
        ],
      },
      {
        by: "hasumi",
        minutesAfter: 300,
        body: "5.1以降は、差出人のメールアドレスが異なる問い合わせを統合しようとすると、確認画面に両方のアドレスが表示されます。「元に戻す」は履歴タブからも24時間できるようになりました。",
        accepted: true,
        acceptedMinutesAfter: 360,
        verified: true,
        trueForVersion: "5.1",
        helpfulBy: ["iwakiri", "higa"],
      },
    ],
  },
  {
    key: "inbox-spam-lost",
    by: "endo",
    daysAgo: 64,
    area: "helpdesk",
    scope: "public",
    tags: ["迷惑メール", "見落とし"],
    title: "受講生からのメールが迷惑フォルダーに入っていて気づけません",
    body: "共有受信箱に、受講生の返信がときどき迷惑判定で入ります。先週は解約の連絡を5日も見落としました。迷惑フォルダーを使わない設定にできますか。",
    answers: [
      {
        by: "eto",
        minutesAfter: 120,
        body: "無効にはできませんが、「登録済みの顧客からのメールは迷惑判定しない」という設定があります（共有受信箱 > 迷惑対策）。受講生が顧客データに入っているなら、これでほぼ解決するはずです。",
        helpfulBy: ["endo", "kogure"],
      },
      {
        by: "mizuno",
        minutesAfter: 1440,
        body: "江藤さんの設定に加えて、迷惑フォルダーに入ったら1日1回まとめて知らせる通知もあります。うちは毎朝9時に当番へ届くようにしています。件名の一覧だけなので30秒で見終わります。",
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["kudo", "tanoue", "yokoyama"],
        comments: [
          {
            by: "endo",
            minutesAfter: 4320,
            body: "両方入れました。早速、今朝の通知で1件救えました。",
          },
        ],
      },
    ],
  },
  {
    key: "csat-rate",
    by: "eto",
    daysAgo: 138,
    area: "helpdesk",
    scope: "public",
    tags: ["満足度", "アンケート"],
    title: "対応後の満足度アンケートの回答率が4%しかありません",
    body: "解決後に5段階で聞くメールを自動で送っています。回答率が4%では何も判断できません。回答率を上げた方、どんな工夫をしましたか。",
    answers: [
      {
        by: "mizuno",
        minutesAfter: 300,
        body: `うちは6% → 23%になりました。効いた順です。

1. **別メールをやめて、最後の返信の末尾に入れた**（これだけで15%）
2. 5段階をやめて「解決した／まだ困っている」の2択にした
3. 1クリックで終わり、その後に任意で一言書ける形にした
4. 「まだ困っている」を選んだら自動で再オープンする。書けば動いてくれると伝わる

数字そのものより、4で拾えた声のほうが価値がありました。`,
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["eto", "maruyama", "yamamoto", "miyazawa", "sekine", "yokoyama"],
        comments: [
          {
            by: "eto",
            minutesAfter: 3180,
            body: "2択にするのは勇気が要りましたが、1週間で19%です。",
          },
        ],
      },
      {
        by: "oishi",
        minutesAfter: 5760,
        body: "ご高齢のお客さまが多い当金庫では、メールより電話の最後に一言伺うほうが集まりました。結果は担当者が項目に入力しています。",
      },
    ],
  },
  {
    key: "reply-from-own-mail",
    by: "mizutani",
    daysAgo: 84,
    area: "helpdesk",
    scope: "public",
    tags: ["通知メール", "返信"],
    title: "通知メールにそのまま返信したらお客様に届きますか",
    body: "外出先では管理画面を開けないので、スマートフォンに届いた通知メールに返信したいです。社内メモのつもりで書いたものがお客様に飛ぶと困るので、挙動を確認したいです。",
    helpfulBy: ["tsunoda"],
    answers: [
      {
        by: "onodera",
        minutesAfter: 180,
        body: `通知の種類で変わります。

| 通知 | 返信すると |
|---|---|
| お客様からの新着・返信 | **お客様に届きます** |
| 社内メモ・担当者変更 | 社内メモになります |
| まとめ通知（ダイジェスト） | 届きません（破棄されます） |

通知メールの冒頭に「このメールへの返信はお客様に届きます」と表示しています。社内メモにしたいときは、1行目に \`#memo\` と書いてください。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        verified: true,
        trueForVersion: "5.1",
        helpfulBy: ["mizuno", "morita", "takano"],
        comments: [
          {
            by: "mizutani",
            minutesAfter: 1620,
            body: "`#memo` は便利です。これで外出先でも対応できます。",
          },
        ],
      },
    ],
  },
  {
    key: "attachment-size-customer",
    by: "segawa",
    daysAgo: 50,
    area: "helpdesk",
    scope: "customers",
    tags: ["添付"],
    title: "お客さまからの大きな添付が届かず、エラーも出ない",
    body: "ガス機器の動画を送ったというお客さまが2名いましたが、共有受信箱には何も届いていません。お客さま側にもエラーは返っていないそうです。",
    needsInfo: {
      by: "sakaki",
      message:
        "調査のため、お送りいただいた日時（分まで）、お客さまのメールのドメイン、動画のおおよその大きさを教えてください。アドレスそのものは書かないでください。",
    },
    answers: [
      {
        by: "eto",
        minutesAfter: 1440,
        body: "受信は25MBまでだったと思います。動画ならフォームの添付や共有リンクをご案内するほうが確実です。",
      },
    ],
  },
  {
    key: "team-report-firstresponse",
    by: "mizuno",
    daysAgo: 42,
    area: "helpdesk",
    scope: "public",
    tags: ["一次回答", "レポート"],
    title: "一次回答までの時間に自動返信が含まれていないか",
    body: "月次で「一次回答の中央値 4分」と出て、現場の実感と合いません。自動の「受け付けました」が含まれている気がします。",
    helpfulBy: ["hoshino", "hattori"],
    answers: [
      {
        by: "hattori",
        minutesAfter: 120,
        body: "同じ会社の者です。レポート側の集計を見たところ、指標「最初の返信」は自動も含み、「担当者の最初の返信」は含みませんでした。後者だと中央値は52分でした。",
        helpfulBy: ["mizuno"],
      },
      {
        by: "tachibana",
        minutesAfter: 1440,
        body: "服部さんのご説明のとおりです。名称が紛らわしいので、5.2の用語集に定義を追加しました。古いダッシュボードでは「最初の返信」が選ばれたままのことがあります。",
        accepted: true,
        acceptedMinutesAfter: 1440,
        verified: true,
        helpfulBy: ["mizuno", "kobayashi", "miura"],
      },
    ],
  },
  {
    key: "escalation-notify-night",
    by: "sekine",
    daysAgo: 23,
    area: "helpdesk",
    scope: "public",
    tags: ["通知", "時間帯"],
    title: "夜間の来場予約の通知だけ朝まで止めておきたい",
    body: "夜11時に予約が入るとスマートフォンが鳴ります。ありがたいのですが、寝ています。夜10時から朝7時までは止めて、朝にまとめて受け取りたいです。",
    helpfulBy: ["hattori", "kanno", "yoshida"],
    answers: [
      {
        by: "abe",
        minutesAfter: 180,
        body: "個人の **プロフィール > 通知 > おやすみ時間** で時間帯を入れると、その間の通知は終了時刻にまとめて届きます。組織の設定ではなく個人の設定なので、店長さんそれぞれで入れる必要があります。",
        accepted: true,
        acceptedMinutesAfter: 540,
        helpfulBy: ["sekine", "tsujimoto"],
        comments: [{ by: "sekine", minutesAfter: 720, body: "設定しました。よく眠れそうです。" }],
      },
    ],
  },
  {
    key: "form-to-ticket-dup",
    by: "saito",
    daysAgo: 117,
    area: "helpdesk",
    scope: "public",
    tags: ["フォーム連携"],
    title: "校正の受付フォームから問い合わせが2件作られる",
    body: "フォームの「問い合わせを作成」をオンにし、さらに通知メールの宛先が共有受信箱のアドレスになっていました。たぶんそれが原因だと思うのですが、どちらを消すべきでしょうか。",
    answers: [
      {
        by: "ito",
        minutesAfter: 60,
        body: "通知メールの宛先のほうを外してください。「問い合わせを作成」で作られたものは、お客様のアドレスが依頼者として正しく入り、返信がそのままお客様に届きます。通知メールから作られたものは依頼者がシステムのアドレスになってしまいます。",
        accepted: true,
        acceptedMinutesAfter: 300,
        helpfulBy: ["saito", "honma", "makino"],
        comments: [
          {
            by: "saito",
            minutesAfter: 360,
            body: "外したら1件になりました。返信もお客様に届いています。",
          },
        ],
      },
    ],
  },
  {
    key: "english-signature-lang",
    by: "bennett",
    daysAgo: 76,
    area: "helpdesk",
    scope: "public",
    tags: ["signature", "language"],
    title: "Show an English signature when replying in English",
    body: "Our agents reply from one shared inbox in Japanese and English. The signature is always Japanese, including for customers who wrote in English. Can it follow the language of the ticket?",
    helpfulBy: ["sekine"],
    answers: [
      {
        by: "lim",
        minutesAfter: 420,
        body: `Yes. Under **Inbox > Signatures** add a second signature and set its condition to *ticket language is English*. The first matching one wins, so put the English one above the default.

If an agent switches the language of the ticket by hand, the signature changes with the next reply, not in the draft that is already open.`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["bennett", "hasegawa", "kojima"],
        comments: [
          { by: "bennett", minutesAfter: 1860, body: "Works. The order was what I had wrong." },
        ],
      },
    ],
  },
  {
    key: "ticket-language-wrong",
    by: "okafor",
    daysAgo: 12,
    area: "helpdesk",
    scope: "public",
    tags: ["language", "routing"],
    title: "Short English messages are detected as German",
    body: 'We get very short mails like "Kalibrierung OK?" and "Status please" from our German and English dealers. About one in five is detected as the wrong language, and goes to the wrong team. Is there a minimum length setting or a way to use the sender\'s country instead?',
    answers: [
      {
        by: "chen",
        minutesAfter: 1440,
        body: "I do not know a minimum length setting. We put a rule above the language rule: *contact's country is Taiwan* → my team. That never fails as long as the country is filled.",
      },
    ],
  },
  {
    key: "holiday-auto-reply",
    by: "matsumoto",
    daysAgo: 18,
    area: "helpdesk",
    scope: "customers",
    tags: ["自動返信", "年末年始"],
    title: "連休中だけ自動返信の文面を変える",
    body: "健診センターの休診期間に、「◯日以降に順次お返事します」という自動返信を出したいです。手で切り替えると忘れそうです。期間を指定できますか。",
    helpfulBy: ["iijima"],
    answers: [
      {
        by: "segawa",
        minutesAfter: 240,
        body: "共有受信箱の自動返信で「営業時間外の文面」を別に設定できます。休業日カレンダーに登録した日は営業時間外の扱いになるので、切り替え忘れはありません。文面に `{{next_business_day}}` を入れると、次の営業日の日付が自動で入ります。",
      },
      {
        by: "abe",
        minutesAfter: 1440,
        body: "期間ごとに文面を変えたいなら、割り当てルールの「期間」条件で別の定型文を自動送信する方法もあります。",
        helpfulBy: ["matsumoto"],
      },
    ],
  },
  {
    key: "ticket-field-required-close",
    by: "endo",
    daysAgo: 31,
    area: "helpdesk",
    scope: "public",
    tags: ["必須", "解決"],
    title: "解決時に「問い合わせ分類」の入力を必須にしたい",
    body: "分類が空のまま「解決」にされることが多く、月次の集計が「未分類」だらけです。",
    helpfulBy: ["matsumoto", "kogure", "iwakiri"],
    answers: [],
  },
  {
    key: "ticket-api-export",
    by: "kondo",
    daysAgo: 54,
    area: "helpdesk",
    scope: "public",
    tags: ["書き出し", "保存期間"],
    title: "3年より前の問い合わせを社内に保管したい",
    body: "社内規程でお客様とのやり取りを7年保管する必要があります。ミオツク上では3年で本文が見られなくなると聞きました。添付も含めてまとめて書き出す方法はありますか。件数は年に6万件ほどです。",
    answers: [],
  },
  {
    key: "phone-log-import",
    by: "segawa",
    daysAgo: 6.8,
    area: "helpdesk",
    scope: "customers",
    tags: ["電話", "履歴"],
    title: "電話の応対記録も同じお客さまの履歴に並べたい",
    body: "電話は別のシステムで受けていて、日報のように毎日CSVが出ます。お客さまの画面で、メールと電話を時系列に並べて見たいです。取り込みの「活動」でできそうに見えますが、実際にやっている方はいらっしゃいますか。",
    answers: [
      {
        by: "ito",
        minutesAfter: 1440,
        body: `電話の件数はうちのほうが多いかもしれません。「活動」で取り込んでいます。CSVは次の形です。

\`\`\`csv
phone,happened_at,type,summary,operator
0312345678,2025-06-02 10:14,電話,集荷時間の変更,伊藤
0451112222,2025-06-02 10:31,電話,料金の確認,水野
\`\`\`

照合キーを電話番号にするので、先に電話番号の照合を「数字のみで比較」にしておいてください。見つからない番号は「未照合」に残り、あとから手で付けられます。`,
      },
    ],
  },
  {
    key: "notify-mention-missed",
    by: "iwakiri",
    daysAgo: 1.5,
    area: "helpdesk",
    scope: "public",
    tags: ["メンション", "通知"],
    title: "社内メモで名前を呼ばれても通知が来ません",
    body: "「@岩切」と書いてもらっても、メールもアプリの通知も届きません。同じ課の2人は届いています。通知の設定は全部オンになっているように見えます。",
    answers: [
      {
        by: "eto",
        minutesAfter: 360,
        body: "「@岩切」と手で打っただけだと文字のままで、候補から選ばないと呼び出しになりません。色が付いて太字になっていれば成功です。過去のメモで岩切さんの名前が太字になっているか見てもらえますか。",
      },
    ],
  },
  {
    key: "sla-breach-list",
    by: "kanno",
    daysAgo: 0.2,
    area: "helpdesk",
    scope: "public",
    tags: ["対応期限"],
    title: "期限まで1時間を切ったものだけを並べて見る方法",
    body: "共有受信箱の一覧で「期限が近い順」に並べると、期限なしのものが先頭に来てしまいます。期限まで1時間以内のものだけの一覧を作り、窓口の大きな画面に出しておきたいです。",
    answers: [],
  },
  {
    key: "org-handover-template",
    by: "mizuno",
    daysAgo: 62,
    area: "helpdesk",
    scope: "organisation",
    tags: ["引き継ぎ", "シフト"],
    title: "遅番から早番への引き継ぎメモの書き方を決めたい",
    body: `センター内の相談です。引き継ぎメモの粒度が人によって違い、朝の確認に時間がかかっています。次の3行に統一したいのですが、不足はありますか。

1. お客様の状況（いま何に困っているか）
2. こちらがした約束（いつまでに何を）
3. 次の人がすること`,
    answers: [
      {
        by: "ito",
        minutesAfter: 240,
        body: "賛成です。2に「約束した時刻」を必ず入れる形だと助かります。「午前中に」だと人によって解釈が違いました。",
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["mizuno"],
      },
      {
        by: "kato",
        minutesAfter: 1440,
        body: "システム側の確認待ちのときは、依頼番号も書いてもらえると、こちらですぐ探せます。",
      },
    ],
  },
  {
    key: "helpdesk-kb-suggest",
    by: "eto",
    daysAgo: 35,
    area: "helpdesk",
    scope: "public",
    tags: ["よくある質問"],
    title: "問い合わせの入力中に「よくある質問」を表示して件数を減らしたい",
    body: "月に900件のうち3割は、サイトに答えがある内容です。フォームの入力中に候補を出す機能を使っている方は、どのくらい減りましたか。",
    helpfulBy: ["okada"],
    answers: [
      {
        by: "endo",
        minutesAfter: 1440,
        body: "受講生サポートで使っています。月410件が320件ほどになりました。ただ、最初は候補が的外れで「邪魔」と言われました。問い合わせの多い上位20件だけに絞って、見出しを受講生の言葉（「ログインできない」など）に書き換えてから効果が出ました。",
        helpfulBy: ["eto", "miura"],
      },
      {
        by: "murase",
        minutesAfter: 4320,
        body: "うちは入力中よりも、フォームの一番上に「今週多いご質問」を3つだけ手で置くほうが効きました。季節で変わるので（夏は賞味期限、冬はギフト）、毎週月曜に差し替えています。作業は5分です。",
        accepted: true,
        acceptedMinutesAfter: 7200,
        helpfulBy: ["yamamoto", "kinjo", "chen"],
        comments: [
          {
            by: "eto",
            minutesAfter: 11520,
            body: "両方試します。まず見出しをお客様の言葉に直すところから始めます。",
          },
        ],
      },
    ],
  },
  {
    key: "helpdesk-voice-tone",
    by: "tamaki",
    daysAgo: 86,
    area: "helpdesk",
    scope: "public",
    tags: ["定型文", "多施設"],
    title: "5施設で定型文を共有しつつ署名だけ変えたい",
    body: "定型文は本部で管理し、署名と電話番号は施設ごとに変えたいです。施設ごとに複製すると、直したときに反映漏れが起きます。",
    helpfulBy: ["shigematsu", "asano", "kato", "iwakiri"],
    answers: [
      {
        by: "abe",
        minutesAfter: 1440,
        body: "定型文の中に `{{team.signature}}` を入れて、署名は「チーム」の設定に持たせるとよいです。うちも店舗ごとに電話番号が違い、この形に落ち着きました。",
        helpfulBy: ["tamaki", "kuroki"],
      },
    ],
  },
  {
    key: "helpdesk-bulk-close",
    by: "mizuno",
    daysAgo: 110,
    area: "helpdesk",
    scope: "public",
    tags: ["一括操作"],
    title: "3か月動きのない「保留」を理由を付けてまとめて閉じたい",
    body: "保留のまま残っているものが480件あります。一括で「解決」にすると、お客様に完了のメールが飛んでしまうので避けたいです。",
    answers: [],
  },
] satisfies SeedQuestion[];
