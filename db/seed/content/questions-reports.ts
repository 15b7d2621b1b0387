import type { SeedQuestion } from "./types.ts";

export const questions = [
  {
    key: "monthly-report-timezone",
    by: "tsukada",
    daysAgo: 403,
    area: "reports",
    scope: "public",
    tags: ["月次レポート", "集計"],
    title: "月次レポートの問い合わせ件数が、回答一覧の件数と合いません",
    body: `6月分の数字です。

| 見た場所 | 件数 |
|---|---:|
| 月次レポート | 318 |
| フォーム回答一覧（6/1〜6/30で絞り込み） | 327 |

9件の差の理由を部長に聞かれましたが答えられません。どちらが正しいのでしょうか。`,
    helpfulBy: ["okada", "nakajima", "miyazawa", "kitagawa", "sugiyama", "karasawa"],
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 180,
        body: `よくある原因は3つです。

1. **テスト送信**：レポートは除き、一覧は含みます
2. **迷惑判定・保留**：レポートは除き、一覧は「すべて」だと含みます
3. **時差**：組織のタイムゾーンがUTCのままだと、月初と月末の9時間分がずれます

一覧で「テストを除く」「保留を除く」にして、それでも差が残れば3です。**設定 > 組織 > タイムゾーン** を見てください。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: [
          "iijima",
          "rahman",
          "takahashi",
          "maruyama",
          "matsumoto",
          "saito",
          "karasawa",
          "mizutani",
          "hoshino",
        ],
        comments: [
          {
            by: "tsukada",
            minutesAfter: 1620,
            body: "テスト5件、保留4件でちょうど9件でした。部長に説明できました。",
          },
        ],
      },
      {
        by: "murase",
        minutesAfter: 2880,
        body: "報告資料に載せるなら、「レポートの数字・テストと保留を除く」と脚注を付けておくと、来月また聞かれずに済みます。定義が書いてあるだけで会議が5分短くなります。",
        helpfulBy: ["tsukada", "saito", "iwakiri"],
      },
    ],
  },
  {
    key: "dashboard-share-external",
    by: "hirabayashi",
    daysAgo: 276,
    area: "reports",
    scope: "public",
    tags: ["共有", "ダッシュボード"],
    title: "ログインできない役員にもダッシュボードを見せたい",
    body: "役員6名はアカウントを持っていません。毎週スクリーンショットを貼った資料を作っていますが、そろそろやめたいです。",
    helpfulBy: ["okafor", "yamamoto"],
    answers: [
      {
        by: "kuroki",
        minutesAfter: 120,
        body: `うちは定期レポートをPDFで毎週月曜7時に送っています。**ダッシュボード > 定期配信** で、アカウントのない人のメールアドレスも宛先にできます（管理者の承認が一度だけ必要です）。

リンク共有もできますが、役員はPDFのほうが読みます。これは断言できます。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["hirabayashi", "hayashi", "hughes", "nishimura", "takahashi"],
        comments: [
          {
            by: "hirabayashi",
            minutesAfter: 1560,
            body: "PDFにしました。「数字が毎週来るのはいい」と好評です。",
          },
        ],
      },
      {
        by: "nishio",
        minutesAfter: 4320,
        body: "宛先を個人ではなく配布用のアドレスにしておくと、異動のときに楽です。",
        helpfulBy: ["hirabayashi", "ono"],
      },
      {
        by: "suzuki",
        minutesAfter: 7200,
        body: "当金庫は社外への自動送信に審査があるため、共有のモニターに「テレビ表示」で出しています。10分ごとに自動で更新され、ログインの切れる心配もありません。",
      },
    ],
  },
  {
    key: "sql-monthly-cohort",
    by: "kitagawa",
    daysAgo: 233,
    area: "reports",
    scope: "public",
    tags: ["sql", "リピート率"],
    title: "SQLワークスペースで初回購入月ごとの継続率を出したい",
    body: `初回購入の月ごとに、翌月・翌々月に再購入した人の割合を出したいです。次のように書いたのですが、途中で時間切れ（60秒）になります。

\`\`\`sql
select date_trunc('month', f.first_at) as cohort,
       count(distinct o.contact_id)
from (select contact_id, min(ordered_at) as first_at
      from orders group by contact_id) f
join orders o on o.contact_id = f.contact_id
group by 1;
\`\`\`

注文は約480万行です。`,
    helpfulBy: ["ito", "nishio"],
    answers: [
      {
        by: "tachibana",
        minutesAfter: 240,
        body: `注文の全行を2回読んでいるのが主な原因です。集計済みの \`order_months\`（顧客×月で1行）が用意されていますので、こちらをお使いください。

\`\`\`sql
with base as (
  select contact_id, month,
         min(month) over (partition by contact_id) as cohort
  from order_months
)
select cohort,
       (extract(year from age(month, cohort)) * 12
        + extract(month from age(month, cohort)))::int as n,
       count(*) as customers
from base
group by cohort, n
order by cohort, n;
\`\`\`

480万行のテナントで、約4秒で返ることを確認しています。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        verified: true,
        helpfulBy: ["kitagawa", "nakajima", "kondo", "sekine", "hasegawa", "tanabe"],
        comments: [
          {
            by: "kitagawa",
            minutesAfter: 1680,
            body: "3.8秒でした。`order_months` の存在を知りませんでした。一覧の資料はありますか。",
          },
          {
            by: "tachibana",
            minutesAfter: 1680,
            body: "SQLワークスペース左の「集計済みテーブル」タブに説明付きで載せています。",
          },
        ],
      },
      {
        by: "lim",
        minutesAfter: 5760,
        body: "For anyone reading later: save it as a snapshot and build the chart on the snapshot. Dashboards that run the query live get slow with many viewers.",
        helpfulBy: ["hattori", "kuroki"],
      },
    ],
  },
  {
    key: "cv-double-count",
    by: "kobayashi",
    daysAgo: 187,
    area: "reports",
    scope: "public",
    tags: ["コンバージョン", "広告"],
    title: "広告管理画面とミオツクのコンバージョン数が2割違います",
    body: "広告側は応募251件、ミオツクは204件です。どちらを正として報告すべきか、社内で意見が割れています。",
    helpfulBy: ["kitagawa", "honma"],
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 60,
        body: `数え方が違うので、一致はしません。主な違いを挙げます。

- 広告側は「クリックした日」、ミオツクは「応募した日」に計上
- 広告側は表示だけの貢献（ビュースルー）を含むことがある
- 広告側は機械学習による推計を含むことがある
- 1人が2回応募すると、広告側は2、ミオツクは設定しだいで1

「予算配分の判断は広告側、実数の報告はミオツク」と役割で分けるのが現実的です。`,
        helpfulBy: ["kobayashi", "endo", "morita", "okafor"],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: "北川さんのおっしゃるとおりで、加えて「差の割合が毎月ほぼ同じか」を見ています。うちはいつも15〜20%の差で、急に変わった月はタグの事故でした。差そのものより、差の変化を監視するほうが役に立ちます。",
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["kobayashi", "higa", "nagatomo", "chen", "mochizuki"],
        comments: [
          {
            by: "kobayashi",
            minutesAfter: 5760,
            body: "「差の変化を監視」、目からうろこでした。月次で記録を始めます。",
          },
        ],
      },
    ],
  },
  {
    key: "report-filter-department",
    by: "hattori",
    daysAgo: 149,
    area: "reports",
    scope: "customers",
    tags: ["絞り込み", "部署"],
    title: "部署ごとに同じダッシュボードを見せ分けたい",
    body: "12の営業所それぞれに、自分の営業所の数字だけを表示したいです。営業所ごとに複製すると、項目を1つ直すのに12回の作業になります。",
    helpfulBy: ["ono", "kitagawa", "kanno", "fujiwara", "honma"],
    answers: [
      {
        by: "lim",
        minutesAfter: 1440,
        body: 'Use a **viewer filter**: in the dashboard settings choose "Filter by viewer attribute" and map the user attribute `branch` to the field "営業所". One dashboard, twelve views. People without the attribute see nothing, which is the safe default.',
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["hirabayashi", "mizuno", "kitagawa"],
        comments: [
          {
            by: "hattori",
            minutesAfter: 4320,
            body: "英語の設定名を日本語画面で探すと「閲覧者による絞り込み」でした。1枚で済みました。ありがとうございます。",
          },
        ],
      },
    ],
  },
  {
    key: "snapshot-past-numbers",
    by: "nishio",
    daysAgo: 121,
    area: "reports",
    scope: "public",
    tags: ["過去データ", "スナップショット"],
    title: "先月の会議で出した数字が、今見ると変わっている",
    body: "セグメント別の顧客数を毎月報告しています。先月は「アクティブ 8,412社」と報告したのに、同じ期間を今日表示すると8,377社です。過去の数字が動くと、経営会議での信用に関わります。",
    helpfulBy: ["aizawa"],
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 120,
        body: `顧客の数は「今の属性」で過去を数え直すためです。統合やアーカイブをすると、さかのぼって減ります。

会議で使う数字は、**レポート > スナップショット** で月初に固定してください。自動作成（毎月1日 6:00）もできます。うちは、会議資料には必ずスナップショットの番号を書いています。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["nishio", "kato", "sugiyama", "sagara"],
        comments: [
          {
            by: "nishio",
            minutesAfter: 1560,
            body: "社内でも同じことを言われました（笑）。番号を載せる運用にします。",
          },
        ],
      },
      {
        by: "okafor",
        minutesAfter: 4320,
        body: 'We had the same discussion with our board. Footnote on every slide: "as of" date plus snapshot number. Problem solved.',
        helpfulBy: ["nishio", "kuroki"],
      },
    ],
  },
  {
    key: "looker-like-connect",
    by: "okafor",
    daysAgo: 160,
    area: "reports",
    scope: "public",
    tags: ["bi", "export"],
    title: "Connecting an external BI tool to Miotsuku data",
    body: "Our group uses its own BI tool for all subsidiaries. What is the recommended way to get Miotsuku data into it: scheduled CSV export, the REST API or direct access to the SQL workspace?",
    helpfulBy: ["chen"],
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 600,
        body: "We use the scheduled export to object storage (Parquet, every night) and load from there. The API is fine for small tables, but paging through millions of events took us five hours.",
        helpfulBy: ["okafor", "matsuda", "bennett"],
      },
      {
        by: "tachibana",
        minutesAfter: 1440,
        body: "Kitagawa-san's way is what we recommend. The SQL workspace does not accept outside connections. The nightly export contains the same summary tables as the workspace, and a `_manifest.json` tells your loader when all files are complete.",
        accepted: true,
        acceptedMinutesAfter: 4320,
        verified: true,
        helpfulBy: ["kondo", "tsujimoto", "kudo", "kitagawa"],
        comments: [
          {
            by: "okafor",
            minutesAfter: 5760,
            body: "Manifest file is a nice touch. We are live since yesterday.",
          },
        ],
      },
    ],
  },
  {
    key: "chart-axis-zero",
    by: "kuroki",
    daysAgo: 98,
    area: "reports",
    scope: "public",
    tags: ["グラフ"],
    title: "折れ線グラフの縦軸が0から始まらず、差が大きく見える",
    body: "メール開封率のグラフで、28%と30%の差が倍くらいに見えます。会議で誤解を招くので、縦軸を0からに固定したいです。",
    helpfulBy: ["tanabe"],
    answers: [
      {
        by: "tsukada",
        minutesAfter: 60,
        body: "グラフの「…」> 表示設定 > 縦軸の最小値を「自動」から「0」にすればOKです。ダッシュボード全体の初期値も「全般」で変えられます。",
        accepted: true,
        acceptedMinutesAfter: 240,
        helpfulBy: ["kuroki", "kinjo", "mochizuki", "kondo", "nagatomo", "hughes"],
      },
      {
        by: "kitagawa",
        minutesAfter: 1440,
        body: "率のグラフは0固定、増減を見たいときは別に前月差のグラフを作る、と分けるのがおすすめです。",
      },
    ],
  },
  {
    key: "heatmap-mobile",
    by: "narita",
    daysAgo: 69,
    area: "reports",
    scope: "public",
    tags: ["ヒートマップ"],
    title: "ヒートマップで固定ヘッダーの下ばかり赤くなります",
    body: "スマートフォンのヒートマップで、画面上部に追従するメニューの位置がページの各所に赤く出ます。実際にタップされているのはメニューだけだと思います。追従する要素を除いて集計できますか。",
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 360,
        body: `追従する要素に \`data-mio-heatmap="exclude"\` を付けると集計から外れます。

\`\`\`html
<header class="sticky" data-mio-heatmap="exclude">…</header>
\`\`\`

付けたあとのデータからなので、過去分は直りません。`,
        helpfulBy: ["nishimura", "asano"],
      },
    ],
  },
  {
    key: "visits-drop-after-consent",
    by: "matsuda",
    daysAgo: 55,
    area: "reports",
    scope: "public",
    tags: ["cookie", "同意バナー"],
    title: "同意バナーを出したらアクセス数が4割減りました",
    body: "グループの方針でCookieの同意バナーを入れた翌日から、訪問数が約4割減りました。実際の問い合わせ数は減っていません。前年比が出せず困っています。",
    answers: [
      {
        by: "hughes",
        minutesAfter: 300,
        body: "Visits without consent are not counted by default. Switch on **cookieless counting** in the tag settings: you then get page views and sessions without identifiers. Conversions by source stay incomplete, but the total is comparable again.",
        helpfulBy: ["suzuki", "lim", "tsujimoto"],
      },
      {
        by: "kobayashi",
        minutesAfter: 1440,
        body: "うちも半年前に通りました。前年比は、バナーを入れた日に注釈（アノテーション）を付けて、前後を別の系列として見せています。あとはバナーの文言と「同意しない」の位置を変えたら、同意率が52%から68%になりました。",
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["matsuda", "kato"],
        comments: [
          {
            by: "matsuda",
            minutesAfter: 5760,
            body: "クッキーなしの計測と注釈の両方を入れました。",
          },
        ],
      },
    ],
  },
  {
    key: "kpi-event-quality",
    by: "miura",
    daysAgo: 43,
    area: "reports",
    scope: "public",
    tags: ["kpi", "来場予約"],
    title: "来場予約の「質」を測る指標は何を置いていますか",
    body: "予約数は前年比130%ですが、契約数は横ばいです。予約数だけを追うのをやめたいのですが、現場が動ける中間指標が決まりません。住宅に限らず、皆さんの例を教えてください。",
    answers: [
      {
        by: "hayashi",
        minutesAfter: 180,
        body: "講座の例ですが、資料請求の数から「14日以内に体験講座を予約した割合」に変えました。現場の行動（早く連絡する）で動かせる数字にしたのがよかったです。",
        helpfulBy: ["miura", "kondo", "saito"],
      },
      {
        by: "aizawa",
        minutesAfter: 1440,
        body: "登録数ではなく「登録から7日以内に面談まで進んだ数」を見ています。質という言葉を使わず、次の行動に進んだ数で定義すると、議論がかみ合います。",
        helpfulBy: ["miura", "kondo"],
      },
      {
        by: "kuroki",
        minutesAfter: 2880,
        body: "「予約→来場」と「来場→2回目の予定」を分けて見てはどうでしょう。前者は案内の問題、後者は合う相手を集めたかの問題で、直す人が違います。",
        accepted: true,
        acceptedMinutesAfter: 5760,
        helpfulBy: ["sagara", "hayashi"],
        comments: [
          {
            by: "miura",
            minutesAfter: 8640,
            body: "「2回目の予定」は現場でも納得感がありました。来月から置いてみます。",
          },
        ],
      },
    ],
  },
  {
    key: "csv-export-timeout",
    by: "hattori",
    daysAgo: 27,
    area: "reports",
    scope: "public",
    tags: ["csv", "書き出し", "エラー"],
    title: "大きいレポートの書き出しが「E-RPT-504」で失敗する",
    body: `1年分の明細（約90万行）を書き出そうとすると、3分ほどで次の表示になります。

> 書き出しを完了できませんでした（E-RPT-504）

期間を3か月に分けると成功します。1年分を一度に出す方法はありますか。`,
    helpfulBy: ["rahman", "hughes"],
    answers: [
      {
        by: "tachibana",
        minutesAfter: 1440,
        body: "画面からの書き出しは50万行までが目安です。5.2から「準備ができたらメールで受け取る」を選べるようになりました。こちらは500万行まで対応し、7日間有効なリンクをお送りします。",
        verified: true,
        trueForVersion: "5.2",
        helpfulBy: ["hattori"],
      },
    ],
  },
  {
    key: "dashboard-slow",
    by: "aizawa",
    daysAgo: 15,
    area: "reports",
    scope: "public",
    tags: ["表示速度"],
    title: "朝9時台だけダッシュボードの表示に1分以上かかる",
    body: "部員40人が朝会で一斉に開くと、なかなか表示されません。夕方は3秒ほどです。",
    helpfulBy: ["nishio", "murase"],
    needsInfo: {
      by: "tachibana",
      message:
        "対象のダッシュボードの名前と、カードの枚数、SQLワークスペースの結果を直接参照しているカードの有無を教えてください。サポート窓口への個別のご連絡でも構いません。",
    },
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 1440,
        body: "SQLを直接見ているカードがあると、人数分だけ実行されます。スナップショットに変えて毎朝8時に更新するようにしたら、うちは2秒になりました。",
        helpfulBy: ["aizawa"],
        comments: [
          {
            by: "aizawa",
            minutesAfter: 4320,
            body: "直接参照が7枚ありました。担当に切り替えてもらっています。",
          },
        ],
      },
    ],
  },
  {
    key: "annotation-share",
    by: "suzuki",
    daysAgo: 36,
    area: "reports",
    scope: "customers",
    tags: ["注釈"],
    title: "グラフに「店頭キャンペーン開始」などの注釈を全員に見せたい",
    body: "数字が動いた理由を残しておきたいです。注釈を付けられるのは知っていますが、ほかの人の画面には出ていないようです。",
    helpfulBy: ["karasawa"],
    answers: [
      {
        by: "hayashi",
        minutesAfter: 120,
        body: "注釈を作るときの公開範囲が「自分だけ」になっていると思います。「組織」に変えれば全員に見えます。あとからでも変更できます。",
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["arai", "yamamoto", "makino", "shimamura", "kanno"],
      },
    ],
  },
  {
    key: "report-weekstart",
    by: "yamamoto",
    daysAgo: 110,
    area: "reports",
    scope: "public",
    tags: ["週次"],
    title: "週次レポートの週の始まりを日曜から月曜に変えたい",
    body: "社内の週報が月曜始まりで、数字がずれます。",
    helpfulBy: ["oishi"],
    answers: [
      {
        by: "tsutsumi",
        minutesAfter: 30,
        body: "設定 > 組織 > 表示 > 「週の始まり」で変えられます。過去のグラフもさかのぼって月曜始まりになるので、変更前の資料と数字が変わることだけ周知しておくといいです。",
        accepted: true,
        acceptedMinutesAfter: 410,
        helpfulBy: ["yamamoto", "mizutani", "ito", "kuroki"],
      },
    ],
  },
  {
    key: "kpi-duplicate-timezone",
    by: "rahman",
    daysAgo: 63,
    area: "reports",
    scope: "public",
    tags: ["timezone", "monthly"],
    title: "Monthly totals differ from the list by a few rows",
    body: "The monthly report for our dealer enquiries says 204, the response list filtered to the same month says 209. I am in Kuala Lumpur, one hour behind Tokyo. Could that be it?",
    helpfulBy: ["narita", "saito"],
    duplicateOf: "monthly-report-timezone",
    answers: [
      {
        by: "lim",
        minutesAfter: 240,
        body: "Partly. Check test entries and held entries first; the report leaves them out and the list does not.",
        helpfulBy: ["rahman"],
      },
    ],
  },
  {
    key: "sql-japanese-column",
    by: "hattori",
    daysAgo: 8.5,
    area: "reports",
    scope: "public",
    tags: ["sql", "列名"],
    title: "SQLで日本語の列名を使うとエラーになる",
    body: `カスタム項目「契約種別」で集計しようとすると、次のエラーです。

\`\`\`
ERROR: syntax error at or near "・"
select 契約種別・新, count(*) from contacts group by 1;
\`\`\``,
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 40,
        body: `「・」のような記号が入る列名は、二重引用符で囲む必要があります。

\`\`\`sql
select "契約種別・新", count(*)
from contacts
group by 1;
\`\`\`

記号がなければ日本語でも囲まずに書けますが、いつも囲む癖をつけておくと事故が減ります。長くなるなら \`as\` で短い名前を付けてください。`,
        accepted: true,
        acceptedMinutesAfter: 180,
        helpfulBy: ["hattori", "suzuki"],
        comments: [{ by: "hattori", minutesAfter: 220, body: "囲んだら通りました。" }],
      },
    ],
  },
  {
    key: "report-permission-member",
    by: "takahashi",
    daysAgo: 1.1,
    area: "reports",
    scope: "public",
    tags: ["権限", "定期配信"],
    title: "定期レポートの配信先に展示場の店長を追加できません",
    body: `毎週月曜に来場予約レポートを8人の店長に送りたいのですが、宛先の欄に名前を入れても候補に出てきません。店長は「閲覧者」のアカウントを持っています。メールアドレスを直接入れると「承認待ち」と表示されて進めません。

何か権限が足りないのでしょうか。`,
    answers: [],
  },
  {
    key: "forecast-feature",
    by: "kondo",
    daysAgo: 104,
    area: "reports",
    scope: "public",
    tags: ["予測"],
    title: "荷量の予測のような機能はありますか",
    body: "過去3年の集荷依頼から、来月の件数を予測して表示したいです。標準の機能で近いことができれば教えてください。",
    helpfulBy: ["ogawa"],
    answers: [],
  },
  {
    key: "gsc-keyword",
    by: "kobayashi",
    daysAgo: 7.5,
    area: "reports",
    scope: "public",
    tags: ["検索キーワード"],
    title: "検索キーワードと応募数を並べて見たい",
    body: "検索サービスの管理画面から出したキーワード別のクリック数と、ミオツクの応募数を1つの表で見たいです。着地ページを軸につなげばよいと思うのですが、外部のCSVをレポートに取り込むことはできますか。",
    answers: [],
  },
  {
    key: "embed-report-intranet",
    by: "hoshino",
    daysAgo: 48,
    area: "reports",
    scope: "public",
    tags: ["埋め込み"],
    title: "社内ポータルにグラフを埋め込みたい",
    body: "所内のポータルにセミナー申込の推移グラフを載せたいです。埋め込みコードを貼ると「接続が拒否されました」と表示されます。",
    answers: [
      {
        by: "miyazawa",
        minutesAfter: 240,
        body: "ダッシュボードの埋め込みは、許可したドメインでしか表示されません。**設定 > セキュリティ > 埋め込みを許可するドメイン** に社内ポータルのドメインを追加してみてください。`https://` は付けずに入れます。",
        helpfulBy: ["hoshino", "iijima"],
      },
    ],
  },
  {
    key: "org-weekly-meeting-pack",
    by: "kuroki",
    daysAgo: 88,
    area: "reports",
    scope: "organisation",
    tags: ["会議資料", "社内"],
    title: "週次会議の資料をダッシュボード1枚に減らす相談",
    body: "マーケ部内の相談です。いまの8枚を1枚にしたい。残す数字を5つまでで提案してください。私の案は「新規顧客数・フォーム完了率・メール経由売上」です。",
    helpfulBy: ["murase"],
    answers: [
      {
        by: "murase",
        minutesAfter: 300,
        body: "3つに「定期便の解約数」と「問い合わせの一次回答時間」を足したいです。攻めの数字ばかりだと、解約に気づくのが翌月になります。",
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["kuroki", "sagara"],
      },
      {
        by: "sagara",
        minutesAfter: 1440,
        body: "5つならスナップショットで固定して、過去13か月を並べられます。自動で作れるようにしておきます。",
        helpfulBy: ["kuroki", "iwakiri"],
      },
    ],
  },
  {
    key: "report-ranking-staff",
    by: "sekine",
    daysAgo: 72,
    area: "reports",
    scope: "public",
    tags: ["ダッシュボード"],
    title: "展示場ごとの予約数を順位ではなく前年比で並べたい",
    body: "順位で出すと規模の小さい展示場がいつも最下位になり、店長会の空気が悪くなります。前年同月比の高い順に並べる表は作れますか。",
    answers: [
      {
        by: "tsukada",
        minutesAfter: 1440,
        body: "表のカードで「比較：前年同期」を追加すると増減率の列ができ、その見出しで並べ替えができます。件数が少ない所は率が大きく出るので、「前年10件以上」の絞り込みを入れておくと落ち着きます。",
        helpfulBy: ["sekine"],
      },
    ],
  },
  {
    key: "report-print-a4",
    by: "hayashi",
    daysAgo: 114,
    area: "reports",
    scope: "public",
    tags: ["印刷"],
    title: "ダッシュボードを印刷すると右側が切れます",
    body: "会議で紙を配る文化があり、A4横1枚に収めたいです。ブラウザの印刷だと縮小しても右端のグラフが途中で切れてしまいます。",
    answers: [],
  },
  {
    key: "report-nps-japanese",
    by: "aizawa",
    daysAgo: 29,
    area: "reports",
    scope: "public",
    tags: ["nps", "アンケート"],
    title: "NPSの推移を中央値や分布と一緒に見たい",
    body: "NPSだけだと数字の動きが大きく、会議で一喜一憂してしまいます。推奨者・中立者・批判者の割合の推移を積み上げで出したいのですが、標準のカードでは見つかりませんでした。",
    answers: [],
  },
] satisfies SeedQuestion[];
