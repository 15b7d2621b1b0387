import type { SeedQuestion } from "./types.ts";

export const questions = [
  {
    key: "lp-slow-mobile",
    by: "narita",
    daysAgo: 405,
    area: "site-builder",
    scope: "public",
    tags: ["表示速度", "画像"],
    title: "スマートフォンでトップページの表示に6秒以上かかる",
    body: "冬ツアーのトップページを測定すると、最大の要素が表示されるまで6.3秒でした。スライドの写真が5枚（各2〜3MB）あります。制作側でできることをひととおり知りたいです。",
    helpfulBy: [
      "nishimura",
      "murase",
      "higa",
      "tsujimoto",
      "takano",
      "kobayashi",
      "tanabe",
      "kinjo",
    ],
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 120,
        body: `効果の大きい順です。

1. **1枚目以外のスライドを遅延読み込みにする**（スライド設定 > 2枚目以降を後から読み込む）
2. 画像ブロックの「配信形式」を「自動（WebP/AVIF）」に。初期値は「元のまま」です
3. 1枚目に「優先して読み込む」を付ける（付けるのは1枚だけ）
4. 使っていないフォントの読み込みを外す。日本語フォントは1書体で1MB近くなることがあります

\`\`\`html
<img src="hero.avif" width="1600" height="900" fetchpriority="high" alt="…">
\`\`\``,
        editedTo: `効果の大きい順です。

1. **1枚目以外のスライドを遅延読み込みにする**（スライド設定 > 2枚目以降を後から読み込む）
2. 画像ブロックの「配信形式」を「自動（WebP/AVIF）」に。初期値は「元のまま」です
3. 1枚目に「優先して読み込む」を付ける（付けるのは1枚だけ）
4. 使っていないフォントの読み込みを外す。日本語フォントは1書体で1MB近くなることがあります

\`\`\`html
<img src="hero.avif" width="1600" height="900" fetchpriority="high" alt="…">
\`\`\`

**追記**：5.0から、2の「配信形式」は新しいサイトでは「自動」が初期値になりました。5.0より前に作ったサイトは「元のまま」が残っているので、サイト設定から変更してください。`,
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["narita", "lim", "endo", "saito", "kusunoki", "tanabe", "tanoue"],
        comments: [
          {
            by: "narita",
            minutesAfter: 4440,
            body: "1〜4で6.3秒が2.1秒になりました。いちばん効いたのは2でした。",
          },
        ],
      },
      {
        by: "murase",
        minutesAfter: 7200,
        body: "うちはスライドそのものをやめて1枚にしました。クリックの9割が1枚目だったので。速くなり、しかも作る手間も減りました。",
        helpfulBy: ["narita", "rahman", "yokoyama", "eto"],
      },
    ],
  },
  {
    key: "custom-domain-ssl",
    by: "tsunoda",
    daysAgo: 16,
    area: "site-builder",
    scope: "public",
    tags: ["独自ドメイン", "ssl"],
    title: "独自ドメインの証明書が「発行待ち」のまま2日たっています",
    body: `\`seminar.\` で始まるサブドメインを追加し、CNAMEも設定しました。画面は「証明書を発行しています」のままです。

\`\`\`
seminar.example.jp.  3600  IN  CNAME  sites.miotsuku.example.
\`\`\``,
    helpfulBy: ["kawabata", "karasawa", "matsumoto"],
    answers: [
      {
        by: "sakaki",
        minutesAfter: 180,
        body: `CNAMEは正しく見えます。ほかに、上位のドメインに **CAAレコード** がありませんか。発行する認証局が許可されていないと、発行待ちのまま進みません。

\`\`\`bash
dig CAA example.jp +short
\`\`\``,
        helpfulBy: ["tsunoda", "tsutsumi"],
        comments: [
          {
            by: "tsunoda",
            minutesAfter: 1620,
            body: '`0 issue "…"` という行が1つ出ました。サーバー会社に追加を依頼しました。',
          },
        ],
      },
      {
        by: "hughes",
        minutesAfter: 1440,
        body: 'Same here last year. After the CAA record is changed press "Retry", otherwise the next automatic attempt is only after 24 hours.',
        helpfulBy: ["tsunoda"],
      },
    ],
  },
  {
    key: "schedule-publish-midnight",
    by: "nagatomo",
    daysAgo: 188,
    area: "site-builder",
    scope: "public",
    tags: ["予約公開"],
    title: "0時ちょうどの予約公開が2〜3分遅れます",
    body: "キャンペーン開始を0:00に予約していますが、実際に切り替わるのは0:02頃です。SNSの告知と同時にしたいのですが、正確に切り替える方法はありますか。",
    answers: [
      {
        by: "kobayashi",
        minutesAfter: 120,
        body: "予約公開はCDNの入れ替えを含むので数分の幅があります。うちは23:50に公開しておき、ページの中で「表示期間」を0:00からにしたブロックを置いています。表示期間は閲覧者の端末で切り替わるため、ほぼ秒単位で揃います。",
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["nagatomo", "tamaki"],
        comments: [
          {
            by: "nagatomo",
            minutesAfter: 1560,
            body: "表示期間なら予約時刻どおりでした。発売ページで使います。",
          },
        ],
      },
      {
        by: "narita",
        minutesAfter: 2880,
        body: "ただし表示期間で隠した内容は、ページのソースには入っています。絶対に見られたくない価格などは、この方法では隠せません。",
        helpfulBy: ["nagatomo", "higa"],
      },
    ],
  },
  {
    key: "cache-old-page",
    by: "arai",
    daysAgo: 142,
    area: "site-builder",
    scope: "public",
    tags: ["キャッシュ", "反映"],
    title: "公開したのに古いページが表示される",
    body: "イベントの日付を直して公開しましたが、店長のスマートフォンには古い日付が出ます。私のパソコンでは新しくなっています。",
    answers: [
      {
        by: "narita",
        minutesAfter: 25,
        body: `端末に残ったキャッシュの可能性が高いです。まず店長さんのスマートフォンで、シークレットウィンドウで開いてもらってください。

そこで新しければ端末の問題で、時間がたてば直ります（最長10分）。シークレットでも古ければ、サイト側の **公開 > キャッシュを消す** を試してください。`,
        accepted: true,
        acceptedMinutesAfter: 120,
        helpfulBy: ["arai", "kondo", "kanno"],
        comments: [
          {
            by: "arai",
            minutesAfter: 145,
            body: "シークレットでは新しくなっていました。10分ほどで直りました。",
          },
        ],
      },
      {
        by: "takahashi",
        minutesAfter: 180,
        body: "私も同じ展示場のページで経験しました。お客様にお送りする前は、必ずシークレットで見るようにしています。",
        helpfulBy: ["arai", "nishio"],
      },
    ],
  },
  {
    key: "template-update-all",
    by: "matsumoto",
    daysAgo: 127,
    area: "site-builder",
    scope: "customers",
    tags: ["テンプレート", "共通部品"],
    title: "全ページの電話番号を一度に直したい",
    body: "健診センターの電話番号が変わります。80ページほどに直接書かれていて、1ページずつ直すと漏れそうです。",
    helpfulBy: ["okuno", "segawa", "hughes", "tanoue"],
    answers: [
      {
        by: "ishii",
        minutesAfter: 180,
        body: `うちも12園で同じことをしました。**サイト > 検索と置換** で、全ページの文字を一括で置き換えられます（管理者のみ）。置換の前に一覧で確認でき、チェックを外すこともできます。

これを機に、電話番号は「共通部品」にしました。次からは1か所で済みます。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["matsumoto", "shigematsu", "okafor"],
      },
      {
        by: "kojima",
        minutesAfter: 1440,
        body: "全角・半角、ハイフンの種類（‐、−、-）違いがあるので、検索は番号の一部だけで行うと漏れにくいです。うちは4種類ありました。",
        helpfulBy: ["matsumoto"],
        comments: [
          {
            by: "matsumoto",
            minutesAfter: 2880,
            body: "3種類見つかりました。やはりありますね……。",
          },
        ],
      },
    ],
  },
  {
    key: "en-site-hreflang",
    by: "chen",
    daysAgo: 151,
    area: "site-builder",
    scope: "public",
    tags: ["multilingual", "seo"],
    title: "Do I need to set hreflang by hand for the Chinese pages?",
    body: "We have Japanese and Traditional Chinese versions of 30 tour pages. Search results in Taiwan show the Japanese page. Is hreflang generated automatically?",
    answers: [
      {
        by: "karasawa",
        minutesAfter: 360,
        body: "It is automatic only if the pages are linked as translations (Page settings > Languages). Pages that were copied by hand are not linked, so nothing is generated. We had to link ours one by one, about a minute each.",
        helpfulBy: ["chen", "nagatomo"],
      },
      {
        by: "hughes",
        minutesAfter: 1440,
        body: `And check the result in the page source:

\`\`\`html
<link rel="alternate" hreflang="ja" href="https://example.jp/tour/snow/">
<link rel="alternate" hreflang="zh-Hant" href="https://example.jp/zh-hant/tour/snow/">
<link rel="alternate" hreflang="x-default" href="https://example.jp/tour/snow/">
\`\`\`

Each page must list all versions including itself. If one direction is missing, search engines ignore the pair.`,
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["chen", "shimabukuro", "matsuda", "okuno"],
        comments: [
          {
            by: "chen",
            minutesAfter: 4320,
            body: "Ours were copied by hand. Linked all 30, waiting for the next crawl.",
          },
        ],
      },
    ],
  },
  {
    key: "preview-share-client",
    by: "kobayashi",
    daysAgo: 79,
    area: "site-builder",
    scope: "public",
    tags: ["プレビュー", "共有"],
    title: "公開前のページを派遣先の担当者に見てもらう方法",
    body: "ログインできない社外の方に、公開前のページを確認してもらいたいです。",
    helpfulBy: ["nishio"],
    answers: [
      {
        by: "narita",
        minutesAfter: 60,
        body: "ページの「共有プレビュー」で、期限つきのURLを発行できます。パスワードも付けられます。コメントをもらいたい場合は「コメントを許可」をオンにすると、相手はログインなしで付箋を残せます。",
        accepted: true,
        acceptedMinutesAfter: 240,
        helpfulBy: ["kobayashi", "shimabukuro"],
        comments: [
          {
            by: "kobayashi",
            minutesAfter: 300,
            body: "付箋のおかげで、赤入れのPDFの往復がなくなりました。",
          },
        ],
      },
    ],
  },
  {
    key: "image-alt-bulk",
    by: "ishii",
    daysAgo: 65,
    area: "site-builder",
    scope: "public",
    tags: ["アクセシビリティ", "代替テキスト"],
    title: "画像の代替テキストが入っていないものを一覧にしたい",
    body: "自治体の担当課から、園のサイトの代替テキストを整えるように言われました。画像が1,000枚以上あります。",
    answers: [
      {
        by: "narita",
        minutesAfter: 300,
        body: `**サイト > 品質チェック > 画像** で「代替テキストなし」に絞り込めます。CSVにも書き出せて、入力して取り込み直せば一括で反映されます。

飾りの画像は「装飾」にチェックを入れるのが正しく、無理に文章を入れるとかえって読みにくくなります。うちは7割が装飾でした。`,
        helpfulBy: ["ishii", "ito"],
      },
      {
        by: "matsumoto",
        minutesAfter: 1440,
        body: "同じ依頼が当法人にもありました。よく使う画像から順に、1日20枚と決めて進めています。全部そろうまで待たず、「写真の説明がないと内容が分からないもの」を先にしました。",
        accepted: true,
        acceptedMinutesAfter: 5760,
        helpfulBy: ["kogure"],
      },
    ],
  },
  {
    key: "redirect-old-urls",
    by: "nagatomo",
    daysAgo: 234,
    area: "site-builder",
    scope: "public",
    tags: ["リダイレクト", "移転"],
    title: "旧サイトのURLから新サイトへの転送をまとめて登録したい",
    body: "リニューアルで400ページほどURLが変わります。1件ずつ登録する画面しか見つかりません。",
    helpfulBy: ["ito"],
    answers: [
      {
        by: "iwakiri",
        minutesAfter: 180,
        body: `**サイト > 転送 > CSVで登録** があります。形式は次のとおりです。

\`\`\`csv
from,to,type
/shop/dashi/001.html,/products/dashi-awase,301
/news/2019/,/news,301
/lp/summer2021,/,302
\`\`\`

一時的な転送は302、移転は301です。公開してから1か月は、404の一覧（サイト > 品質チェック > 404）を毎日見て、足りないものを追加しました。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["kusunoki", "suzuki", "eto"],
      },
      {
        by: "shigematsu",
        minutesAfter: 2880,
        body: "日本語を含むURLは、エンコード後（`%E3%81…`）とエンコード前の両方を登録しておくと安全です。",
        helpfulBy: ["iijima", "kinjo"],
      },
    ],
  },
  {
    key: "font-line-break",
    by: "nishimura",
    daysAgo: 21,
    area: "site-builder",
    scope: "public",
    tags: ["改行", "日本語"],
    title: "見出しが変なところで改行される",
    body: "「京の茶の間／だより」が、スマートフォンで「京の茶の間だよ／り」と折り返されます。文字を小さくするしかないでしょうか。",
    helpfulBy: ["shimabukuro", "maruyama"],
    answers: [
      {
        by: "narita",
        minutesAfter: 240,
        body: `見出しブロックの「改行の方法」を「文節で改行」にしてください。意味のまとまりで折り返されます。それでも意図と違う場合は、切れてほしい場所に「改行してもよい位置」（\`<wbr>\`）を入れます。

\`\`\`html
京の茶の間<wbr>だより
\`\`\``,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["sugiyama", "tanoue"],
        comments: [
          {
            by: "nishimura",
            minutesAfter: 1680,
            body: "文節の設定だけで直りました。文字を小さくしなくて済んでよかったです。",
          },
        ],
      },
    ],
  },
  {
    key: "ab-lp-test",
    by: "hayashi",
    daysAgo: 54,
    area: "site-builder",
    scope: "public",
    tags: ["abテスト", "lp"],
    title: "ランディングページのABテストで差が出ません",
    body: "見出しと写真を変えたAとBを2週間出しましたが、申込率が3.1%と3.3%で、どちらがよいとも言えません。テストの仕方に問題があるのでしょうか。",
    helpfulBy: ["takahashi", "segawa"],
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 1440,
        body: "期間ではなく人数で決めます。3.1%と3.3%の差を見分けるには、各パターンで10万人以上が必要です。届かないなら、もっと大きな違い（価格の見せ方、申込の手順など）を試すほうが現実的です。",
        helpfulBy: ["matsumoto", "narita", "kojima"],
      },
      {
        by: "kojima",
        minutesAfter: 1440,
        body: "うちの場合、見出しより「申込ボタンの前に置く不安の解消」が効きました。「途中でやめても返金」の1行で申込率が4.6%になりました。差が出ないときは、見た目ではなく迷いの原因を探しています。",
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["endo", "sagara"],
      },
      {
        by: "murase",
        minutesAfter: 4320,
        body: "差が出なかったことも結果です。うちは「写真はどれでも変わらない」と分かってから、撮影の費用を減らせました。",
        helpfulBy: ["hughes", "yoshida"],
      },
    ],
  },
  {
    key: "form-block-style",
    by: "higa",
    daysAgo: 26,
    area: "site-builder",
    scope: "public",
    tags: ["デザイン", "css"],
    title: "ブランドの色に合わせてボタンの色を全部変えたい",
    body: "ホテルごとにブランドの色が違います。ページごとに直すのではなく、サイト単位で切り替えられますか。",
    helpfulBy: ["nakajima"],
    answers: [
      {
        by: "narita",
        minutesAfter: 180,
        body: "サイト設定の「テーマ」で色を決めておくと、全ページのボタンとリンクに反映されます。ページごとに上書きした色は残るので、上書きの一覧（テーマ画面の右下）から解除してください。",
        helpfulBy: ["higa"],
      },
      {
        by: "nishimura",
        minutesAfter: 1440,
        body: "背景とのコントラストの警告も出るので、淡い色のブランドだと助かります。うちの抹茶色は警告だらけでした。",
      },
    ],
  },
  {
    key: "robots-noindex-lp",
    by: "sasaki",
    daysAgo: 90,
    area: "site-builder",
    scope: "public",
    tags: ["検索", "noindex"],
    title: "広告用のページを検索結果に出したくない",
    body: "期間限定の広告ページが検索結果に出てしまい、終わったあとも問い合わせが来ます。",
    helpfulBy: ["yamamoto", "aizawa"],
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 60,
        body: "ページ設定 > 検索 > 「検索結果に表示しない」をオンにしてください。`robots.txt` で拒否するのは逆効果で、検索側が `noindex` を読めなくなります。すでに出ているものは、検索サービスの管理画面から一時的な削除を申請すると早いです。",
        accepted: true,
        acceptedMinutesAfter: 360,
        helpfulBy: ["sasaki", "saito"],
      },
    ],
  },
  {
    key: "event-page-duplicate-calendar",
    by: "arai",
    daysAgo: 7.3,
    area: "site-builder",
    scope: "public",
    tags: ["イベント", "複製"],
    title: "毎週のイベントページを日付だけ変えて複製したい",
    body: "8つの展示場で毎週末イベントがあり、月に30ページ以上を手で複製しています。CSVから一括で作る方法はありますか。",
    answers: [
      {
        by: "kojima",
        minutesAfter: 1440,
        body: `「データからページ」という機能があります。CSVの1行が1ページになり、テンプレートの差し込み位置に入ります。

\`\`\`csv
slug,title,place,date,image
urawa-0614,父の日の木工体験,浦和,2025-06-14,wood.jpg
kawagoe-0615,家づくり相談会,川越,2025-06-15,soudan.jpg
\`\`\`

同じ \`slug\` で取り込み直すと更新になります。`,
        helpfulBy: ["arai"],
      },
      {
        by: "murase",
        minutesAfter: 2880,
        body: "データからページで作ったものは、終了日の列を入れておくと自動で非公開にできます。「終わったイベントが残っている」という指摘が無くなりました。",
        helpfulBy: ["arai"],
      },
    ],
  },
  {
    key: "embed-map-consent",
    by: "fujiwara",
    daysAgo: 44,
    area: "site-builder",
    scope: "customers",
    tags: ["地図", "個人情報"],
    title: "地図の埋め込みによる外部送信を避けたい",
    body: "アクセスページに地図を埋め込むと、閲覧者の情報が外部の会社に送られます。同意なしで読み込まない方法はありますか。",
    helpfulBy: ["okada"],
    answers: [
      {
        by: "hughes",
        minutesAfter: 360,
        body: 'Use the map block with "load on click". Until the visitor presses it, only a static picture from your own domain is shown.',
        helpfulBy: ["fujiwara"],
      },
      {
        by: "narita",
        minutesAfter: 1440,
        body: "日本語の画面では「クリックで読み込む」です。静止画は自分のドメインから配信されるので、押すまで外部への通信は発生しません。押した場合の説明文も編集できます。",
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["fujiwara"],
      },
    ],
  },
  {
    key: "duplicated-preview-q",
    by: "honma",
    daysAgo: 13,
    area: "site-builder",
    scope: "public",
    tags: ["キャッシュ", "反映"],
    title: "直した営業時間がスマートフォンでだけ古いまま",
    body: "蔵の見学時間を直して公開しましたが、スマートフォンでは前の時間が出ています。パソコンでは直っています。",
    helpfulBy: ["mizutani"],
    duplicateOf: "cache-old-page",
    answers: [
      {
        by: "arai",
        minutesAfter: 120,
        body: "端末側のキャッシュだと思います。シークレットウィンドウで見て直っていれば、10分ほど待てば大丈夫です。",
        helpfulBy: ["honma"],
        comments: [{ by: "honma", minutesAfter: 300, body: "待ったら直りました！" }],
      },
    ],
  },
  {
    key: "slider-not-working-51",
    by: "kinjo",
    daysAgo: 268,
    area: "site-builder",
    scope: "public",
    tags: ["スライド", "不具合"],
    title: "更新後にスライドが自動で動かなくなった",
    body: "5.0になってから、トップのスライドが自動で切り替わりません。",
    helpfulBy: ["hattori", "nagatomo", "matsumoto"],
    closed: {
      reason: "not-reproducible",
      note: "ご連絡いただいた環境では再現せず、その後の更新で問題も解消しているとのことです。再発した場合は、端末の機種とともに新しい質問としてお知らせください。",
      by: "sakaki",
    },
    answers: [
      {
        by: "narita",
        minutesAfter: 240,
        body: "端末の設定で「視差効果を減らす」がオンだと、自動再生は止まる仕様です。設定を確認してみてください。",
      },
      {
        by: "sakaki",
        minutesAfter: 2880,
        body: "同じ環境で確認しましたが、自動再生の停止は再現しませんでした。",
        helpfulBy: ["kinjo"],
      },
    ],
  },
  {
    key: "org-hotel-page-rule",
    by: "shimabukuro",
    daysAgo: 33,
    area: "site-builder",
    scope: "organisation",
    tags: ["社内ルール", "5施設"],
    title: "5施設のページの更新担当と承認の流れを決めます",
    body: "社内の確認です。来月から、更新は各施設の担当、承認は営業企画部とします。困ることがあれば書いてください。急ぎの訂正（料金の誤りなど）は、承認なしで直してから報告で構いません。",
    helpfulBy: ["kinjo", "higa"],
    answers: [
      {
        by: "higa",
        minutesAfter: 240,
        body: "賛成です。承認が休日に止まらないように、金城さんにも承認の権限を付けてよいでしょうか。",
        helpfulBy: ["shimabukuro"],
      },
      {
        by: "kinjo",
        minutesAfter: 1440,
        body: "私で大丈夫です。予約に関わる訂正は予約課にもひと言ください。",
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["shimabukuro", "tamaki", "higa"],
      },
    ],
  },
  {
    key: "page-version-restore",
    by: "iwakiri",
    daysAgo: 98,
    area: "site-builder",
    scope: "public",
    tags: ["履歴", "復元"],
    title: "1か月前の状態のページに戻せますか",
    body: "バレンタインの特集ページを上書きしてしまい、去年の文面を参考にしたいです。現在の公開内容は残したまま、古い内容だけ見られると助かります。",
    answers: [
      {
        by: "nagatomo",
        minutesAfter: 120,
        body: "ページの「履歴」から日付を選ぶと、その時点の内容を閲覧だけできます。「別のページとして複製」を選べば、いまの公開内容に影響なく取り出せます。",
        helpfulBy: ["miyazawa"],
      },
    ],
  },
  {
    key: "section-anchor-header",
    by: "takano",
    daysAgo: 3.4,
    area: "site-builder",
    scope: "public",
    tags: ["アンカー", "ヘッダー"],
    title: "ページ内リンクの見出しが固定ヘッダーの下に隠れる",
    body: "採用ページの上部に目次を置きました。押すと移動しますが、見出しがヘッダーに隠れます。余白を調整する設定はありますか。",
    answers: [
      {
        by: "narita",
        minutesAfter: 240,
        body: `サイト設定の「ヘッダー」で「固定」を使っている場合、「見出しの位置を自動で調整する」がオンか見てください。独自のヘッダーなら、CSSで余白を指定します。

\`\`\`css
:target,
h2[id] {
  scroll-margin-top: 80px;
}
\`\`\``,
      },
    ],
  },
  {
    key: "video-embed-lcp",
    by: "matsuda",
    daysAgo: 10,
    area: "site-builder",
    scope: "public",
    tags: ["動画", "表示速度"],
    title: "トップの動画を埋め込みに変えたら表示が遅くなった",
    body: "再生ボタンを押すまで読み込まないようにしたいです。標準のブロックにその設定はありますか。それともサムネイル画像に置き換えて自作するしかないですか。",
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 360,
        body: "動画ブロックの「読み込み」を「クリック後」にすると、最初はサムネイルだけが表示されます。サムネイルはブロックに自動で取り込まれるので、差し替えも可能です。",
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["kondo"],
      },
    ],
  },
  {
    key: "menu-mobile-order",
    by: "ono",
    daysAgo: 24,
    area: "site-builder",
    scope: "public",
    tags: ["メニュー", "スマートフォン"],
    title: "スマートフォンのメニューだけ順番を変えたい",
    body: "園児募集の時期は、スマートフォンでは「見学申込」を一番上に出したいです。パソコンの並びはそのままにしたいです。",
    answers: [],
  },
  {
    key: "ogp-image-cache",
    by: "takahashi",
    daysAgo: 37,
    area: "site-builder",
    scope: "public",
    tags: ["ogp", "sns"],
    title: "SNSで共有したときの画像が前のままになる",
    body: "来場キャンペーンのページの共有画像を差し替えましたが、SNSに貼ると前の画像が出ます。ページの設定では新しい画像になっています。",
    answers: [
      {
        by: "kobayashi",
        minutesAfter: 180,
        body: "SNS側が覚えている画像なので、各社の「デバッグツール」にURLを入れて取り直してもらうと変わります。",
        helpfulBy: ["okafor"],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: "小林さんの方法に加え、取り直しても変わらないことがあるので、私は画像のファイル名を毎回変えるようにしています（`campaign-2.jpg` のように）。ファイル名が違えばSNS側は必ず新しいものとして取りに来ます。",
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["takahashi", "sugiyama", "kobayashi"],
        comments: [
          {
            by: "takahashi",
            minutesAfter: 4320,
            body: "ファイル名を変えて公開し直したら、すぐ新しい画像になりました。次のキャンペーンから習慣にします。",
          },
        ],
      },
    ],
  },
  {
    key: "accessibility-check-tool",
    by: "matsumoto",
    daysAgo: 1.7,
    area: "site-builder",
    scope: "public",
    tags: ["アクセシビリティ"],
    title: "品質チェックで「見出しの順序」の警告が消えません",
    body: "h2の次にh4があると警告されるページが11あります。デザインの都合で文字の大きさを小さくしたいだけなのですが、警告を消しつつ見た目を変える方法はありますか。",
    answers: [
      {
        by: "narita",
        minutesAfter: 300,
        body: "文字の大きさを変えるために見出しの種類を変えると警告になります。種類は「h3」にして、ブロック設定の「見た目」で「小」を選んでください。読み上げの順序はh3のまま、見た目だけ小さくなります。",
        helpfulBy: ["tsunoda"],
      },
    ],
  },
  {
    key: "snippet-parameters-en",
    by: "hughes",
    daysAgo: 2.1,
    area: "site-builder",
    scope: "public",
    tags: ["template", "snippet"],
    title: "Can shared snippets take parameters?",
    body: 'I have a "spec table" snippet used on 60 product pages. The only difference is the product code, so I maintain 60 snippets. Is there a way to pass a value to a snippet from the page?',
    answers: [],
  },
] satisfies SeedQuestion[];
