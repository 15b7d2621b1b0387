import type { SeedQuestion } from "./types.ts";

export const questions = [
  {
    key: "dmarc-quarantine",
    by: "tsutsumi",
    daysAgo: 398,
    area: "email",
    scope: "public",
    tags: ["dmarc", "到達率", "gmail"],
    title: "大手フリーメールあての開封率が急に半分になりました（DMARC対応）",
    body: `週2回のメルマガで、大手フリーメールあてだけ開封率が31%から14%に落ちました。他のドメインは変わっていません。迷惑メールに入っているようです。

送信ドメインの設定は、SPFが「認証済み」、DKIMが「認証済み」、DMARCが「未設定」です。DMARCはどう書けばよいでしょうか。いきなり厳しくするのは怖いです。`,
    helpfulBy: [
      "tanabe",
      "matsuda",
      "sugiyama",
      "makino",
      "okuno",
      "yokoyama",
      "kawabata",
      "kanno",
    ],
    answers: [
      {
        by: "sakaki",
        minutesAfter: 120,
        body: `まずは観察だけの設定から始めてください。DNSに次のTXTレコードを追加します。

\`\`\`
ホスト名: _dmarc.example.jp
値: v=DMARC1; p=none; rua=mailto:dmarc-report@example.jp
\`\`\`

\`p=none\` は「何もしない」ですので、届かなくなることはありません。これで「DMARCあり」とみなされます。レポートを2〜4週間見て、自社の正規の送信がすべて合格していたら \`p=quarantine\` に進めます。

なお、差出人のドメインとDKIMのドメインが一致していることが必要です。**設定 > 送信ドメイン** で「整列（アライメント）」が緑になっているかもご確認ください。`,
        accepted: true,
        acceptedMinutesAfter: 360,
        verified: true,
        trueForVersion: "4.9",
        helpfulBy: [
          "tsutsumi",
          "kanno",
          "asano",
          "hasegawa",
          "nishimura",
          "ogawa",
          "iwakiri",
          "segawa",
          "okafor",
          "kobayashi",
          "matsuda",
          "hattori",
        ],
        comments: [
          {
            by: "tsutsumi",
            minutesAfter: 13080,
            body: "追加して1週間、開封率が28%まで戻りました。",
          },
        ],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: "うちの経験では、DMARCと同時に「長く開いていない人」への配信を止めたのも効きました。1年以上未開封の約4割を外したら、到達が安定しました。数は減りますが、クリック数はほぼ変わりません。",
        helpfulBy: ["tsutsumi", "kanno", "adachi", "suzuki", "okuno", "kogure"],
      },
      {
        by: "iijima",
        minutesAfter: 43200,
        body: "横から失礼します。受信レポート（XML）を読むのが大変だったので、当社は無料の可視化サービスを使っています。担当者1人でも続けられています。",
        helpfulBy: ["tsutsumi", "kudo"],
      },
      {
        by: "miyazawa",
        minutesAfter: 44640,
        body: "情シスの立場から一点だけ。レポートの宛先（`rua`）に自社と別のドメインのアドレスを使う場合は、受け取る側のDNSにも許可のレコードが必要です。これがないとレポートが1通も届かず、「問題なし」と勘違いします。",
        helpfulBy: ["tsutsumi", "takahashi", "adachi"],
      },
    ],
  },
  {
    key: "merge-tag-fallback",
    by: "kinjo",
    daysAgo: 66,
    area: "email",
    scope: "public",
    tags: ["差し込み"],
    title: "姓が空欄の方に「 様」だけで届いてしまいました",
    body: "会員向けメールの冒頭を `{{contact.last_name}} 様` にしたところ、姓が未登録の会員（約200名）に「 様」とだけ表示されて届いてしまいました。空のときは「お客様」にしたいです。",
    answers: [
      {
        by: "tsutsumi",
        minutesAfter: 35,
        body: `代わりの文字を指定できます。

\`\`\`html
{{contact.last_name | append: " 様" | default: "お客様"}}
\`\`\`

順番が大事で、先に \`append\` してから \`default\` です……と言いたいのですが、空欄でも「 様」が付いてしまうため、正しくは条件で分けます。`,
        editedTo: `条件で分けて書きます（最初に書いた \`default\` の例は、空欄でも「 様」が付いてしまうため修正しました）。

\`\`\`html
{% if contact.last_name %}{{contact.last_name}} 様{% else %}お客様{% endif %}
\`\`\`

**テスト配信 > 受信者を選んで表示** で、姓が空の方を選んで確認してから配信すると安心です。`,
        accepted: true,
        acceptedMinutesAfter: 120,
        helpfulBy: ["kinjo", "narita", "tsukada", "yamamoto", "higa"],
        comments: [
          {
            by: "kinjo",
            minutesAfter: 155,
            body: "修正版で「お客様」になりました。テスト配信で人を選べることも知りませんでした。",
          },
        ],
      },
      {
        by: "sasaki",
        minutesAfter: 1440,
        body: "配信前の「差し込みチェック」をオンにすると、空欄になる人数を出してくれます。うちは必須にしています。",
        helpfulBy: ["nakajima"],
      },
    ],
  },
  {
    key: "unsubscribe-one-click",
    by: "sasaki",
    daysAgo: 182,
    area: "email",
    scope: "customers",
    tags: ["配信停止"],
    title: "ワンクリック配信停止のヘッダーは付いていますか",
    body: "大手の受信側で必須になると聞きました。ミオツクの一斉配信には自動で付くのでしょうか。それとも設定が必要ですか。",
    helpfulBy: ["adachi", "tanoue"],
    answers: [
      {
        by: "onodera",
        minutesAfter: 60,
        body: `一斉配信とシナリオの案内メールには、5.0から自動で付いています。設定は不要です。フォームの自動返信など、取引に関わるメールには付きません。

受信側のボタンから停止されたものは、配信停止の理由が「受信側のボタン」と記録されます。`,
        accepted: true,
        acceptedMinutesAfter: 670,
        verified: true,
        trueForVersion: "5.0",
        helpfulBy: ["sasaki", "suzuki", "okuno"],
      },
    ],
  },
  {
    key: "scheduled-send-wrong-tz",
    by: "chen",
    daysAgo: 155,
    area: "email",
    scope: "public",
    tags: ["schedule", "timezone"],
    title: "Scheduled campaign went out one hour late for Taiwan guests",
    body: "I scheduled a campaign for 10:00 for our guests in Taiwan. It arrived at 10:00 Japan time for some people and 10:00 Taipei time for others? My profile is set to Asia/Taipei. I am confused which time zone is used.",
    helpfulBy: ["hayashi"],
    answers: [
      {
        by: "lim",
        minutesAfter: 120,
        body: `Three time zones play a role:

| What | Which zone |
|---|---|
| Time you type in the scheduler | your profile (Taipei) |
| "Send at recipient's local time" | the contact's \`time_zone\`, if filled |
| Reports | the organisation's zone (Tokyo) |

I guess "recipient's local time" was ticked. Contacts without a time zone fall back to the organisation, so those got it at 10:00 Tokyo = 9:00 Taipei.`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["chen", "kanno", "hayashi", "sasaki", "fujiwara"],
        comments: [
          {
            by: "chen",
            minutesAfter: 1560,
            body: "Yes! It was ticked and 40% of my contacts have no time zone. I filled the field by import and it is fine now.",
          },
        ],
      },
      {
        by: "whitfield",
        minutesAfter: 2880,
        body: "Since 5.1 the confirmation dialog shows how many recipients will be sent at which time. Worth a look before you press the button.",
        verified: true,
        trueForVersion: "5.1",
        helpfulBy: ["takahashi", "hoshino"],
      },
    ],
  },
  {
    key: "bounce-stop-release",
    by: "hasegawa",
    daysAgo: 44,
    area: "email",
    scope: "public",
    tags: ["エラー停止"],
    title: "エラー停止になった常連さんを解除したい",
    body: "毎回注文をくださる方がエラー停止になっていました。電話で聞いたら、受信箱がいっぱいだったそうです。もう大丈夫とのことなので解除したいのですが、ボタンが見つかりません。",
    answers: [
      {
        by: "asano",
        minutesAfter: 60,
        body: "顧客の詳細画面の「メール」タブに「エラー停止を解除」があります。管理者でないと表示されないので、ご自分の権限も確認してみてください。",
        accepted: true,
        acceptedMinutesAfter: 1139,
        helpfulBy: ["fujiwara", "ono"],
        comments: [
          {
            by: "hasegawa",
            minutesAfter: 240,
            body: "ありました。タブの存在に気づいていませんでした。",
          },
        ],
      },
      {
        by: "murase",
        minutesAfter: 360,
        body: "補足で、受信箱いっぱいのような「一時的なエラー」は5回連続で停止、宛先なしの「恒久的なエラー」は1回で停止です。理由はエラー一覧に出ます。恒久的なほうを確認なしに解除すると送信元の評価が下がるので、そこだけご注意を。",
        helpfulBy: ["sasaki", "okafor"],
      },
    ],
  },
  {
    key: "dark-mode-logo",
    by: "nishimura",
    daysAgo: 29,
    area: "email",
    scope: "public",
    tags: ["デザイン", "ダークモード"],
    title: "ダークモードで見るとロゴの文字が消えます",
    body: "メール上部のロゴが黒文字の透過PNGで、スマートフォンのダークモードだと背景に溶けてしまいます。白い縁取りをつけるしかないでしょうか。",
    helpfulBy: ["ono", "nakajima"],
    answers: [
      {
        by: "narita",
        minutesAfter: 180,
        body: `私は次の2つを組み合わせています。

1. ロゴの外側に4pxほどの白フチを付ける（ライトでは見えない）
2. ヘッダーブロックの背景色を「自動」ではなく \`#ffffff\` に固定する

2だけだと背景まで反転するメールソフトがあるので、1も必要です。メディア属性で画像を差し替える方法もありますが、効かないソフトが多く、手間に見合いませんでした。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["nishimura", "hirabayashi", "sekine"],
      },
      {
        by: "nagatomo",
        minutesAfter: 2880,
        body: "うちは思い切って濃い色の帯に白ロゴにしました。どちらでも同じ見た目になります。",
        helpfulBy: ["nishimura"],
      },
    ],
  },
  {
    key: "ab-test-winner",
    by: "yamamoto",
    daysAgo: 112,
    area: "email",
    scope: "public",
    tags: ["件名テスト"],
    title: "件名ABテストの「勝者」がクリック率と逆になります",
    body: "件名をAとBで試し、2時間後に勝ったほうを残り全員に送る設定です。開封率はAが勝ち、クリック率はBが勝ちで、毎回Aが選ばれます。クリック率で判定したいのですが可能ですか。あと、2時間で決めてよいものかも気になっています。",
    helpfulBy: ["kinjo"],
    answers: [
      {
        by: "tsutsumi",
        minutesAfter: 300,
        body: `判定の基準は「ABテスト > 勝者の決め方」で開封・クリック・コンバージョンから選べます。

時間については、うち（週2本、1回3万通）だと2時間では夜型のお客様が入らず、4時間にしたら結果が入れ替わることが減りました。母数も大事で、1パターン1,000通未満だと差があっても偶然の範囲です。`,
        helpfulBy: ["yamamoto", "okafor", "kitagawa", "bennett"],
      },
      {
        by: "kitagawa",
        minutesAfter: 1440,
        body: `開封率は、自動で画像を先読みするメールソフトの影響でかなり水増しされています。件名のテストでも「クリック ÷ 配信数」を見るのがおすすめです。

偶然かどうかは、ざっくり次の目安で。

- 配信 各1,000通、クリック率3%なら、差が約1.6ポイント以上で「たぶん本物」
- 配信 各5,000通なら、約0.7ポイント以上`,
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["yamamoto", "adachi", "yoshida", "ito", "shigematsu"],
        comments: [
          {
            by: "yamamoto",
            minutesAfter: 5760,
            body: "クリックで4時間に変えました。これまでの「Aが強い」という思い込みが崩れました。",
          },
        ],
      },
    ],
  },
  {
    key: "newsletter-frequency",
    by: "kusunoki",
    daysAgo: 260,
    area: "email",
    scope: "customers",
    tags: ["配信頻度"],
    title: "専門職向けニュースレターの適切な頻度",
    body: "月2回にするか月1回にするかで所内の意見が割れています。企業の法務担当の方が主な読者です。頻度を変えた経験のある方の数字を伺えますか。",
    answers: [
      {
        by: "aizawa",
        minutesAfter: 1440,
        body: "派遣先企業向けで、月4回 → 月2回に減らしたときの数字です。停止率は0.42% → 0.15%、1通あたりのクリック率は1.9% → 3.3%、月間の合計クリックは約1割減でした。合計は少し減りましたが、商談への影響は見られませんでした。",
        helpfulBy: ["shigematsu", "sugiyama", "hughes"],
      },
      {
        by: "karasawa",
        minutesAfter: 2880,
        body: "海外代理店向けは月1回＋号外にしています。号外は法改正など理由があるときだけ。号外の開封率がいちばん高いです。",
        comments: [
          {
            by: "kusunoki",
            minutesAfter: 8640,
            body: "号外という考え方は、法改正のお知らせにちょうど合いそうです。",
          },
        ],
      },
    ],
  },
  {
    key: "attachment-pdf",
    by: "iijima",
    daysAgo: 91,
    area: "email",
    scope: "public",
    tags: ["添付", "pdf"],
    title: "一斉配信にPDFを添付できますか",
    body: "検針のお知らせ（PDF、1ページ）をお客さまごとに添付して送りたいです。配信の編集画面に添付の項目がありません。",
    answers: [
      {
        by: "onodera",
        minutesAfter: 180,
        body: `一斉配信にはファイルを添付できません。到達率が大きく下がるためです。お客さまごとに異なる書類の場合は、**顧客ファイル** に登録し、本文に期限つきのリンクを差し込む方法をご利用ください。

\`\`\`html
{{contact.file("kenshin").url(expires_in: "30 days")}}
\`\`\`

開くときに生年月日などを確認させる設定もできます。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        verified: true,
        helpfulBy: ["iijima", "tsunoda", "mochizuki"],
        comments: [
          {
            by: "iijima",
            minutesAfter: 1620,
            body: "リンク方式で社内の審査も通りました。添付より安全とのことで、結果的に良かったです。",
          },
        ],
      },
      {
        by: "fujiwara",
        minutesAfter: 5760,
        body: "当法人もリンクにしています。リンク先の有効期限は短めにし、期限切れの画面に再発行の案内を載せておくと、電話が減りました。",
        helpfulBy: ["matsuda"],
      },
    ],
  },
  {
    key: "preview-text-remains",
    by: "arai",
    daysAgo: 136,
    area: "email",
    scope: "public",
    tags: ["プレビューテキスト"],
    title: "受信一覧に「画像が表示されない場合は」と出てしまう",
    body: "スマートフォンの受信一覧で、件名の下に「画像が表示されない場合はこちら」と表示されます。ここに別の文章を出すにはどうすればよいですか。",
    answers: [
      {
        by: "tsutsumi",
        minutesAfter: 20,
        body: "配信の編集画面、件名のすぐ下の「プレビューテキスト」に文章を入れてください。40文字前後が目安です。空だと本文の先頭が使われるので、その文が出てしまいます。",
        accepted: true,
        acceptedMinutesAfter: 60,
        helpfulBy: ["arai", "kojima", "sagara"],
      },
      {
        by: "karasawa",
        minutesAfter: 1440,
        body: "前の号を複製して作ると、前の号のプレビューテキストが残るので要注意です。2回やりました。",
      },
    ],
  },
  {
    key: "outlook-gap",
    by: "karasawa",
    daysAgo: 205,
    area: "email",
    scope: "public",
    tags: ["outlook", "html"],
    title: "Outlookで画像と画像の間に白い線が入ります",
    body: "海外代理店向けのメールを画像3枚の縦並びで作りました。Outlook（デスクトップ版）でだけ、画像の間に細い白い線が入ります。",
    helpfulBy: ["matsumoto", "kondo", "kudo"],
    answers: [
      {
        by: "narita",
        minutesAfter: 120,
        body: `デスクトップ版のOutlookは、奇数の高さや拡大表示のときに隙間を作ることがあります。

1. 画像の高さを4の倍数にそろえる
2. 画像ブロックの「行の高さ」を0にする（ブロック設定 > 余白 > 詳細）
3. 背景色を画像と近い色にしておく

それでも残る場合は、画像を分割せず1枚にするのが確実です。文字はテキストで書くほうが読まれますし……と元制作会社としては言いたくなります。`,
        accepted: true,
        acceptedMinutesAfter: 325,
        helpfulBy: ["karasawa", "hasegawa", "morita", "yoshida"],
      },
    ],
  },
  {
    key: "english-plain-text",
    by: "bennett",
    daysAgo: 47,
    area: "email",
    scope: "public",
    tags: ["plain-text", "deliverability"],
    title: "Do you still write a separate plain-text version?",
    body: "Our English newsletter goes to about 2,000 dealers, some on very old mail clients. Miotsuku generates the text part automatically, but tables turn into soup. Do you edit it by hand, and is it worth the time?",
    helpfulBy: ["iijima"],
    answers: [
      {
        by: "lim",
        minutesAfter: 300,
        body: "We edit it only for the monthly newsletter. For everything else we keep the layout simple enough for the automatic version. Two things that helped: no layout tables, and real text in buttons rather than images.",
        helpfulBy: ["matsuda", "kogure"],
      },
      {
        by: "whitfield",
        minutesAfter: 1440,
        body: 'It also matters for smart watches and for people who use screen readers in text mode. There is a "copy from last issue" button in the text tab, which makes the manual way less painful.',
        helpfulBy: ["iijima"],
      },
      {
        by: "hughes",
        minutesAfter: 4320,
        body: "If you do edit by hand: keep the lines short. The editor does not wrap them for you.",
      },
    ],
  },
  {
    key: "test-to-all-accident",
    by: "mochizuki",
    daysAgo: 75,
    area: "email",
    scope: "organisation",
    tags: ["事故防止", "手順"],
    title: "誤配信を防ぐ配信前チェックの案を作りました",
    body: `先月の「テスト」の文字が残ったままの配信を受けて、手順案です。ご意見ください。

- [ ] 差し込みチェックをオンにした
- [ ] テスト配信を2人が受け取り、リンクを全部押した
- [ ] セグメントの人数が前回と1割以上違わない
- [ ] 承認者（副部長）が配信ボタンを押した`,
    helpfulBy: ["suzuki"],
    answers: [
      {
        by: "suzuki",
        minutesAfter: 300,
        body: "承認者は私だけだと休みの日に止まるので、課長も押せるようにしましょう。それ以外は賛成です。",
        helpfulBy: ["mochizuki"],
      },
      {
        by: "oishi",
        minutesAfter: 1440,
        body: "サポート部にも配信予定を前日に共有していただけると助かります。お客さまから問い合わせが来たときに答えられません。",
        helpfulBy: ["mochizuki", "suzuki", "sugiyama"],
        comments: [
          { by: "mochizuki", minutesAfter: 2880, body: "どちらも入れます。来週から試行します。" },
        ],
      },
    ],
  },
  {
    key: "resend-unopened",
    by: "kogure",
    daysAgo: 24,
    area: "email",
    scope: "public",
    tags: ["再送"],
    title: "開封していない人だけに再送する方法",
    body: "セミナー案内を開いていない方に、締切前にもう一度送りたいです。前回の配信の「未開封」を選ぶだけでよいのでしょうか。",
    answers: [
      {
        by: "murase",
        minutesAfter: 120,
        body: `配信レポートの「未開封の人に再送」で作れます。ただ、2点だけ気をつけてください。

- 開封の判定は完全ではないので、「読んだのにまた来た」という方が必ずいます。件名を「（再掲）」などに変えると苦情が減ります
- すでに申し込んだ方を外す条件（フォーム回答あり）を忘れずに足してください。自動では外れません`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["kogure", "saito"],
        comments: [
          { by: "kogure", minutesAfter: 1560, body: "申込済みの方を外し忘れるところでした。" },
        ],
      },
    ],
  },
  {
    key: "spf-too-many",
    by: "tamaki",
    daysAgo: 8.2,
    area: "email",
    scope: "public",
    tags: ["spf", "dns"],
    title: "SPFに追加したら「permerror」になりました",
    body: `ホテル5つの予約システムなどで、すでに多くのサービスをSPFに入れています。ミオツクを追加したところ、検証画面にこう出ました。

\`\`\`
SPF: permerror (too many DNS lookups: 12)
\`\`\`

既存の設定を消してよいか判断できません。`,
    answers: [
      {
        by: "sakaki",
        minutesAfter: 180,
        body: `SPFは問い合わせ10回までという決まりがあり、\`include\` が多いと超えます。ミオツクの送信は、戻り先（Return-Path）に専用のサブドメインを使えますので、**いまのSPFには追加せず**、次のCNAMEだけ設定してください。

\`\`\`
ホスト名: bounce.example.jp
種別: CNAME
値: rp.miotsuku.example
\`\`\`

**設定 > 送信ドメイン > 戻り先ドメイン** に \`bounce.example.jp\` を入れると、SPFはそちらで判定されます。`,
        helpfulBy: ["tamaki", "tsujimoto", "honma"],
      },
      {
        by: "miyazawa",
        minutesAfter: 1440,
        body: "同じ理由で当社もサブドメイン方式です。あわせて、使っていないサービスの `include` を棚卸しすると、たいてい2つ3つは消せます。",
        helpfulBy: ["shimabukuro"],
      },
    ],
  },
  {
    key: "open-rate-100",
    by: "yokoyama",
    daysAgo: 123,
    area: "email",
    scope: "public",
    tags: ["開封率"],
    title: "開封率が97%になっている配信があります",
    body: "代理店31社あての配信で、開封30社・97%と出ました。さすがに高すぎると思うのですが、正しい数字でしょうか。",
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 180,
        body: "法人のセキュリティ製品が、受信したメールの画像やリンクを自動で開くことがあります。配信から数十秒以内に開封が集中していないか、配信レポートの「時間帯」で見てみてください。",
        comments: [{ by: "yokoyama", minutesAfter: 480, body: "配信から1分以内に26社でした……。" }],
      },
      {
        by: "lim",
        minutesAfter: 1440,
        body: 'There is a switch under Settings > Email > "Exclude automated opens and clicks". We have it on; the report then shows both numbers.',
        helpfulBy: ["takano"],
      },
    ],
  },
  {
    key: "transactional-vs-bulk",
    by: "kanno",
    daysAgo: 2.7,
    area: "email",
    scope: "customers",
    tags: ["配信停止", "重要なお知らせ"],
    title: "配信停止の方にも送れる「重要なお知らせ」の範囲",
    body: "料金改定のお知らせを、配信停止のお客さまにも送る必要があります。「取引メール」の種別で送れると聞きましたが、どこまでの内容が許されるのでしょうか。末尾にキャンペーンの案内を1行入れたいと言われています。",
    answers: [
      {
        by: "kusunoki",
        minutesAfter: 360,
        body: "法律の個別の判断は差し控えますが、一般論として、取引に必要な通知と広告が混ざると全体が広告とみなされるおそれがあります。キャンペーンの1行は入れず、別の配信に分けるのが無難です。",
        helpfulBy: ["kawabata", "kato"],
      },
      {
        by: "onodera",
        minutesAfter: 1440,
        body: "ミオツクの利用規約でも、取引メールに広告を含めることはお断りしています。種別の変更には管理者の承認が必要で、文面はサポートで確認しています。",
        verified: true,
      },
    ],
  },
  {
    key: "font-size-mobile",
    by: "ishii",
    daysAgo: 0.6,
    area: "email",
    scope: "public",
    tags: ["デザイン", "スマートフォン"],
    title: "保護者の方から「文字が小さい」と言われます",
    body: "園だよりをメールで送っています。パソコンの編集画面では14pxで読みやすいのですが、スマートフォンで見ると小さいようです。皆さんは何pxにしていますか。",
    answers: [],
  },
  {
    key: "wave-send-limit",
    by: "higa",
    daysAgo: 1.9,
    area: "email",
    scope: "public",
    tags: ["配信速度", "サーバー負荷"],
    title: "配信直後に予約サイトが重くなるので、分けて送りたい",
    body: "会員4万人に一斉に送ると、直後の10分間に予約サイトへのアクセスが集中して重くなります。1時間くらいかけて少しずつ送る設定はありますか。",
    answers: [
      {
        by: "sasaki",
        minutesAfter: 300,
        body: "うちも冬の早割で同じことが起きました。配信設定の「配信速度」を「分散（1時間）」にしています。早いもの勝ちの内容だと不公平になるので、受付開始の時刻を本文に書いて、配信はその前に終わるようにしています。",
      },
    ],
  },
  {
    key: "signature-per-owner",
    by: "maruyama",
    daysAgo: 19,
    area: "email",
    scope: "public",
    tags: ["差し込み", "担当者"],
    title: "担当営業の名前と電話番号を署名に差し込みたい",
    body: "展示会後のお礼メールを、お客様ごとの担当営業の名前で送りたいです。差出人名も変えられますか。",
    answers: [
      {
        by: "okuno",
        minutesAfter: 240,
        body: `どちらも差し込めます。

\`\`\`html
{{contact.owner.name}}
{{contact.owner.phone}}
\`\`\`

差出人は、配信設定の差出人で「顧客の担当者」を選びます。担当者が未設定の方のために「代わりの差出人」が必須です。担当者のメールアドレスが認証済みドメインでないと、その人の分だけ代わりの差出人になります。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["maruyama", "matsumoto", "murase"],
      },
    ],
  },
  {
    key: "delivery-report-hourly",
    by: "iwakiri",
    daysAgo: 351,
    area: "email",
    scope: "public",
    tags: ["レポート"],
    title: "配信レポートの数字が翌日に少し減るのはなぜですか",
    body: "配信当日のクリック数が412だったのに、翌日見ると398になっていました。減ることがあるのでしょうか。",
    answers: [
      {
        by: "onodera",
        minutesAfter: 1440,
        body: "自動アクセスと判定されたクリックを、翌日未明にまとめて除いているためです。当日の数字は速報値とお考えください。レポートの見出しに「速報」「確定」と表示するよう、5.0で改善しました。",
        verified: true,
        helpfulBy: ["iwakiri"],
      },
    ],
  },
  {
    key: "mailmag-archive-page",
    by: "tsunoda",
    daysAgo: 57,
    area: "email",
    scope: "public",
    tags: ["バックナンバー"],
    title: "配信したメールをサイトのバックナンバーとして公開したい",
    body: "前任者は毎号コピーしてページを作っていたようです。自動で一覧に載せる仕組みがあれば知りたいです。",
    helpfulBy: ["kinjo", "okada"],
    answers: [],
  },
  {
    key: "email-emoji-subject",
    by: "nagatomo",
    daysAgo: 83,
    area: "email",
    scope: "public",
    tags: ["件名", "絵文字"],
    title: "件名に絵文字を入れると届きにくくなりますか",
    body: "新商品のお知らせで、件名に1つ入れたいと思っています。上司は「迷惑メールに見える」と反対です。数字があれば説得できるのですが。",
    helpfulBy: ["kondo"],
    answers: [
      {
        by: "tsutsumi",
        minutesAfter: 240,
        body: "茶の間百貨では10回ずつ比べて、到達率に差はなく、クリック率も誤差の範囲でした。ただ、入れた回は「安っぽい」というご意見を2件いただきました。数字よりブランドに合うかどうかで決めてよいと思います。",
        helpfulBy: ["nagatomo", "kinjo", "mizutani"],
      },
      {
        by: "sasaki",
        minutesAfter: 1440,
        body: "旅行だと季節感が出て相性がよいです。古い端末で「□」になることがあるので、文頭ではなく文末に1つだけにしています。",
        helpfulBy: ["nagatomo"],
      },
    ],
  },
  {
    key: "email-approver-absent",
    by: "kinjo",
    daysAgo: 31,
    area: "email",
    scope: "public",
    tags: ["承認"],
    title: "承認者が休みのときに配信の承認を代わってもらう設定",
    body: "急ぎのお知らせがあるのに、承認者が休暇で配信できませんでした。あらかじめ代理の人を決めておく設定はあるでしょうか。",
    helpfulBy: ["ogawa"],
    answers: [],
  },
  {
    key: "email-seed-list-en",
    by: "lim",
    daysAgo: 9.5,
    area: "email",
    scope: "public",
    tags: ["deliverability", "monitoring"],
    title: "Does anyone monitor inbox placement for Japanese carriers?",
    body: "Our seed list covers the global providers, but nothing for the Japanese mobile carriers, which are about 12% of our list. Bounce figures look fine, yet opens there dropped from 22% to 15% over three months. How do you measure placement?",
    answers: [],
  },
  {
    key: "email-reserve-remind",
    by: "takahashi",
    daysAgo: 71,
    area: "email",
    scope: "public",
    tags: ["差し込み", "日付", "リマインド"],
    title: "来場予約の前日メールで、日付を「6月14日（土）」の形で出したい",
    body: "前日のご案内メールに予約日を差し込むと「2025-06-14」と表示されます。お客様には「6月14日（土）」のように見せたいです。曜日も自動で付けられますか。",
    helpfulBy: ["kojima"],
    answers: [
      {
        by: "tsutsumi",
        minutesAfter: 45,
        body: `書式を指定すれば変えられます。

\`\`\`html
{{contact.yoyaku_date | date: "%-m月%-d日"}}
\`\`\``,
        helpfulBy: ["sekine", "kinjo"],
      },
      {
        by: "murase",
        minutesAfter: 120,
        body: `曜日まで付けるなら、日本語の曜日用に \`%a\` の代わりに \`%ja\` という書き方があります。

\`\`\`html
{{contact.yoyaku_date | date: "%-m月%-d日（%ja）"}}
\`\`\`

\`%a\` だと「Sat」になってしまいます。予約時刻も入れるなら \`%H:%M\` を続けてください。件名でも同じ書き方が使えます。`,
        accepted: true,
        acceptedMinutesAfter: 300,
        helpfulBy: ["takahashi", "takano", "ono", "kobayashi"],
        comments: [
          {
            by: "takahashi",
            minutesAfter: 420,
            body: "「6月14日（土）10:30」と表示できました。件名にも入れたら「分かりやすい」とお客様に言われました。",
          },
        ],
      },
    ],
  },
  {
    key: "email-en-footer",
    by: "bennett",
    daysAgo: 13,
    area: "email",
    scope: "customers",
    tags: ["footer", "unsubscribe"],
    title: "Footer address is Japanese in English campaigns",
    body: "The legal footer with our postal address is filled in automatically, always in Japanese characters. For dealers outside Japan an address in Latin letters would be more useful. Can there be a second one?",
    helpfulBy: ["morita"],
    answers: [
      {
        by: "lim",
        minutesAfter: 540,
        body: "Yes, since 5.1: **Settings > Email > Footer > Add language**. The footer then follows the language version of the email. If the email has only one language, pick the footer by hand in the send dialog.",
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["bennett"],
        comments: [
          {
            by: "bennett",
            minutesAfter: 1980,
            body: "Found it. Our dealers in Penang will finally be able to read where we are.",
          },
        ],
      },
    ],
  },
] satisfies SeedQuestion[];
