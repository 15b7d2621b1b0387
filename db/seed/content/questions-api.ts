import type { SeedQuestion } from "./types.ts";

export const questions = [
  {
    key: "api-rate-429",
    by: "nakajima",
    daysAgo: 370,
    area: "api",
    scope: "public",
    tags: ["api", "429", "レート制限"],
    title: "夜間の一括同期で429が返ってくる",
    body: `受講者2.4万人を毎晩APIで更新しています。途中から次の応答になり、残りが更新されません。

\`\`\`json
{
  "error": "rate_limited",
  "message": "Too many requests",
  "retry_after": 12
}
\`\`\`

1件ずつ \`PATCH /v2/contacts/{id}\` を並列20で呼んでいます。上限を引き上げてもらうことはできますか。`,
    helpfulBy: ["matsumoto", "kojima", "kato", "kobayashi", "maruyama", "higa"],
    answers: [
      {
        by: "kawabata",
        minutesAfter: 60,
        body: `上限（600回/分）を上げるより、まとめて更新するAPIに変えるのがよいです。1回で最大500件送れるので、2.4万人なら48回で済みます。

\`\`\`js
for (const chunk of chunks(contacts, 500)) {
  const res = await fetch("https://api.miotsuku.example/v2/contacts/batch", {
    method: "POST",
    headers: {
      Authorization: \`Bearer \${token}\`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ match_by: "external_id", contacts: chunk }),
  });
  if (res.status === 429) {
    await sleep(Number(res.headers.get("Retry-After")) * 1000);
    // 同じチャンクを再送する
  }
}
\`\`\`

応答は \`207\` で、1件ごとの成否が入っています。全体が200でも個別に失敗していることがあるので、必ず中身を見てください。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: [
          "tsunoda",
          "kitagawa",
          "miura",
          "iijima",
          "karasawa",
          "shimabukuro",
          "tsukada",
          "honma",
        ],
        comments: [
          {
            by: "nakajima",
            minutesAfter: 1500,
            body: "90分かかっていた処理が3分になりました。207の件も、実際に14件失敗していて気づけました。",
          },
        ],
      },
      {
        by: "sagara",
        minutesAfter: 2880,
        body: "そもそも変わった人だけを送る（前回送った内容のハッシュを持っておく）と、うちは1日200件ほどになりました。",
        helpfulBy: ["nakajima", "tsukada", "kusunoki"],
      },
      {
        by: "sakaki",
        minutesAfter: 5760,
        body: "上限はどのプランも共通で、個別の引き上げは行っていません。川畑さんの方法を推奨します。",
        verified: true,
        helpfulBy: ["nakajima"],
      },
    ],
  },
  {
    key: "webhook-signature",
    by: "shigematsu",
    daysAgo: 294,
    area: "api",
    scope: "public",
    tags: ["webhook", "署名", "javascript"],
    title: "Webhookの署名検証が日本語を含むときだけ失敗する",
    body: `\`X-Miotsuku-Signature\` の検証コードです。英数字だけのときは一致しますが、氏名に日本語が入ると一致しません。

\`\`\`js
app.post("/hook", express.json(), (req, res) => {
  const body = JSON.stringify(req.body);
  const mac = crypto
    .createHmac("sha256", SECRET)
    .update(body)
    .digest("hex");
  // ...
});
\`\`\``,
    helpfulBy: ["hattori", "nishimura"],
    answers: [
      {
        by: "kawabata",
        minutesAfter: 30,
        body: `署名は届いた本文そのもの（バイト列）に対して計算しています。\`JSON.parse\` してから文字列に戻すと、\`\\u6751\` のようなエスケープが元と変わってしまいます。生の本文を使ってください。

\`\`\`js
app.post("/hook", express.raw({ type: "application/json" }), (req, res) => {
  const expected = crypto
    .createHmac("sha256", SECRET)
    .update(req.body)
    .digest();
  const given = Buffer.from(req.get("X-Miotsuku-Signature") ?? "", "hex");
  if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected)) {
    return res.status(401).end();
  }
  const event = JSON.parse(req.body.toString("utf8"));
  // ...
});
\`\`\`

比較は \`===\` ではなく \`timingSafeEqual\` で。長さが違うと例外になるので先に確かめます。`,
        editedTo: `署名は届いた本文そのもの（バイト列）に対して計算しています。\`JSON.parse\` してから文字列に戻すと、\`\\u6751\` のようなエスケープが元と変わってしまいます。生の本文を使ってください。

\`\`\`js
app.post("/hook", express.raw({ type: "application/json" }), (req, res) => {
  const expected = crypto
    .createHmac("sha256", SECRET)
    .update(req.body)
    .digest();
  const given = Buffer.from(req.get("X-Miotsuku-Signature") ?? "", "hex");
  if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected)) {
    return res.status(401).end();
  }
  const event = JSON.parse(req.body.toString("utf8"));
  // ...
});
\`\`\`

比較は \`===\` ではなく \`timingSafeEqual\` で。長さが違うと例外になるので先に確かめます。

**追記**：リプレイ攻撃を防ぐため、\`X-Miotsuku-Timestamp\` が5分より古いものは受け付けないようにしてください。署名の対象は \`タイムスタンプ + "." + 本文\` ではなく本文だけなので、時刻の確認は別に必要です。`,
        accepted: true,
        acceptedMinutesAfter: 120,
        helpfulBy: ["ito", "asano", "murase", "shimabukuro", "shimamura", "okafor", "arai"],
        comments: [
          {
            by: "shigematsu",
            minutesAfter: 150,
            body: "なるほど、生の本文ですね。日本語でも一致しました。（同じ会社なのに、ここで聞いたほうが早かったです）",
          },
        ],
      },
      {
        by: "hughes",
        minutesAfter: 4320,
        body: "Also check the timestamp header and reject anything older than five minutes. Otherwise a recorded request can be replayed.",
        helpfulBy: ["shigematsu"],
      },
    ],
  },
  {
    key: "api-pagination-missing",
    by: "kato",
    daysAgo: 181,
    area: "api",
    scope: "public",
    tags: ["api", "ページング"],
    title: "一覧APIでページを進めると同じ顧客が2回出る",
    body: "`GET /v2/contacts?page=2&per_page=100` で全件を取っています。取得中に更新が入ると、同じ顧客が2回出たり抜けたりします。",
    answers: [
      {
        by: "sagara",
        minutesAfter: 120,
        body: `\`page\` は途中でデータが変わるとずれます。カーソル方式にしてください。

\`\`\`
GET /v2/contacts?limit=200&sort=updated_at
GET /v2/contacts?limit=200&sort=updated_at&after={前の応答の next_cursor}
\`\`\`

\`updated_at\` 順なら、取得中に更新された人は最後に回るので抜けません。最後に重複だけIDで除きます。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["kato", "saito", "oishi"],
      },
      {
        by: "sakaki",
        minutesAfter: 2880,
        body: "`page` による指定は互換のために残していますが、5.0から非推奨です。1万件より先は取得できません。",
        verified: true,
        trueForVersion: "5.0",
        helpfulBy: ["kato", "sekine"],
      },
    ],
  },
  {
    key: "tag-gtm-double",
    by: "kobayashi",
    daysAgo: 140,
    area: "api",
    scope: "public",
    tags: ["計測タグ", "二重計測"],
    title: "計測タグをタグマネージャーに移したらPVが2倍に",
    body: "タグマネージャーに移した翌日から、PVが約2倍になりました。直書きのタグは消したつもりです。",
    helpfulBy: ["makino", "hattori"],
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 60,
        body: `次の3か所のどれかに残っていることが多いです。

1. ミオツクで作ったページには**最初から**タグが入っています（直書きがなくても）
2. 404ページや印刷用テンプレート
3. タグマネージャーのトリガーが「すべてのページ」と「履歴の変更」の両方

開発者ツールのネットワークで \`collect\` を検索し、1回の表示で何本飛ぶか数えてみてください。`,
        accepted: true,
        acceptedMinutesAfter: 360,
        helpfulBy: ["kobayashi", "tsujimoto", "abe", "iwakiri"],
        comments: [
          {
            by: "kobayashi",
            minutesAfter: 420,
            body: "1でした。ミオツクのページだけ除外するトリガーにして元に戻りました。",
          },
        ],
      },
      {
        by: "narita",
        minutesAfter: 1440,
        body: "二重だった期間のレポートには注釈を入れておくのをおすすめします。半年後の自分が必ず混乱します。",
        helpfulBy: ["makino"],
      },
    ],
  },
  {
    key: "api-key-scope",
    by: "tamaki",
    daysAgo: 95,
    area: "api",
    scope: "customers",
    tags: ["apiキー", "権限"],
    title: "予約システム用のAPIキーに最低限の権限だけ付けたい",
    body: "顧客の作成と更新だけできればよく、一覧の取得や削除はできないキーにしたいです。",
    answers: [
      {
        by: "kawabata",
        minutesAfter: 180,
        body: `キーの作成時に「操作の範囲」で選べます。\`contacts:write\` だけを付ければ、読み取りも削除もできません（\`contacts:delete\` は別です）。

照合キーで更新する場合も読み取り権限は不要です。応答に顧客の中身を返さない \`Prefer: return=minimal\` を付けておくと、連携先のログに個人情報が残りません。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["hayashi", "matsumoto", "kato"],
      },
      {
        by: "miyazawa",
        minutesAfter: 2880,
        body: "加えて、キーごとに接続元のIPアドレスも制限できます。固定IPがあるならぜひ。",
        helpfulBy: ["tamaki", "kuroki"],
      },
    ],
  },
  {
    key: "webhook-local-test",
    by: "higa",
    daysAgo: 41,
    area: "api",
    scope: "public",
    tags: ["webhook", "テスト"],
    title: "社内のテスト環境でWebhookを受け取って確認したい",
    body: "社内ネットワークの中にあるテスト機でWebhookを試したいです。外から届かないので、どう確認すればよいでしょうか。",
    answers: [
      {
        by: "eto",
        minutesAfter: 240,
        body: "管理画面の「Webhook > 送信履歴」で、送った内容をそのまま見られます。受け側のコードには、そこからコピーしたJSONを `curl` で流し込むのが手軽です。",
        helpfulBy: ["higa"],
      },
      {
        by: "shigematsu",
        minutesAfter: 1440,
        body: `江藤さんの方法で十分試せます。署名も含めて確認したいときは、送信履歴の「cURLとしてコピー」を使うと、署名ヘッダー付きのコマンドになります。

\`\`\`bash
curl -X POST http://localhost:8080/hook \\
  -H 'Content-Type: application/json' \\
  -H 'X-Miotsuku-Event: form.submitted' \\
  -H 'X-Miotsuku-Signature: 3f1c…' \\
  --data-binary @payload.json
\`\`\`

\`-d\` だと改行が変わって署名が合わなくなるので、\`--data-binary\` を使ってください。`,
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["higa", "tsunoda"],
      },
    ],
  },
  {
    key: "api-datetime-tz",
    by: "hughes",
    daysAgo: 118,
    area: "api",
    scope: "public",
    tags: ["api", "timezone"],
    title: "Which time zone do date-only fields use in the API?",
    body: '`PATCH /v2/contacts/{id}` with `"next_calibration": "2025-09-01"` shows up as 31 August for colleagues in London. The field type is "Date and time". What is the right way to send a date?',
    helpfulBy: ["nagatomo", "murase", "shigematsu"],
    answers: [
      {
        by: "kawabata",
        minutesAfter: 660,
        body: `A value without an offset is read in the organisation's time zone, which is Asia/Tokyo for you. So it is stored as 1 September 00:00 in Tokyo, and that is 31 August in London.

If you mean a calendar day, use a field of type **Date**. It has no time zone and comes back exactly as you sent it. You cannot change the type of an existing field, but you can fill a new one with a bulk action.`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["iijima", "suzuki", "kusunoki"],
        comments: [
          {
            by: "hughes",
            minutesAfter: 2100,
            body: "Makes sense. New field, backfilled, old one hidden.",
          },
        ],
      },
      {
        by: "nakajima",
        minutesAfter: 4320,
        body: "We had the same with course start dates. A rule we now follow: points in time always with an offset (`+09:00`), days always as type Date.",
        helpfulBy: ["hughes", "kojima", "nishio"],
      },
    ],
  },
  {
    key: "api-search-contact",
    by: "tanabe",
    daysAgo: 67,
    area: "api",
    scope: "public",
    tags: ["api", "検索"],
    title: "メールアドレスから顧客IDを取得するAPI",
    body: "見積システムから、メールアドレスで顧客を探してIDを得たいです。一覧を全部取って探すしかないでしょうか。",
    answers: [
      {
        by: "kawabata",
        minutesAfter: 40,
        body: `絞り込みができます。

\`\`\`
GET /v2/contacts?filter[email]=tanaka%40example.jp
\`\`\`

\`@\` は \`%40\` にしてください。統合された顧客は残ったほうのIDが返り、\`merged_from\` に前のIDが入ります。見積システム側にIDを保存するなら、この項目も見ておくと安心です。`,
        accepted: true,
        acceptedMinutesAfter: 300,
        helpfulBy: ["tanabe", "kojima", "takahashi", "kogure", "suzuki", "eto"],
      },
      {
        by: "sagara",
        minutesAfter: 1440,
        body: "IDを保存するより、自社の顧客番号を `external_id` に入れて `match_by` で更新するほうが、IDの管理が不要で楽ですよ。",
        helpfulBy: ["tanabe"],
      },
    ],
  },
  {
    key: "spreadsheet-sync",
    by: "asano",
    daysAgo: 44,
    area: "api",
    scope: "public",
    tags: ["表計算", "連携"],
    title: "フォームの回答を共有の表計算シートに自動で追記したい",
    body: "事務局のメンバーは管理画面を使わず、共有シートで名簿を見ています。毎日の転記をなくしたいです。プログラムは書けません。",
    answers: [
      {
        by: "kojima",
        minutesAfter: 120,
        body: "標準の「表計算連携」（設定 > 連携）で、フォームごとに追記先のシートを指定できます。列の対応を画面で選ぶだけです。",
        helpfulBy: ["asano", "tsunoda"],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: `小島さんの連携で大丈夫です。使っていて困った点だけ共有します。

- シートの1行目（見出し）を書き換えると止まります。触らないように色を付けておく
- シート側で行を消しても、ミオツクの回答は消えません
- 個人情報が入るので、シートの共有範囲を「リンクを知っている全員」にしない

3つ目は、つい緩くなりがちです。`,
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["asano", "hughes", "matsumoto"],
        comments: [
          {
            by: "asano",
            minutesAfter: 4320,
            body: "まさに「リンクを知っている全員」になっていました。直しました。",
          },
        ],
      },
      {
        by: "fujiwara",
        minutesAfter: 5760,
        body: "当法人では同じ理由で、名前とメールは追記せず、受付番号だけにしています。",
      },
    ],
  },
  {
    key: "api-v1-sunset",
    by: "kato",
    daysAgo: 232,
    area: "api",
    scope: "customers",
    tags: ["api", "v1"],
    title: "API v1はいつ止まりますか",
    body: "配車システムの一部がまだv1を使っています。改修の予算を取るため、停止の日程を知りたいです。",
    helpfulBy: ["eto"],
    answers: [
      {
        by: "sakaki",
        minutesAfter: 300,
        body: `v1は非推奨ですが、現時点で停止の日程は決まっていません。停止の12か月前までにメールと管理画面でお知らせします。v1を呼んでいるキーは **設定 > API > 利用状況** の「版」の列で確認できます。

v2への主な変更は、ページ送りがカーソルになること、日時にオフセットが付くこと、エラーの形が統一されることの3つです。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        verified: true,
        helpfulBy: ["kato", "shimabukuro"],
      },
      {
        by: "kawabata",
        minutesAfter: 2880,
        body: "移行した案件の感想です。いちばん手間だったのは日時でした。v1は日本時間でオフセットなし、v2は付きます。受け側の列の型を先に確認しておくとよいです。",
      },
    ],
  },
  {
    key: "api-custom-object",
    by: "nakajima",
    daysAgo: 75,
    area: "api",
    scope: "public",
    tags: ["api", "活動"],
    title: "受講の進み具合を顧客に紐づけて入れるならどのAPIか",
    body: "受講者1人に複数の講座があり、それぞれ進捗（%）があります。カスタム項目だと講座の数だけ項目が増えてしまいます。",
    helpfulBy: ["abe", "mochizuki", "lim"],
    answers: [
      {
        by: "kawabata",
        minutesAfter: 300,
        body: `履歴として残したいなら「活動」（\`POST /v2/activities\`）、いまの状態だけ持てばよいなら「子データ」（\`PUT /v2/contacts/{id}/records/{type}/{key}\`）です。進捗は後者が向いています。

\`\`\`json
{
  "type": "enrollment",
  "key": "course-204",
  "fields": { "progress": 62, "last_seen": "2025-06-03T21:10:00+09:00" }
}
\`\`\`

シナリオの条件でも「進捗が80%以上の講座がある」のように使えます。`,
        helpfulBy: ["nakajima", "kanno"],
      },
      {
        by: "sagara",
        minutesAfter: 1440,
        body: "子データは1人あたり200件までなので、注文のように増え続けるものには向きません。講座なら問題ないと思います。",
      },
    ],
  },
  {
    key: "crm-connector-delay",
    by: "hirabayashi",
    daysAgo: 22,
    area: "api",
    scope: "public",
    tags: ["外部連携", "営業支援"],
    title: "営業支援システムへの連携が1時間遅れる",
    body: "展示会当日は、名刺を読み取ってから営業が連絡するまでの速さが勝負です。標準コネクターだと反映に最大1時間かかります。",
    answers: [
      {
        by: "kawabata",
        minutesAfter: 180,
        body: "標準コネクターの間隔は「1時間」が初期値ですが、ビジネスプラン以上なら「15分」にできます。それより速くしたい場合は、シナリオのWebhookで対象の人だけ先に送り、あとはコネクターに任せる二段構えにしています。",
        helpfulBy: ["hirabayashi", "saito"],
      },
      {
        by: "miyazawa",
        minutesAfter: 1440,
        body: "社内の者です。15分に変更しておきました。次の展示会はWebhookも試しましょう。",
      },
    ],
  },
  {
    key: "webhook-order-guarantee",
    by: "sagara",
    daysAgo: 30,
    area: "api",
    scope: "public",
    tags: ["webhook", "順序"],
    title: "Webhookの順序が入れ替わり、古い値で上書きされた",
    body: "同じ顧客を2秒の間に2回更新したところ、後の更新が先に届き、基幹側が古い値で上書きされました。順序は保証されないのでしょうか。",
    answers: [
      {
        by: "kawabata",
        minutesAfter: 120,
        body: `保証されません。本文の \`occurred_at\` と \`version\` を見て、手元の版より小さいものは捨ててください。

\`\`\`sql
update customers
   set name = :name, mio_version = :version
 where mio_id = :id
   and mio_version < :version;
\`\`\`

更新された行が0なら「古い通知」なので、そのまま200を返せばよいです。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["sagara", "higa", "eto"],
      },
      {
        by: "sakaki",
        minutesAfter: 1440,
        body: "`version` は5.1から全イベントに入っています。それより前に作ったWebhookは、設定で「本文の形式」を「2」にしてください。",
        verified: true,
        trueForVersion: "5.1",
        helpfulBy: ["sagara"],
      },
    ],
  },
  {
    key: "oauth-refresh-invalid",
    by: "shigematsu",
    daysAgo: 5.2,
    area: "api",
    scope: "public",
    tags: ["oauth", "トークン"],
    title: "リフレッシュトークンがときどき invalid_grant になる",
    body: `連携アプリで、週に1、2回だけトークンの更新に失敗します。

\`\`\`json
{ "error": "invalid_grant", "error_description": "token already used" }
\`\`\`

2台のサーバーで動かしています。`,
    answers: [
      {
        by: "nakajima",
        minutesAfter: 300,
        body: "リフレッシュトークンは1回使うと新しいものに替わるので、2台が同時に更新すると片方が失敗します。共有の保存場所でロックを取って、1台だけが更新するようにすると直りました。",
        helpfulBy: ["shimamura"],
      },
      {
        by: "kawabata",
        minutesAfter: 1440,
        body: "ロックに加えて、失敗したら「保存されているトークンが新しくなっていないか」を読み直してから諦める、も入れてください。これだけで再認証がほぼゼロになります。",
      },
    ],
  },
  {
    key: "api-jp-filename",
    by: "kato",
    daysAgo: 105,
    area: "api",
    scope: "public",
    tags: ["添付", "文字化け"],
    title: "APIで取得した添付ファイルの名前が文字化けする",
    body: "集荷依頼に添付された「集荷先地図.pdf」が「é\\u009b\\u0086è·å\\u0085\\u0088...」のようになります。保存時に名前を変えるしかないのでしょうか。",
    helpfulBy: ["sekine", "nakajima", "okada"],
    answers: [
      {
        by: "nakajima",
        minutesAfter: 240,
        body: `\`Content-Disposition\` の \`filename*\` を見ていますか。\`filename\` のほうは互換用で、日本語はUTF-8をそのまま1バイトずつ読むと化けます。

\`\`\`js
const cd = res.headers.get("content-disposition") ?? "";
const m = cd.match(/filename\\*=UTF-8''([^;]+)/);
const name = m ? decodeURIComponent(m[1]) : "download";
\`\`\``,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["maruyama"],
      },
    ],
  },
  {
    key: "chat-notify-format",
    by: "mizutani",
    daysAgo: 18,
    area: "api",
    scope: "customers",
    tags: ["チャット", "通知"],
    title: "チャットへの通知に顧客画面へのリンクを入れたい",
    body: "チャット連携で届く通知に名前しか出ません。リンクがあればすぐ開けるのですが。",
    helpfulBy: ["sekine", "shigematsu", "hoshino", "nishio", "sagara"],
    answers: [
      {
        by: "okuno",
        minutesAfter: 1440,
        body: "通知の本文に差し込みで `{{contact.url}}` を入れればリンクになります。水谷さんの部署の通知は私が直しておきますね。",
      },
    ],
  },
  {
    key: "off-topic-inventory",
    by: "hasegawa",
    daysAgo: 126,
    area: "api",
    scope: "public",
    tags: ["api"],
    title: "ビールの在庫管理に使えるおすすめのアプリはありますか",
    body: "表計算での在庫管理が限界です。皆さんは何を使っていますか。",
    helpfulBy: ["shimabukuro", "hoshino"],
    closed: {
      reason: "off-topic",
      note: "ミオツク クラウドの使い方から離れるご質問のため、締め切りました。業種の近い方との情報交換は、交流の場でぜひお話しください。",
      by: "kamiya",
    },
    answers: [
      {
        by: "nishimura",
        minutesAfter: 1440,
        body: "茶器も扱うので在庫は別のシステムですが、製品の話なのでここでは控えますね。",
      },
    ],
  },
  {
    key: "webhook-jp-sig-dup",
    by: "kato",
    daysAgo: 11,
    area: "api",
    scope: "public",
    tags: ["webhook", "署名"],
    title: "Webhookの署名が一致しないことがある",
    body: "配車システムで署名を検証していますが、荷主名が英語のときは通り、日本語だと失敗します。文字コードの問題でしょうか。",
    duplicateOf: "webhook-signature",
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 60,
        body: "私も以前まったく同じところで止まりました。JSONに変換する前の、届いたままの本文で計算してみてください。",
        helpfulBy: ["kato"],
      },
    ],
  },
  {
    key: "tracking-cross-domain",
    by: "matsuda",
    daysAgo: 0.7,
    area: "api",
    scope: "public",
    tags: ["計測タグ", "ドメイン"],
    title: "日本サイトと英語サイトで同じ人を1人として数えたい",
    body: "ドメインが `.jp` と `.com` に分かれています。計測タグの「ドメインをまたぐ計測」をオンにし、両方のドメインを登録しましたが、移動すると別の訪問者になります。URLに `_mio=` というパラメータは付いています。ほかに必要な設定はありますか。",
    answers: [],
  },
  {
    key: "api-sandbox-en",
    by: "hughes",
    daysAgo: 3.3,
    area: "api",
    scope: "public",
    tags: ["sandbox", "api"],
    title: "Is there a sandbox that resets itself?",
    body: "I would like to run our integration tests every night against a clean account. The trial account keeps the data of earlier runs and our test contacts count towards the limit. How do others do this?",
    answers: [],
  },
  {
    key: "api-bulk-delete-req",
    by: "sagara",
    daysAgo: 53,
    area: "api",
    scope: "customers",
    tags: ["api", "削除"],
    title: "APIで条件に合う顧客をまとめて削除したい",
    body: "退会処理で、1日に数百件を削除します。1件ずつのDELETEしか見つからず、まとめて消す方法があれば教えてください。ごみ箱に入るのか、完全に消えるのかも知りたいです。",
    helpfulBy: ["shimamura", "okada", "higa", "takahashi"],
    answers: [],
  },
  {
    key: "api-form-create",
    by: "nakajima",
    daysAgo: 49,
    area: "api",
    scope: "public",
    tags: ["api", "フォーム"],
    title: "フォームをAPIで作成・更新できますか",
    body: "講座ごとに同じ形のフォームを年80個ほど作ります。講座名と定員だけが違うので、受講管理システムから自動で作りたいです。",
    helpfulBy: ["ono"],
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 1440,
        body: "作成のAPIはありませんが、「定義から作成」を使うと近いことができます。JSONの講座名と定員を置き換えて読み込むだけなので、80個でも30分ほどでした。回答の取得はAPIでできます。",
        helpfulBy: ["nakajima", "oishi"],
      },
    ],
  },
  {
    key: "api-php-sample",
    by: "tanabe",
    daysAgo: 116,
    area: "api",
    scope: "public",
    tags: ["api", "php"],
    title: "PHPでWebhookを受け取る最小のサンプルはありますか",
    body: "見積システムがPHP（8系）です。署名の確認まで含めた短い例があれば参考にしたいです。",
    helpfulBy: ["nishimura"],
    answers: [
      {
        by: "kawabata",
        minutesAfter: 180,
        body: `最小だとこのくらいです。

\`\`\`php
<?php
$body = file_get_contents("php://input");
$expected = hash_hmac("sha256", $body, getenv("MIO_WEBHOOK_SECRET"));
$given = $_SERVER["HTTP_X_MIOTSUKU_SIGNATURE"] ?? "";

if (!hash_equals($expected, $given)) {
    http_response_code(401);
    exit;
}

$event = json_decode($body, true, 512, JSON_THROW_ON_ERROR);
http_response_code(200);
\`\`\`

先に200を返して、時間のかかる処理は別の仕組みに渡してください。10秒で返さないと失敗とみなされ、再送されます。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["tanabe", "honma", "bennett"],
      },
    ],
  },
  {
    key: "api-usage-alert",
    by: "kawabata",
    daysAgo: 19,
    area: "api",
    scope: "customers",
    tags: ["api", "監視"],
    title: "APIの失敗率が上がったときに通知を受け取りたい",
    body: "お客様ごとに連携を作っていて、失敗に気づくのがいつも利用者からの連絡です。利用状況の画面は見られますが、失敗が続いたときに知らせてくれる仕組みは用意されていますか。",
    helpfulBy: ["kusunoki"],
    answers: [],
  },
] satisfies SeedQuestion[];
