import type { SeedQuestion } from "./types.ts";

export const questions = [
  {
    key: "sso-saml-loop",
    by: "miyazawa",
    daysAgo: 420,
    area: "access",
    scope: "public",
    tags: ["sso", "saml"],
    title: "SAMLのSSOを有効にするとログイン画面に戻ってくる（無限ループ）",
    body: `社内のIDプロバイダーとSAML連携を設定しました。IdP側の認証は成功するのに、ミオツクのログイン画面に戻されます。IdPのログでは成功、ミオツクの監査ログには何も出ません。

\`\`\`xml
<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">
  k.miyazawa
</saml:NameID>
\`\`\`

どこを見ればよいでしょうか。`,
    helpfulBy: ["fujiwara", "arai", "abe", "matsumoto", "hughes", "suzuki", "ishii", "ito"],
    answers: [
      {
        by: "sakaki",
        minutesAfter: 60,
        body: `NameIDがメールアドレスになっていないためです。ミオツクはNameIDを登録メールアドレスと照合しますので、IdP側で次のように変更してください。

| 項目 | 値 |
|---|---|
| NameID の形式 | \`emailAddress\` |
| NameID の値 | メールアドレス属性 |
| ACS URL | \`https://login.miotsuku.example/saml/acs\` |

監査ログに出ないのは、照合より前に弾かれているためです。分かりにくいので、失敗も記録するように直します。`,
        accepted: true,
        acceptedMinutesAfter: 240,
        verified: true,
        trueForVersion: "4.9",
        helpfulBy: [
          "miyazawa",
          "nishimura",
          "tanabe",
          "aizawa",
          "suzuki",
          "chen",
          "ogawa",
          "hayashi",
          "maruyama",
        ],
        comments: [
          {
            by: "miyazawa",
            minutesAfter: 300,
            body: "NameIDを変更して解決しました。監査ログの件もお願いします。",
          },
        ],
      },
      {
        by: "ogawa",
        minutesAfter: 2880,
        body: "当社でハマったのは大文字小文字でした。IdPは `K.Miyazawa@`、ミオツクは `k.miyazawa@` で登録されていて、別人扱いになりました。いまは区別しなくなったと聞いています。",
        helpfulBy: ["miyazawa", "takano", "abe"],
        comments: [{ by: "sakaki", minutesAfter: 7200, body: "はい、4.9.2から区別しません。" }],
      },
    ],
  },
  {
    key: "role-cannot-delete",
    by: "ono",
    daysAgo: 198,
    area: "access",
    scope: "public",
    tags: ["ロール", "削除権限"],
    title: "編集はできるけれど削除はできない権限を作りたい",
    body: "12の保育園の担当者に、自分の園のページだけを編集してもらいたいです。以前、ある園の方が法人全体のトップページを消してしまいました。「編集者」だと削除もできてしまいます。",
    answers: [
      {
        by: "tsujimoto",
        minutesAfter: 120,
        body: `カスタムロール（ビジネスプラン以上）なら「ページの編集」と「ページの削除」を別々に選べます。さらに「対象フォルダー」で園ごとのフォルダーに絞れます。

プランの都合でカスタムロールがない場合は、トップページに「保護」を付けておくと、管理者以外は削除も公開停止もできません（ページ設定 > 保護）。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["sagara", "bennett", "kusunoki", "hughes"],
        comments: [
          {
            by: "ono",
            minutesAfter: 1560,
            body: "スタンダードなので「保護」を付けました。これだけでも安心です。",
          },
        ],
      },
      {
        by: "ishii",
        minutesAfter: 2880,
        body: "同じ法人の者です。各園には「削除せず、非公開にしてください」という1枚の手順書も配りました。",
        helpfulBy: ["ono"],
      },
    ],
  },
  {
    key: "leave-account-checklist",
    by: "ogawa",
    daysAgo: 145,
    area: "access",
    scope: "customers",
    tags: ["退職者", "棚卸し"],
    title: "退職者アカウントの停止で確認していることを教えてください",
    body: "年4回の棚卸しで、退職者のアカウントが残っていることが毎回見つかります。停止の前に引き継ぐべきものが把握できていないのが原因です。皆さんのチェック項目を伺いたいです。",
    answers: [
      {
        by: "tsujimoto",
        minutesAfter: 180,
        body: `当社の一覧です。

- [ ] 担当している顧客・問い合わせの引き継ぎ
- [ ] 通知先に個人名で入っているフォーム・シナリオ
- [ ] **APIキーの発行者**（停止するとキーも止まります）
- [ ] 定期レポートの作成者（同じく止まります）
- [ ] 差出人アドレスに使っている配信
- [ ] 2段階認証の端末の回収は不要（停止で無効になります）

3と4で二度ほど事故を起こしたので、いまはAPIキーと定期レポートを共通の「システム用アカウント」で作る決まりにしています。`,
        editedTo: `当社の一覧です。

- [ ] 担当している顧客・問い合わせの引き継ぎ
- [ ] 通知先に個人名で入っているフォーム・シナリオ
- [ ] **APIキーの発行者**（停止するとキーも止まります）
- [ ] 定期レポートの作成者（同じく止まります）
- [ ] 差出人アドレスに使っている配信
- [ ] 外部連携（表計算・チャット）の接続に使った本人の認証
- [ ] 2段階認証の端末の回収は不要（停止で無効になります）

3と4で二度ほど事故を起こしたので、いまはAPIキーと定期レポートを共通の「システム用アカウント」で作る決まりにしています。

（コメントと社内の指摘を受けて、外部連携の1行を足しました）`,
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["lim", "okada", "iwakiri", "yokoyama", "maruyama", "tanoue"],
        comments: [
          {
            by: "ogawa",
            minutesAfter: 3060,
            body: "APIキーは完全に抜けていました。システム用アカウントを用意します。",
          },
        ],
      },
      {
        by: "miyazawa",
        minutesAfter: 4320,
        body: "SSO＋SCIMにしていれば、人事システムで退職にした時点で自動停止になります。ただし自動停止は「引き継ぎ前に止まる」ので、最終出社日の翌日に止まるように調整しました。",
        helpfulBy: ["ogawa", "kato", "narita"],
      },
      {
        by: "lim",
        minutesAfter: 7200,
        body: "We run a small SQL report every Monday: users who have not signed in for 45 days. Most forgotten accounts show up there before the audit does.",
        helpfulBy: ["sasaki", "asano"],
      },
    ],
  },
  {
    key: "two-factor-lost-phone",
    by: "honma",
    daysAgo: 92,
    area: "access",
    scope: "public",
    tags: ["2段階認証"],
    title: "スマートフォンを替えたらログインできなくなりました",
    body: "機種変更で認証アプリのデータが消えました。復旧用コードも控えていません。代表（管理者）はいますが、操作が分からず困っています。",
    answers: [
      {
        by: "hoshino",
        minutesAfter: 20,
        body: `代表の方に次の操作をしてもらってください。

1. **設定 > ユーザー** で本間さんを開く
2. 「…」> **2段階認証をリセット**
3. 本間さんに届くメールのリンク（30分有効）から、パスワードを入れて新しい端末を登録

登録のとき、復旧用コードの印刷も忘れずに。`,
        accepted: true,
        acceptedMinutesAfter: 120,
        helpfulBy: ["honma", "oishi", "kobayashi"],
        comments: [
          {
            by: "honma",
            minutesAfter: 140,
            body: "無事に入れました。コードは金庫にしまいました。",
          },
        ],
      },
      {
        by: "hasegawa",
        minutesAfter: 1440,
        body: "代表の長谷川です。私でもできましたので、皆さん大丈夫です。",
        helpfulBy: ["honma", "kato"],
      },
    ],
  },
  {
    key: "ip-restriction-telework",
    by: "sugiyama",
    daysAgo: 129,
    area: "access",
    scope: "customers",
    tags: ["ip制限", "テレワーク"],
    title: "IPアドレス制限とテレワークを両立する方法",
    body: "審査の条件でIPアドレス制限が必須です。一方で在宅勤務の職員が20名ほどおり、VPNは帯域の問題で全員は使えません。制限を人によって分けることはできるでしょうか。",
    answers: [
      {
        by: "tsujimoto",
        minutesAfter: 300,
        body: "ロール単位で分けられます。「顧客データの書き出し」を持つロールだけIP制限を必須にし、閲覧だけのロールは2段階認証を必須にしています。守るべきは画面を見ることより持ち出しだ、という整理で審査を通しました。",
        helpfulBy: ["hasegawa", "sasaki", "kudo"],
      },
      {
        by: "miyazawa",
        minutesAfter: 1440,
        body: "SSOを使うなら、制限はミオツクではなくIdP側に寄せるのも手です。端末証明書の有無で判定すれば、どこからでも会社の端末ならログインできます。ミオツク側のIP制限は、SSOを使わない緊急用アカウントにだけ掛けています。",
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["sugiyama", "kuroki", "ito", "tsujimoto"],
        comments: [
          {
            by: "sugiyama",
            minutesAfter: 5760,
            body: "端末証明書の案で審査部門と合意できました。",
          },
        ],
      },
      {
        by: "fujiwara",
        minutesAfter: 8640,
        body: "医療でも同じ整理をしました。「書き出しはIP制限、閲覧は2段階認証」は説明しやすいです。",
        helpfulBy: ["sugiyama"],
      },
    ],
  },
  {
    key: "invite-mail-expired",
    by: "takano",
    daysAgo: 71,
    area: "access",
    scope: "public",
    tags: ["招待"],
    title: "招待メールの期限が切れていました",
    body: "産休明けの職員を招待したのですが、リンクを開くと「この招待は無効です」と出ます。再送の方法を教えてください。",
    answers: [
      {
        by: "arai",
        minutesAfter: 60,
        body: "設定 > ユーザーの「招待中」タブで、名前の右の「再送」を押せば新しいリンクが届きます。期限は7日間で、古いリンクは使えなくなります。",
        accepted: true,
        acceptedMinutesAfter: 180,
        helpfulBy: ["takano", "ono", "tanoue"],
      },
    ],
  },
  {
    key: "group-folder-perm",
    by: "nagatomo",
    daysAgo: 38,
    area: "access",
    scope: "public",
    tags: ["フォルダー", "権限"],
    title: "商品企画部にだけ見えるページの下書きを作りたい",
    body: "発売前の商品ページなので、社内でも一部の人にしか見せたくありません。下書きは編集者全員に見えてしまいますよね。",
    helpfulBy: ["fujiwara"],
    answers: [
      {
        by: "iwakiri",
        minutesAfter: 120,
        body: "同じ会社の岩切です。「発売前」フォルダーを作って、閲覧できる人を商品企画部と私たちだけにしてあります。そこで作ってください。",
      },
      {
        by: "murase",
        minutesAfter: 300,
        body: "フォルダーで隠せるのは管理画面の中だけなので、プレビューURLの共有にも気をつけてください。プレビューはURLを知っていれば誰でも見られます。ページ設定の「プレビューにログインを必須にする」をオンにすると、社外に転送されても開けません。",
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["nagatomo", "nishio"],
      },
    ],
  },
  {
    key: "audit-log-retention",
    by: "tsujimoto",
    daysAgo: 213,
    area: "access",
    scope: "public",
    tags: ["操作ログ", "監査"],
    title: "操作ログを1年以上保管する方法",
    body: "標準の保存期間は180日と伺いました。監査の要件は3年です。自動で外に出す方法はありますか。",
    answers: [
      {
        by: "sakaki",
        minutesAfter: 1440,
        body: `操作ログAPIで毎日取得して保管していただくか、ビジネスプラン以上では「操作ログの定期書き出し」でオブジェクトストレージへ毎日出力できます。

\`\`\`bash
curl -s "https://api.miotsuku.example/v2/audit-logs?from=2025-06-01&to=2025-06-02" \\
  -H "Authorization: Bearer $MIO_TOKEN"
\`\`\`

ログは1行1件のJSONで、改ざん検知のために前の行のハッシュを含みます。`,
        accepted: true,
        acceptedMinutesAfter: 4320,
        verified: true,
        helpfulBy: ["tsujimoto", "takano", "hoshino"],
        comments: [
          {
            by: "tsujimoto",
            minutesAfter: 5760,
            body: "定期書き出しにしました。ハッシュの検証方法も資料にあり、監査人に喜ばれました。",
          },
        ],
      },
      {
        by: "kawabata",
        minutesAfter: 7200,
        body: "APIで取る場合、`to` はその時刻を含まないので、日付の境目で重複も漏れもしません。",
        helpfulBy: ["eto"],
      },
    ],
  },
  {
    key: "sso-scim-groups",
    by: "lim",
    daysAgo: 84,
    area: "access",
    scope: "public",
    tags: ["scim", "sso", "groups"],
    title: "Mapping identity provider groups to roles with SCIM",
    body: 'We provision users with SCIM. Users are created, but everybody ends up as "Viewer". Our groups (`mio-editors`, `mio-admins`) arrive, I can see them in the log. How do I map a group to a role?',
    answers: [
      {
        by: "sakaki",
        minutesAfter: 480,
        body: `Groups are stored but not mapped by default. Open **Settings > Sign-in > Provisioning > Group mapping** and pick a role for each group. Two rules to know:

1. If a user is in several groups, the role with more rights wins.
2. Removing the last mapped group puts the user back to the default role, it does not suspend them.

Press "Apply to existing users" once after saving.`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        verified: true,
        trueForVersion: "5.1",
        helpfulBy: ["lim", "takano", "mizutani"],
        comments: [
          {
            by: "lim",
            minutesAfter: 1920,
            body: "The button at the end was what I missed. All 38 people have the right role now.",
          },
        ],
      },
      {
        by: "miyazawa",
        minutesAfter: 2880,
        body: "Please keep one owner account outside SCIM, with a long password and two-step sign-in. When our provider was down for half a day, it was the only way in.",
      },
    ],
  },
  {
    key: "guest-agency-access",
    by: "kudo",
    daysAgo: 52,
    area: "access",
    scope: "public",
    tags: ["制作会社", "外部ユーザー"],
    title: "制作会社の方に必要な部分だけ触ってもらうには",
    body: "冬の特集ページを制作会社に依頼します。顧客データは絶対に見せたくありません。アカウントは1つ追加の料金がかかりますか。",
    helpfulBy: ["arai"],
    answers: [
      {
        by: "narita",
        minutesAfter: 60,
        body: "「外部編集者」という種類のアカウントなら料金はかかりません（3名まで）。サイトとファイルだけ触れて、顧客・メール・レポートのメニューは出ません。期限も付けられるので、公開日の1週間後に設定しておくと消し忘れがないです。",
        helpfulBy: ["shimamura", "sekine", "karasawa"],
      },
      {
        by: "kobayashi",
        minutesAfter: 1440,
        body: "うちもそれです。フォームの「回答」も見えないことは確認しました。フォームの編集はできてしまうので、通知先を変えられないようにだけ注意を。",
        helpfulBy: ["adachi"],
      },
    ],
  },
  {
    key: "admin-transfer",
    by: "kogure",
    daysAgo: 33,
    area: "access",
    scope: "public",
    tags: ["管理者", "引き継ぎ"],
    title: "前任の管理者が退職し、オーナー権限を引き継げません",
    body: "前任が3月末に退職し、オーナーのアカウントがその人のままです。メールアドレスももう使えません。請求の変更がオーナーでないとできず困っています。",
    helpfulBy: ["mizuno", "ogawa"],
    answers: [
      {
        by: "shimamura",
        minutesAfter: 240,
        body: "当社も以前ありました。サポート窓口に連絡して、法人の確認書類（登記事項証明書など）を出すと移してもらえました。5営業日ほどかかりました。",
        helpfulBy: ["kogure"],
      },
      {
        by: "kamiya",
        minutesAfter: 1440,
        body: "島村さんのご案内のとおりです。お急ぎのところ恐縮ですが、契約書のご担当者様からのご連絡が必要です。なお、オーナーは2名まで設定できますので、引き継ぎが済んだら予備の方の登録をお勧めします。",
        accepted: true,
        acceptedMinutesAfter: 2880,
        verified: true,
        helpfulBy: ["yoshida"],
      },
    ],
  },
  {
    key: "session-timeout-short",
    by: "segawa",
    daysAgo: 25,
    area: "access",
    scope: "customers",
    tags: ["セッション", "自動ログアウト"],
    title: "30分で自動ログアウトされ、書きかけの返信が消えます",
    body: "昼休みから戻るとログアウトされていて、書きかけの返信がなくなることがあります。時間を延ばせますか。",
    answers: [
      {
        by: "endo",
        minutesAfter: 120,
        body: "返信の下書きは自動保存されているはずです。同じ問い合わせを開き直すと「下書きがあります」と出ませんか？",
        helpfulBy: ["shimamura", "hattori", "tsujimoto"],
        comments: [
          { by: "segawa", minutesAfter: 300, body: "出ました。消えたと思い込んでいました。" },
        ],
      },
      {
        by: "tsujimoto",
        minutesAfter: 1440,
        body: "時間は管理者が **設定 > セキュリティ > 無操作時のログアウト** で15分〜12時間の間で変えられます。ただし、規程で30分になっている会社も多いので、先に情シスへご確認を。",
      },
    ],
  },
  {
    key: "password-policy-length",
    by: "adachi",
    daysAgo: 60,
    area: "access",
    scope: "public",
    tags: ["パスワード"],
    title: "パスワードの定期変更を強制する設定はありますか",
    body: "法人の規程に「90日ごとに変更」とあります。設定が見当たりません。",
    answers: [
      {
        by: "miyazawa",
        minutesAfter: 60,
        body: "定期変更の強制はありません。近年は、定期変更よりも長いパスワードと2段階認証を求める考え方が主流です。規程のほうを見直す材料として、公的機関のガイドラインを添えて相談されるとよいと思います。当社もそれで規程を改めました。",
        helpfulBy: ["adachi", "mizutani", "nishimura", "hughes"],
      },
      {
        by: "fujiwara",
        minutesAfter: 1440,
        body: "同じ法人の藤原です。規程は次回の委員会で改定の予定です。それまでは2段階認証の必須化で代替とします。",
        helpfulBy: ["oishi"],
      },
    ],
  },
  {
    key: "owner-lost-dup",
    by: "tsunoda",
    daysAgo: 9,
    area: "access",
    scope: "public",
    tags: ["管理者", "オーナー"],
    title: "退職した人がオーナーのままで変更できない",
    body: "管理者のアカウントはありますが、オーナーの変更ボタンが押せません。オーナーだった方はもう退職しています。",
    duplicateOf: "admin-transfer",
    answers: [
      {
        by: "kamiya",
        minutesAfter: 300,
        body: "同じ財団の木暮さんからのご質問で手順をご案内しています。あわせてご覧ください。",
        helpfulBy: ["ono"],
      },
    ],
  },
  {
    key: "sso-mobile-app",
    by: "tamaki",
    daysAgo: 13,
    area: "access",
    scope: "public",
    tags: ["sso", "アプリ"],
    title: "スマートフォンのアプリだけSSOでログインできない",
    body: "パソコンのブラウザからはSSOでログインできます。アプリでは、IdPの画面のあとに白い画面のまま進みません。iPhone、Androidとも同じです。",
    comments: [
      {
        by: "tamaki",
        minutesAfter: 1440,
        body: "アプリは5.1.3です。条件付きアクセスは担当部署に確認しています。",
      },
    ],
    needsInfo: {
      by: "sakaki",
      message:
        "アプリのバージョン（設定の一番下）と、IdP側で条件付きアクセス（端末の登録状態など）を使っているかを教えてください。",
    },
    answers: [],
  },
  {
    key: "viewer-cannot-comment",
    by: "sekine",
    daysAgo: 0.5,
    area: "access",
    scope: "public",
    tags: ["閲覧者", "コメント"],
    title: "「閲覧者」でも顧客にメモを残せるようにしたい",
    body: "展示場の店長は閲覧者です。来場後の様子をメモに残したいのですが、メモ欄が灰色で入力できません。編集者にすると顧客情報を書き換えられるので避けたいです。",
    answers: [],
  },
  {
    key: "notification-invite-domain",
    by: "yokoyama",
    daysAgo: 2.9,
    area: "access",
    scope: "public",
    tags: ["招待", "ドメイン"],
    title: "グループ会社のドメインのアドレスを招待できない",
    body: "「許可されていないドメインです」と出ます。当社の管理者は私ですが、許可ドメインの追加画面が見つかりません。",
    answers: [
      {
        by: "ogawa",
        minutesAfter: 180,
        body: "**設定 > セキュリティ > 招待を許可するドメイン** です。オーナーにしか表示されません。横山さんが「管理者」で、オーナーが別の方になっていないか確認してみてください。",
      },
    ],
  },
  {
    key: "en-role-names",
    by: "bennett",
    daysAgo: 166,
    area: "access",
    scope: "public",
    tags: ["roles", "language"],
    title: "English and Japanese role names do not match in my head",
    body: 'Our admin (Japanese interface) says I am an 編集者. My interface says "Editor" but the help centre talks about "Contributor". Is there a table with both languages?',
    helpfulBy: ["narita", "okuno"],
    answers: [
      {
        by: "whitfield",
        minutesAfter: 300,
        body: `Here you go. "Contributor" was the old English name and is gone since 5.0.

| 日本語 | English | Short |
|---|---|---|
| オーナー | Owner | billing, everything |
| 管理者 | Administrator | users and settings |
| 編集者 | Editor | content, no settings |
| 閲覧者 | Viewer | read only |
| 外部編集者 | External editor | site and files only |

We are correcting the help article.`,
        accepted: true,
        acceptedMinutesAfter: 420,
        helpfulBy: ["bennett", "ono", "kinjo"],
        comments: [{ by: "bennett", minutesAfter: 780, body: "Bookmarked, thanks." }],
      },
    ],
  },
  {
    key: "team-view-restriction",
    by: "miura",
    daysAgo: 20,
    area: "access",
    scope: "organisation",
    tags: ["権限", "展示場"],
    title: "展示場ごとに閲覧できる顧客を分けるかどうか",
    body: "社内の相談です。店長から「他の展示場の顧客も見たい」という声と「見られたくない」という声の両方があります。いまは全員が見られます。ご意見をください。",
    answers: [
      {
        by: "takahashi",
        minutesAfter: 300,
        body: "二重に声をかけてしまう事故が月に1〜2件あるので、「見られる」ほうがよいと思います。編集だけ担当に限る形はどうでしょうか。",
        helpfulBy: ["shimamura"],
      },
      {
        by: "sekine",
        minutesAfter: 1440,
        body: "私も見られるほうに賛成です。ただ、メモは自分の展示場だけにしたいです。",
        helpfulBy: ["miura"],
      },
    ],
  },
  {
    key: "member-permission-req",
    by: "takahashi",
    daysAgo: 28,
    area: "access",
    scope: "public",
    tags: ["権限", "シナリオ"],
    title: "シナリオの画面を開くと「表示する権限がありません」と出る",
    body: `来場予約のリマインドを直したいのですが、昨日からシナリオのメニューを開くと次のように表示されます。先週までは編集できていました。

> この画面を表示する権限がありません。管理者にお問い合わせください。

上司（管理者）に見てもらいましたが、私は「編集者」のままだそうです。`,
    needsInfo: {
      by: "sakaki",
      message:
        "確認させてください。1) シークレットウィンドウで開いても同じでしょうか。2) 画面右上の組織名は普段と同じでしょうか（複数のサイトに所属していると切り替わることがあります）。",
    },
    answers: [
      {
        by: "tsujimoto",
        minutesAfter: 1440,
        body: "昨日からとのことなので、カスタムロールの割り当てが変わった可能性もあります。**設定 > ユーザー > 高橋さん > 変更履歴** を管理者の方に見てもらうと、いつ誰が変えたか分かります。",
        helpfulBy: ["abe"],
      },
    ],
  },
  {
    key: "browser-support-ie",
    by: "matsumoto",
    daysAgo: 340,
    area: "access",
    scope: "public",
    tags: ["ブラウザ"],
    title: "院内の古いブラウザで管理画面が開けません",
    body: "院内の一部の端末が古く、管理画面が真っ白になります。対応ブラウザを教えてください。",
    helpfulBy: ["narita", "morita", "endo"],
    closed: {
      reason: "resolved-elsewhere",
      note: "端末の更新でご解決とのご連絡をいただきました。動作環境は管理画面のフッターをご覧ください。",
      by: "sakaki",
    },
    answers: [
      {
        by: "sakaki",
        minutesAfter: 1440,
        body: "主要ブラウザの最新版と1つ前の版に対応しています。対応状況は管理画面のフッター「動作環境」に最新の一覧があります。",
        helpfulBy: ["matsumoto"],
      },
    ],
  },
  {
    key: "access-shared-tablet",
    by: "abe",
    daysAgo: 78,
    area: "access",
    scope: "public",
    tags: ["共有端末"],
    title: "店頭のタブレットを複数人で使うときのアカウント",
    body: "予約センターの受付に共有のタブレットがあります。1つのアカウントを使い回すのはよくないと分かっていますが、毎回ログインし直すのも現実的ではありません。皆さんはどうされていますか。",
    helpfulBy: ["adachi"],
    answers: [
      {
        by: "tsujimoto",
        minutesAfter: 300,
        body: "使い回しは操作ログが役に立たなくなるのでおすすめしません。「かんたん切り替え」を使うと、端末を一度登録したあとは4桁の番号で担当者を切り替えられます。30分の無操作でロックされます。",
        helpfulBy: ["tsunoda", "yoshida"],
      },
      {
        by: "okada",
        minutesAfter: 1440,
        body: "健診の受付でも「かんたん切り替え」です。番号を覚えられない人がいて、名札の裏に書いていたのは注意しました……。",
        helpfulBy: ["abe"],
      },
    ],
  },
  {
    key: "access-login-notice",
    by: "asano",
    daysAgo: 38,
    area: "access",
    scope: "public",
    tags: ["ログイン通知"],
    title: "知らない地域からのログイン通知が届きました",
    body: "「大阪府からのログイン」という通知が届きました。私は東京にいて、その時間は事務所で作業をしていました。パスワードは変えましたが、ほかに確認することはありますか。",
    helpfulBy: ["segawa"],
    answers: [
      {
        by: "hoshino",
        minutesAfter: 60,
        body: "同じ事務所の星野です。回線の出口が大阪になっていたのが原因でした。念のため、設定 > 自分のアカウント > ログイン中の端末 で見覚えのない端末がないかだけ確認しておいてください。",
        helpfulBy: ["asano", "iwakiri"],
      },
    ],
  },
  {
    key: "access-role-export-en",
    by: "okafor",
    daysAgo: 24,
    area: "access",
    scope: "public",
    tags: ["roles", "audit"],
    title: "Export of all users with their roles for the annual audit",
    body: "Our auditors want a list of users, roles and last sign-in as of 31 March. The user page shows today's state only. Can I get the state on a past date, or must I rebuild it from the activity log?",
    answers: [],
  },
] satisfies SeedQuestion[];
