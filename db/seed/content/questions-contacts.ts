import type { SeedQuestion } from "./types.ts";

export const questions = [
  {
    key: "csv-mojibake",
    by: "maruyama",
    daysAgo: 412,
    area: "contacts",
    scope: "public",
    tags: ["csv", "文字化け", "excel"],
    title: "Excelで作ったCSVを取り込むと社名が文字化けします",
    body: `展示会で集めた名刺データ（約800件）をExcelで整理し、CSVで保存して取り込みました。すると会社名と氏名がすべて「譬ｪ蠑丈ｼ夂､ｾ」のような文字になります。

- Excelの保存形式は「CSV（コンマ区切り）」
- 取り込み画面の文字コードは「自動判別」
- Windows 11 / Microsoft 365

毎月の作業なので、確実な手順を知りたいです。`,
    helpfulBy: [
      "fujiwara",
      "kuroki",
      "matsuda",
      "kinjo",
      "yoshida",
      "hughes",
      "sekine",
      "shigematsu",
      "iwakiri",
    ],
    answers: [
      {
        by: "morita",
        minutesAfter: 40,
        body: `Excelの「CSV（コンマ区切り）」はShift_JIS（正確にはCP932）で保存されます。一方、自動判別は先頭の数行しか見ないので、1行目がアルファベットの見出しだけだと判定を誤ることがあります。

確実な手順は次のどちらかです。

1. Excelで **「CSV UTF-8（コンマ区切り）」** を選んで保存する
2. 取り込み画面で文字コードを **「Shift_JIS（Windows）」** に固定し、「この設定を覚える」をオンにする

「髙」「﨑」のような文字が含まれるなら1を強くおすすめします。Shift_JISでは表せない文字が「?」になるためです。`,
        editedTo: `Excelの「CSV（コンマ区切り）」はShift_JIS（正確にはCP932）で保存されます。一方、自動判別は先頭の数行しか見ないので、1行目がアルファベットの見出しだけだと判定を誤ることがあります。

確実な手順は次のどちらかです。

1. Excelで **「CSV UTF-8（コンマ区切り）」** を選んで保存する
2. 取り込み画面で文字コードを **「Shift_JIS（Windows）」** に固定し、「この設定を覚える」をオンにする

「髙」「﨑」のような文字が含まれるなら1を強くおすすめします。Shift_JISでは表せない文字が「?」になるためです。

**追記**：Mac版のExcelでも、保存形式の一覧の「CSV UTF-8（コンマ区切り）」を選べば同じです。「CSV（Macintosh）」は別の文字コードになるので選ばないでください。`,
        accepted: true,
        acceptedMinutesAfter: 120,
        verified: true,
        trueForVersion: "4.9",
        helpfulBy: [
          "honma",
          "fujiwara",
          "ito",
          "hasegawa",
          "tanoue",
          "hayashi",
          "ishii",
          "nishio",
          "kudo",
          "makino",
          "kawabata",
          "tsunoda",
          "tsukada",
          "asano",
        ],
        comments: [
          {
            by: "maruyama",
            minutesAfter: 160,
            body: "1の方法で直りました。「髙橋」様が3名いらしたので、UTF-8にして正解でした。",
          },
        ],
      },
      {
        by: "kitagawa",
        minutesAfter: 1440,
        body: "すでに文字化けしたまま取り込んでしまった分は、**顧客 > 取り込み履歴 > この取り込みを取り消す** で72時間以内なら丸ごと戻せます。上書き更新だった項目も前の値に戻ります。",
        helpfulBy: ["kanno", "adachi", "takano", "hirabayashi", "rahman"],
      },
    ],
  },
  {
    key: "csv-mojibake-again",
    by: "kinjo",
    daysAgo: 21,
    area: "contacts",
    scope: "public",
    tags: ["csv", "文字化け"],
    title: "会員名簿の取り込みで漢字が読めない文字になる",
    body: "予約システムから出した会員名簿のCSVを取り込むと、名前が記号のような文字になってしまいます。英数字は大丈夫です。どうすればよいでしょうか。",
    duplicateOf: "csv-mojibake",
    answers: [
      {
        by: "higa",
        minutesAfter: 120,
        body: "同じ症状の質問が以前にありました。取り込み画面の文字コードを「Shift_JIS（Windows）」にすると直ると思います。",
        helpfulBy: ["mizuno"],
        comments: [
          { by: "kinjo", minutesAfter: 300, body: "直りました。探し方が足りず失礼しました。" },
        ],
      },
    ],
  },
  {
    key: "csv-leading-zero",
    by: "tanabe",
    daysAgo: 287,
    area: "contacts",
    scope: "public",
    tags: ["csv", "excel", "顧客番号"],
    title: "顧客番号の先頭のゼロが消えて別人として登録されました",
    body: "代理店コードが「00127」のような5桁です。CSVを書き出してExcelで開き、少し直して保存してから取り込んだところ、「127」の新しい顧客が212件できてしまいました。元に戻す方法と、次から防ぐ方法を教えてください。",
    helpfulBy: ["kusunoki", "oishi", "hirabayashi", "okafor"],
    answers: [
      {
        by: "morita",
        minutesAfter: 60,
        body: `まず戻し方です。取り込みから72時間以内なら、**取り込み履歴** から取り消せます。過ぎている場合は「取り込み名」で絞り込んで一括削除してください。

防ぎ方です。CSVをダブルクリックで開くと、Excelが数字とみなしてゼロを落とします。

- Excelの **データ > テキストまたはCSVから** で開き、該当の列を「テキスト」にする
- または、取り込み画面で「桁数をそろえる（5桁・先頭0）」を指定する

後者なら開き方を間違えた人がいても救えます。`,
        accepted: true,
        acceptedMinutesAfter: 300,
        helpfulBy: [
          "mochizuki",
          "nishio",
          "tanoue",
          "karasawa",
          "ito",
          "takano",
          "hoshino",
          "sekine",
          "hayashi",
          "saito",
        ],
        comments: [
          {
            by: "tanabe",
            minutesAfter: 360,
            body: "まだ2日目だったので取り消せました。「桁数をそろえる」も設定しました。",
          },
        ],
      },
      {
        by: "sagara",
        minutesAfter: 4320,
        body: "当社は毎日APIで更新するようにして、CSVを人の手で開く場面をなくしました。件数が多いならこちらもご検討ください。",
        helpfulBy: ["tanabe", "adachi"],
      },
    ],
  },
  {
    key: "merge-duplicates",
    by: "morita",
    daysAgo: 241,
    area: "contacts",
    scope: "customers",
    tags: ["名寄せ", "重複"],
    title: "同姓同名の別人を誤って統合しないための条件づくり",
    body: "登録スタッフ12万件のうち、重複候補が9,800組あります。氏名＋電話番号で自動統合すると、ご夫婦や親子で同じ固定電話を使っている方がまとめられてしまいました。みなさんは自動統合の条件をどう決めていますか。",
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 240,
        body: `うちは点数式にしています（SQLワークスペースで候補を出し、統合は画面で実行）。

| 一致した項目 | 点 |
|---|---:|
| メールアドレス | 50 |
| 生年月日 | 30 |
| 携帯電話 | 30 |
| 固定電話 | 10 |
| 氏名（表記をそろえた後） | 20 |

70点以上は自動、50〜69点は目視、それ未満は触りません。固定電話を10点に下げたのがまさに家族対策です。`,
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["asano", "tanabe", "nishimura", "aizawa", "sugiyama", "sagara"],
        comments: [
          {
            by: "morita",
            minutesAfter: 3120,
            body: "生年月日を必ず含める形にしたら、抜き取り200組で誤りが0でした。点数はそのまま使わせていただいています。",
          },
        ],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: "統合してしまった後の話ですが、5.0からは統合の取り消しが30日間できます。顧客の詳細画面の「履歴」タブから「分割」です。取り消せる前提があると、思い切って自動化しやすいです。",
        helpfulBy: ["nishimura", "sagara", "makino"],
      },
      {
        by: "tachibana",
        minutesAfter: 4320,
        body: "統合条件の「電話番号」は、5.1で携帯と固定を分けて指定できるようになりました。一括条件の画面で「電話番号（携帯）」をお使いください。",
        verified: true,
      },
      {
        by: "asano",
        minutesAfter: 11520,
        body: "件数が少ない事務所の場合ですが、自動統合は使わず、毎月1日に候補だけ出して2人で見ています。300件ほどなら30分で終わり、間違いもありません。",
      },
    ],
  },
  {
    key: "segment-not-updating",
    by: "kinjo",
    daysAgo: 46,
    area: "contacts",
    scope: "public",
    tags: ["セグメント"],
    title: "セグメントの人数が朝から変わりません",
    body: "「直近30日に予約した会員」というセグメントを作りました。今日も予約が入っているのに、朝の9時から1,204人のままです。更新ボタンのようなものはありますか。",
    helpfulBy: ["hoshino", "tsujimoto", "hughes"],
    answers: [
      {
        by: "onodera",
        minutesAfter: 120,
        body: `セグメントには「固定」と「自動更新」の2種類があり、固定は作った時点の一覧のままです。編集画面の右上で種類を確認してください。

自動更新の場合、相対日付（直近◯日）を使う条件は1時間ごと、それ以外は顧客データが変わるたびに更新されます。メール配信に使うときは、配信の直前にもう一度計算されますので、画面の人数が古くても対象は最新です。`,
        accepted: true,
        acceptedMinutesAfter: 582,
        verified: true,
        trueForVersion: "5.1",
        helpfulBy: ["kogure", "nishio", "mochizuki"],
        comments: [
          { by: "kinjo", minutesAfter: 360, body: "「固定」でした。初歩的なことですみません。" },
          {
            by: "onodera",
            minutesAfter: 420,
            body: "いえいえ、名前だけでは分かりにくい部分です。",
          },
        ],
      },
    ],
  },
  {
    key: "custom-field-type-change",
    by: "hattori",
    daysAgo: 163,
    area: "contacts",
    scope: "public",
    tags: ["カスタム項目"],
    title: "テキスト項目を途中から選択肢項目に変えられますか",
    body: "「契約種別」を自由入力のテキストで作ってしまい、「月極」「月ぎめ」「月極契約」が混ざっています。データを残したまま選択肢項目に変えたいです。",
    answers: [
      {
        by: "morita",
        minutesAfter: 180,
        body: `型の変更はできないので、新しい項目を作って移します。

1. 選択肢項目「契約種別（新）」を作る
2. テキスト項目で絞り込み、**一括操作 > 項目に値を入れる** で新しい項目に値を入れる（「を含む」で絞れば「月極」「月極契約」を一度に処理できます）
3. フォームとシナリオの参照先を差し替える
4. 古い項目を「非表示」にして1か月様子を見てから削除

いきなり削除すると、参照しているシナリオが止まるのでご注意ください。`,
        accepted: true,
        acceptedMinutesAfter: 878,
        helpfulBy: ["chen", "miyazawa", "mizuno"],
      },
      {
        by: "kawabata",
        minutesAfter: 1440,
        body: "件数が多くて揺れが激しいときは、CSVで書き出して置換表を作るほうが早いこともあります。うちは揺れが60種類あったのでそうしました。",
        helpfulBy: ["hattori", "miura", "bennett"],
      },
    ],
  },
  {
    key: "contact-limit-count",
    by: "makino",
    daysAgo: 190,
    area: "contacts",
    scope: "public",
    tags: ["件数", "プラン"],
    title: "契約件数に「配信停止」の人も数えられていますか",
    body: "上限5万件のうち48,700件と表示されていますが、メールを送れる相手は3万件台のはずです。配信停止やエラー停止の方も数に入っているのでしょうか。",
    answers: [
      {
        by: "tsutsumi",
        minutesAfter: 60,
        body: `はい、入ります。数えられるのは「アーカイブされていない顧客すべて」です。うち（同じ会社ですが記録として）は次の順で減らしました。

- 2年以上開封も購入もない → アーカイブ
- エラー停止で購入履歴なし → アーカイブ

アーカイブしても配信停止の記録は残るので、あとで取り込み直しても間違って送ることはありません。これで48,700件が36,200件になりました。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["makino", "tamaki", "lim", "fujiwara", "hasegawa"],
      },
      {
        by: "adachi",
        minutesAfter: 12960,
        body: "参考になりました。当法人も更新前に整理します。",
        helpfulBy: ["makino", "okada"],
      },
    ],
  },
  {
    key: "csv-rollback-limit",
    by: "asano",
    daysAgo: 152,
    area: "contacts",
    scope: "public",
    tags: ["csv", "取り消し"],
    title: "取り込みの取り消し期限（72時間）を過ぎた場合の戻し方",
    body: "先週の取り込みで、セミナー参加者182名の「担当弁護士」欄を空欄で上書きしてしまったことに今日気づきました。もう取り消しボタンがありません。どなたか復旧された方はいませんか。",
    answers: [
      {
        by: "sagara",
        minutesAfter: 180,
        body: `変更履歴が残っていれば戻せます。SQLワークスペースで次のように前の値を出し、CSVにして取り込み直しました。

\`\`\`sql
select c.email, h.old_value as tanto
from contact_changes h
join contacts c on c.id = h.contact_id
where h.field = 'tanto_bengoshi'
  and h.changed_by_import = 'imp_20931'
  and h.old_value is not null;
\`\`\`

取り込みの番号は「取り込み履歴」のURLの末尾です。`,
        helpfulBy: ["asano", "kawabata"],
        comments: [
          {
            by: "asano",
            minutesAfter: 480,
            body: "スタートプランなのでSQLワークスペースが使えないようです……。",
          },
        ],
      },
      {
        by: "hasumi",
        minutesAfter: 360,
        body: "変更履歴は全プランで180日間保存しています。SQLワークスペースのないプランでも、サポート窓口に取り込み番号をお知らせいただければ、前の値のCSVをお渡しできます。今回は浅野さんの件、こちらで受け付けました。",
        accepted: true,
        acceptedMinutesAfter: 480,
        verified: true,
        helpfulBy: ["shimamura", "mizutani", "kobayashi", "ogawa", "matsumoto"],
        comments: [
          {
            by: "asano",
            minutesAfter: 840,
            body: "先ほどファイルをいただき、無事に戻せました。今後は「空欄では上書きしない」をオンにします。",
          },
        ],
      },
    ],
  },
  {
    key: "company-link-auto",
    by: "yokoyama",
    daysAgo: 70,
    area: "contacts",
    scope: "public",
    tags: ["会社", "紐づけ"],
    title: "メールドメインから会社を自動で紐づけたい",
    body: "問い合わせで入ってきた方を、既存の代理店（会社データ）に自動で紐づけることはできますか。いまは毎回手作業で選んでいて、月に300件ほどあります。",
    helpfulBy: ["takahashi"],
    answers: [
      {
        by: "kawabata",
        minutesAfter: 120,
        body: `**設定 > 顧客データ > 会社の自動紐づけ** で「メールドメインが一致したら紐づける」をオンにしてください。会社側に「ドメイン」を登録しておく必要があります。複数登録できるので、旧社名のドメインも入れておくと取りこぼしが減ります。

フリーメールのドメインは最初から除外されています。商社さんの場合、グループ会社で同じドメインを使っていることがあるので、そのときは「紐づけ候補として通知」にして人が選ぶほうが安全です。`,
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["yokoyama", "mizuno", "ono", "aizawa"],
      },
      {
        by: "rahman",
        minutesAfter: 1440,
        body: 'For our Malaysian dealers about a third use free mail addresses, so the domain rule does not help there. We added a "dealer code" field to the form and match on that instead.',
        comments: [
          {
            by: "yokoyama",
            minutesAfter: 5760,
            body: "ドメインで7割は自動になりました。残りはFaridさんの方法を試します。",
          },
        ],
      },
    ],
  },
  {
    key: "contacts-csv-export-bom",
    by: "rahman",
    daysAgo: 224,
    area: "contacts",
    scope: "public",
    tags: ["csv", "export", "encoding"],
    title: "Exported CSV shows garbled dealer names on a colleague's Mac",
    body: "When I export contacts and open the file on Windows everything is fine. My colleague in Jakarta opens the same file in Numbers on a Mac and Japanese company names are broken. Which export option should we use so that it works for everyone?",
    helpfulBy: ["endo", "hattori", "miura", "takano"],
    answers: [
      {
        by: "lim",
        minutesAfter: 180,
        body: `Choose **UTF-8 with BOM** in the export dialog. Your default is probably Shift_JIS, which is what the Japanese interface proposes; Windows in Japanese reads it, a Mac does not.

You can set the default for each user under *Profile > Regional settings > Export encoding* (since 5.1).`,
        accepted: true,
        acceptedMinutesAfter: 1623,
        trueForVersion: "5.1",
        helpfulBy: ["rahman", "kinjo", "aizawa", "hattori"],
        comments: [
          {
            by: "rahman",
            minutesAfter: 1620,
            body: "Yes, it was Shift_JIS. Changed the default for the whole team, thank you.",
          },
        ],
      },
      {
        by: "bennett",
        minutesAfter: 2880,
        body: 'One more trap: some of our dealers\' names contain a comma. Make sure "quote all fields" stays ticked.',
      },
    ],
  },
  {
    key: "org-tier-fields",
    by: "miura",
    daysAgo: 108,
    area: "contacts",
    scope: "organisation",
    tags: ["社内ルール", "項目設計"],
    title: "来場予約の「検討時期」の選択肢を全社でそろえたいです",
    body: `社内の相談です。展示場ごとに「検討時期」の聞き方が違い、集計できません。次の5つにそろえる案を出します。意見をください。

1. 3か月以内
2. 半年以内
3. 1年以内
4. 1年より先
5. まだ決めていない`,
    helpfulBy: ["arai", "sekine"],
    answers: [
      {
        by: "sekine",
        minutesAfter: 1440,
        body: "現場としては「3か月以内」と「半年以内」は分けておいてほしいです。追客の手順が違います。5つで賛成です。",
        helpfulBy: ["shimamura", "arai"],
      },
      {
        by: "takahashi",
        minutesAfter: 2880,
        body: "賛成です。フォーム側は差し替えられます。既存の回答は「一括操作」で寄せられそうなので、対応表を作って共有します。",
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["miura", "arai"],
        comments: [
          {
            by: "miura",
            minutesAfter: 7200,
            body: "ではこの5つで決定とします。高橋さん、対応表をお願いします。",
          },
        ],
      },
    ],
  },
  {
    key: "opt-in-history",
    by: "fujiwara",
    daysAgo: 133,
    area: "contacts",
    scope: "customers",
    tags: ["個人情報", "同意"],
    title: "同意を取得した日時と文面を後から証明できますか",
    body: "個人情報の担当です。健診のお知らせメールについて、「いつ・どの画面で・どの文面に同意したか」を示せるようにしておく必要があります。ミオツクにはどこまで記録が残りますか。",
    helpfulBy: ["tsutsumi", "maruyama", "yoshida"],
    answers: [
      {
        by: "hasumi",
        minutesAfter: 300,
        body: `フォームの「同意」項目で取得した場合、次の内容が顧客の **同意履歴** に残ります。

- 日時（秒まで）、フォーム名、フォームの版
- その時点の同意文（変更しても過去の記録はそのままです）
- 送信元のIPアドレス（設定で記録しないこともできます）

CSVで取り込んだ同意は「取り込み」とだけ記録されますので、紙で同意を取った場合は証跡の保管場所をメモ欄に残すことをおすすめします。`,
        accepted: true,
        acceptedMinutesAfter: 2880,
        verified: true,
        helpfulBy: ["takano", "shimabukuro", "tsukada", "kanno", "makino"],
        comments: [
          {
            by: "fujiwara",
            minutesAfter: 3180,
            body: "フォームの版まで残るのは助かります。IPアドレスは当法人では記録しない設定にしました。",
          },
        ],
      },
      {
        by: "tsujimoto",
        minutesAfter: 5760,
        body: "監査の立場から補足すると、書き出しができるのは管理者だけにしておくのがよいです。カスタムロールの「同意履歴の書き出し」を外せます。",
        helpfulBy: ["fujiwara", "tanoue"],
      },
    ],
  },
  {
    key: "age-calc-field",
    by: "okada",
    daysAgo: 39,
    area: "contacts",
    scope: "public",
    tags: ["計算項目", "日付"],
    title: "生年月日から健診当日の年齢を計算して表示したい",
    body: "生年月日の項目があります。予約日時点の年齢を顧客画面に出し、40歳以上だけに案内を送り分けたいです。計算項目で書けるでしょうか。",
    helpfulBy: ["yoshida", "tsutsumi"],
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 180,
        body: `計算項目で書けます。

\`\`\`js
years_between(field("birthday"), field("yoyaku_date"))
\`\`\`

予約日が空のときは空欄になります。「今日の年齢」なら第2引数を \`today()\` にしてください。ただし \`today()\` を使う計算項目は1日1回（午前3時台）の更新なので、誕生日当日の朝に送る配信では注意が必要です。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["okada", "abe"],
      },
      {
        by: "okuno",
        minutesAfter: 1440,
        body: "セグメントの条件では「40歳以上」ではなく「生年月日が（基準日の40年前）以前」と書くほうが速いです。計算項目だと件数が多いとき少し待ちます。",
        helpfulBy: ["okada"],
      },
    ],
  },
  {
    key: "nickname-search",
    by: "sasaki",
    daysAgo: 58,
    area: "contacts",
    scope: "public",
    tags: ["検索"],
    title: "「齋藤」で検索しても「斎藤」様が出てきません",
    body: "電話を受けながら顧客を探すのですが、齋・斎・斉の違いでヒットせず、新規登録してしまう事故が続いています。まとめて検索する方法はありませんか。",
    helpfulBy: ["aizawa", "eto", "tsujimoto", "chen"],
    answers: [
      {
        by: "morita",
        minutesAfter: 60,
        body: "いまの検索は異体字を同じとみなしてくれません。うちでは、ふりがなで検索するルールにしています。「さいとう」で検索すれば漢字の違いは関係なくなります。ふりがな欄が空の顧客が多い場合は、先に一括で補う必要があります。",
        helpfulBy: ["sasaki", "abe", "okada"],
      },
      {
        by: "tachibana",
        minutesAfter: 2880,
        body: "異体字の検索は5.2で一部対応しました。検索欄の右の「⚙」から「異体字も含める」をオンにしてください。常用の約300組（斎・齋・斉・齊、辺・邊・邉、高・髙など）が対象です。",
        verified: true,
        trueForVersion: "5.2",
        helpfulBy: ["murase"],
      },
    ],
  },
  {
    key: "bulk-delete-restore",
    by: "honma",
    daysAgo: 30,
    area: "contacts",
    scope: "public",
    tags: ["削除", "復元"],
    title: "間違えて一括削除した顧客を元に戻せますか",
    body: "テストデータを消すつもりが、絞り込みが外れていて1,900件全部を削除してしまいました。手が震えています。",
    helpfulBy: ["endo", "tanoue", "asano", "eto", "segawa"],
    answers: [
      {
        by: "hasumi",
        minutesAfter: 12,
        body: `落ち着いて大丈夫です。**顧客 > 右上の「…」> ごみ箱** に30日間残っています。「すべて選択 > 元に戻す」で、タグ・メモ・配信履歴も含めて戻ります。

戻したあと、シナリオに入っていた方は「一時停止」の状態になりますので、シナリオ画面で再開してください。`,
        accepted: true,
        acceptedMinutesAfter: 60,
        verified: true,
        helpfulBy: ["honma", "saito", "nakajima", "ito", "takahashi"],
        comments: [
          {
            by: "honma",
            minutesAfter: 62,
            body: "全員戻りました。本当にありがとうございます。削除の前に件数を声に出して読むことにします。",
          },
        ],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: "うちも一度やりました。以来、一括削除の権限を1人だけにしています（カスタムロールがないプランでも「一括操作」だけは管理者限定にできます）。",
        helpfulBy: ["ono", "nishimura"],
      },
    ],
  },
  {
    key: "contact-owner-leave",
    by: "hirabayashi",
    daysAgo: 80,
    area: "contacts",
    scope: "customers",
    tags: ["担当者", "引き継ぎ"],
    title: "退職者が担当の顧客1,400件をまとめて引き継ぎたい",
    body: "営業が1名退職し、担当者欄がその人のままの顧客が1,400件あります。地域ごとに3人へ分けて引き継ぎたいです。",
    answers: [
      {
        by: "tanabe",
        minutesAfter: 240,
        body: "都道府県で絞り込んで「一括操作 > 担当者を変更」を3回するのが早いと思います。そのとき「変更を担当者に通知する」を外さないと、1件ずつ通知メールが飛びます。うちは外し忘れて400通届きました。",
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["miyazawa", "saito"],
      },
      {
        by: "miyazawa",
        minutesAfter: 2880,
        body: "先に退職者のアカウントを停止すると、担当者欄が「（停止中）氏名」になって絞り込みやすいです。削除してしまうと「担当なし」に変わって区別が付かなくなるので、順番に注意してください。",
        helpfulBy: ["hirabayashi", "ono", "okuno"],
      },
    ],
  },
  {
    key: "api-or-csv-daily",
    by: "tamaki",
    daysAgo: 10,
    area: "contacts",
    scope: "public",
    tags: ["csv", "自動取り込み", "sftp"],
    title: "予約システムから毎晩CSVを自動で取り込むには",
    body: "予約システムが毎晩2時に会員CSVを出力します。これをミオツクに自動で取り込みたいのですが、SFTPのような受け口はありますか。APIを書ける人が社内にいません。",
    answers: [
      {
        by: "sagara",
        minutesAfter: 300,
        body: `ビジネスプラン以上なら **顧客 > 取り込み > 定期取り込み** にSFTPの受け口があります。ファイル名の決まり（例：\`members_*.csv\`）、照合キー、エラー時の通知先を設定すれば、コードは不要です。

設定前に、予約システムのCSVに「更新日時」があるか確認してください。毎晩全件だと取り込みに時間がかかるので、差分にできると楽です。`,
        helpfulBy: ["tamaki", "nagatomo"],
        comments: [
          {
            by: "tamaki",
            minutesAfter: 1740,
            body: "ビジネスプランでした。更新日時もあるので、差分で試してみます。",
          },
        ],
      },
    ],
  },
  {
    key: "phone-format-unify",
    by: "ito",
    daysAgo: 6,
    area: "contacts",
    scope: "public",
    tags: ["電話番号", "表記ゆれ"],
    title: "電話番号のハイフンあり・なしを統一したい",
    body: "フォーム経由はハイフンあり、CSV取り込み分はハイフンなしで、重複チェックに引っかからない顧客がいます。どちらにそろえるのが一般的でしょうか。そろえる方法も知りたいです。",
    answers: [
      {
        by: "murase",
        minutesAfter: 240,
        body: `「表示はハイフンあり、照合は数字だけ」が楽です。**設定 > 顧客データ > 電話番号の照合** を「数字のみで比較」にすると、見た目が違っても同じ番号として扱われます。これだけで重複は止まります。

見た目もそろえるなら、一括操作の「表記をそろえる > 電話番号」で市外局番に合わせてハイフンが入ります。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["ito", "aizawa"],
        comments: [
          {
            by: "ito",
            minutesAfter: 1680,
            body: "照合の設定を変えたら重複候補が一気に340組見つかりました。少しずつ統合します。",
          },
        ],
      },
    ],
  },
  {
    key: "csv-50mb",
    by: "takahashi",
    daysAgo: 4.1,
    area: "contacts",
    scope: "public",
    tags: ["csv", "容量"],
    title: "来場者アンケート12万行のCSVが「行数の上限を超えています」と出ます",
    body: `過去10年分の来場者アンケート（122,480行、38MB）を取り込もうとしたところ、次のエラーになりました。

\`\`\`
行数の上限（100,000行）を超えています。ファイルを分割してください。(E-IMP-014)
\`\`\`

分割すればよいのは分かるのですが、同じ方が複数回アンケートに答えているので、分け方によって結果が変わらないか心配です。`,
    answers: [
      {
        by: "morita",
        minutesAfter: 180,
        body: "照合キーをメールアドレスにしている場合、同じ方の行が別のファイルに分かれていても、後から取り込んだ行で上書きされるだけです。なので **回答日の古い順に並べてから分割し、古いファイルから順に取り込む** のがポイントです。最後に残るのが最新の回答になります。",
        helpfulBy: ["takahashi", "kobayashi"],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: "回答ごとの記録を残したいなら、顧客項目に上書きするのではなく「活動」として取り込む方法もあります。取り込みの種類で「活動（履歴）」を選ぶと、1人に何件でもぶら下げられます。アンケートはこちらのほうが後で分析しやすいと思います。",
        helpfulBy: ["takahashi"],
      },
    ],
  },
  {
    key: "tag-limit",
    by: "nishimura",
    daysAgo: 0.8,
    area: "contacts",
    scope: "public",
    tags: ["タグ"],
    title: "顧客に付けたタグの使われ方を一覧で見る方法",
    body: "タグが300種類以上に増えてしまい、整理したいです。「どのタグが何人に付いていて、どのシナリオやセグメントで使われているか」を一覧で見られる画面はありますか。使われていないものから消していきたいです。",
    answers: [],
  },
  {
    key: "import-history-who",
    by: "ogawa",
    daysAgo: 14,
    area: "contacts",
    scope: "customers",
    tags: ["操作ログ", "取り込み"],
    title: "APIで登録された顧客の「登録者」がすべて同じ名前になる",
    body: "連携ツールを3つ使っていますが、どこから登録された顧客か区別できません。登録者が全部「API」になります。連携ごとに名前を分けることはできますか。",
    answers: [
      {
        by: "kawabata",
        minutesAfter: 360,
        body: "APIキーを連携ごとに分けて発行してください。キーの名前が登録者として残ります。1つのキーを使い回していると、すべて同じ表示になります。キーを分けると、片方だけ止めたいときにも安心です。",
        helpfulBy: ["ogawa", "okada"],
      },
    ],
  },
  {
    key: "contact-map-prefecture",
    by: "kogure",
    daysAgo: 68,
    area: "contacts",
    scope: "public",
    tags: ["住所", "分割"],
    title: "1つのセルに入った住所を都道府県と市区町村に分けて取り込みたい",
    body: "名簿の住所が「群馬県緑野市本町1-2-3」のように1列です。地域別に案内を送りたいので、取り込みのときに分けられると助かります。関数で分けようとしましたが「京都府」「四日市市」などでうまくいきません。",
    answers: [
      {
        by: "morita",
        minutesAfter: 1440,
        body: "取り込み画面で列の種類に「住所（1列）」を選ぶと、都道府県・市区町村・町名以下に自動で分かれます。分けられなかった行は「確認が必要」に残るので、そこだけ手で直します。うちの12万件では99.2%が自動でした。",
        helpfulBy: ["sekine", "miyazawa"],
      },
    ],
  },
  {
    key: "contact-merge-api-en",
    by: "rahman",
    daysAgo: 5.9,
    area: "contacts",
    scope: "public",
    tags: ["merge", "duplicates"],
    title: "Two dealers share one e-mail address, import keeps merging them",
    body: "Some small dealers in Sabah share an address like `sales@…` between two shops. Every import merges the two shops into one record. Can I switch off matching by e-mail for one import only?",
    answers: [
      {
        by: "lim",
        minutesAfter: 420,
        body: 'Yes: in step 2 of the import choose another match key (for example your dealer code) and untick "also match by e-mail". The setting is per import, but you can save it as a preset.',
        helpfulBy: ["rahman"],
      },
    ],
  },
  {
    key: "contact-photo-card",
    by: "maruyama",
    daysAgo: 100,
    area: "contacts",
    scope: "customers",
    tags: ["名刺"],
    title: "名刺の画像も顧客の画面で見られるようにしたい",
    body: "名刺読み取りのサービスからCSVで取り込んでいますが、読み間違いを確かめるために画像も残したいです。1件ずつ添付するのは現実的ではなく、まとめて登録できる方法を探しています。",
    answers: [],
  },
] satisfies SeedQuestion[];
