import type { SeedQuestion } from "./types.ts";

export const questions = [
  {
    key: "form-autoreply-missing",
    by: "takahashi",
    daysAgo: 118,
    area: "forms",
    scope: "public",
    tags: ["自動返信", "メール"],
    title: "来場予約フォームの自動返信メールが一部のお客様に届きません",
    body: `住宅展示場の来場予約フォームで、送信後の自動返信メールが届かないという電話を今週だけで3件いただきました。

- 携帯キャリアのアドレスの方が2名、勤務先のアドレスの方が1名
- 管理画面の送信履歴では3件とも「送信済み」
- 自分のGmailでは問題なく届きます

送信元は \`info@\` のアドレスに設定しています。どこから確認すればよいでしょうか。`,
    helpfulBy: ["ogawa", "kinjo", "kudo"],
    answers: [
      {
        by: "murase",
        minutesAfter: 55,
        body: `「送信済み」は、ミオツク側から送り出したという意味で、相手の受信箱に届いたことまでは保証していません。うちも最初ここを誤解していました。

順番に見るとすれば次の3つだと思います。

1. **設定 > 送信ドメイン** でSPFとDKIMが両方「認証済み」か
2. 自動返信の「差出人」が、認証したドメインと同じドメインか（フォームごとに上書きできるので、古いアドレスが残りがちです）
3. **メール > 配信エラー** で該当のアドレスがエラー停止になっていないか

キャリアのアドレスと会社のアドレスだけ届かないなら、DKIM未設定の可能性が高いと思います。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["kusunoki", "ishii", "kuroki", "kanno", "tsunoda", "abe", "chen"],
        comments: [
          {
            by: "takahashi",
            minutesAfter: 235,
            body: "ありがとうございます。2でした。フォームを複製したときに、前の担当者が使っていた別ドメインのアドレスが残っていました。",
          },
          {
            by: "murase",
            minutesAfter: 295,
            body: "複製のときは差出人も引き継がれるので要注意ですよね。解決してよかったです。",
          },
        ],
      },
      {
        by: "onodera",
        minutesAfter: 300,
        body: "補足です。5.1からフォーム一覧に「差出人が未認証です」という警告アイコンが出るようになっています。古いフォームが多い場合は、一覧の絞り込みで「警告あり」を選ぶとまとめて確認できます。",
        verified: true,
        trueForVersion: "5.1",
      },
    ],
  },
  {
    key: "form-zip-autofill",
    by: "tanabe",
    daysAgo: 301,
    area: "forms",
    scope: "public",
    tags: ["郵便番号", "入力補助"],
    title: "郵便番号から住所を自動入力する設定はありますか",
    body: "見積依頼フォームで、郵便番号を入れたら都道府県と市区町村が入るようにしたいです。標準機能でできますか。それともスクリプトを書く必要がありますか。",
    answers: [
      {
        by: "kojima",
        minutesAfter: 120,
        body: `標準でできます。フォーム編集画面で「住所」ブロックを追加すると、郵便番号・都道府県・市区町村・番地がひとまとまりで入り、右側の設定に「郵便番号から補完する」のチェックがあります。

注意点として、テキスト項目を4つ並べて自作した住所欄では補完は動きません。見た目が同じでも別物なので、置き換えが必要です。置き換えると項目IDが変わるため、シナリオの条件で使っている場合は付け替えてください。`,
        accepted: true,
        acceptedMinutesAfter: 1563,
        helpfulBy: ["tanabe", "suzuki", "ogawa", "hoshino"],
        comments: [
          {
            by: "tanabe",
            minutesAfter: 1560,
            body: "自作の住所欄でした。置き換えたら動きました。シナリオの条件も直しました。",
          },
        ],
      },
    ],
  },
  {
    key: "form-embed-spa",
    by: "nakajima",
    daysAgo: 256,
    area: "forms",
    scope: "public",
    tags: ["埋め込み", "javascript", "react"],
    title: "ReactのSPAに埋め込んだフォームがページ遷移後に表示されない",
    body: `受講案内サイト（React）にフォームを埋め込んでいます。最初に開いたときは表示されますが、別のページに移動して戻ると空白になります。

\`\`\`html
<div data-mio-form="f_8K2p"></div>
<script src="https://cdn.miotsuku.example/forms/v3.js" async></script>
\`\`\`

コンソールにエラーは出ていません。リロードすると表示されます。`,
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 90,
        body: `\`v3.js\` は読み込み時に一度だけ \`data-mio-form\` を探すので、SPAであとから追加された要素は対象になりません。マウント時に明示的に描画してください。

\`\`\`js
import { useEffect, useRef } from "react";

export function MioForm({ id }) {
  const ref = useRef(null);
  useEffect(() => {
    const form = window.mio?.forms.render(ref.current, { formId: id });
    return () => form?.destroy();
  }, [id]);
  return <div ref={ref} />;
}
\`\`\`

\`destroy()\` を呼ばないと、戻るたびに送信イベントが二重に登録されるので忘れずに。`,
        editedTo: `\`v3.js\` は読み込み時に一度だけ \`data-mio-form\` を探すので、SPAであとから追加された要素は対象になりません。マウント時に明示的に描画してください。

\`\`\`js
import { useEffect, useRef } from "react";

export function MioForm({ id }) {
  const ref = useRef(null);
  useEffect(() => {
    let form;
    const mount = () => {
      form = window.mio.forms.render(ref.current, { formId: id });
    };
    if (window.mio) mount();
    else document.addEventListener("mio:ready", mount, { once: true });
    return () => {
      document.removeEventListener("mio:ready", mount);
      form?.destroy();
    };
  }, [id]);
  return <div ref={ref} />;
}
\`\`\`

\`destroy()\` を呼ばないと、戻るたびに送信イベントが二重に登録されるので忘れずに。

（Callumさんのご指摘を受けて、\`mio:ready\` を待つ形に書き直しました）`,
        accepted: true,
        acceptedMinutesAfter: 360,
        verified: true,
        trueForVersion: "4.9",
        helpfulBy: [
          "morita",
          "suzuki",
          "okada",
          "adachi",
          "lim",
          "kitagawa",
          "endo",
          "hughes",
          "tanabe",
        ],
        comments: [
          {
            by: "nakajima",
            minutesAfter: 450,
            body: "完璧に動きました。二重送信も実は起きていたので助かりました。",
          },
        ],
      },
      {
        by: "hughes",
        minutesAfter: 2880,
        body: "If you load the script with `async` there is a short time in which `window.mio` is undefined. We wait for the `mio:ready` event on `document` before rendering; that got rid of the last blank forms for us.",
        helpfulBy: ["nakajima", "miyazawa"],
      },
    ],
  },
  {
    key: "form-completion-rate",
    by: "hayashi",
    daysAgo: 143,
    area: "forms",
    scope: "public",
    tags: ["完了率", "改善"],
    title: "資料請求フォームの完了率が18%しかありません。何から直すべきでしょうか",
    body: `資格講座の資料請求フォームです。項目は11個、うち必須が8個あります。直近30日で表示2,410、完了431でした。

広告の担当からは「フォームまでは来ている」と言われていて、ここを改善したいです。項目を減らすのは営業から反対されています。皆さんはどう進めましたか。`,
    answers: [
      {
        by: "kojima",
        minutesAfter: 180,
        body: `同じ会社の小島です（社内で話した内容ですが、他の方の参考にもなるので書きます）。順番としては次のとおりでした。

1. **レポート > フォーム分析** の「離脱項目」を見る。うちは「電話番号」と「最終学歴」で全体の6割が離脱
2. その2つを「任意」に変えて2週間だけ試す。営業には「件数が減ったら戻す」と約束
3. 完了率が18% → 27%になり、電話番号の記入率も71%残った
4. 説明文を「ご案内のお電話は差し上げません」に変えて34%

「項目を減らす」ではなく「任意にする」なら、反対がぐっと減ります。`,
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: [
          "hayashi",
          "kinjo",
          "narita",
          "ito",
          "tsutsumi",
          "hoshino",
          "takano",
          "okada",
          "bennett",
          "tsukada",
          "nagatomo",
        ],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: "うちも似た経験があります。加えて、スマートフォンでの入力キーボードの種類が効きました。電話番号と郵便番号の項目タイプを「テキスト」から「電話番号」「郵便番号」に変えると、数字キーボードが出ます。古いフォームほどテキストのまま残っています。",
        helpfulBy: ["hayashi", "rahman", "matsumoto", "tamaki", "okada"],
      },
      {
        by: "tsutsumi",
        minutesAfter: 5760,
        body: "ボタンの文言もぜひ。「送信」から「無料で資料を受け取る」にしただけで、うちは2ポイントほど上がりました。",
        helpfulBy: ["hayashi", "abe", "tsujimoto"],
      },
      {
        by: "okada",
        minutesAfter: 8640,
        body: "健診予約では、最初の画面に「入力は約2分です」と書いたら途中でやめる方が減りました。実際の時間は回答一覧の所要時間で確認できます。",
      },
    ],
  },
  {
    key: "form-file-limit",
    by: "kanno",
    daysAgo: 61,
    area: "forms",
    scope: "public",
    tags: ["ファイル添付"],
    title: "添付ファイルの上限を10MBより大きくできますか",
    body: "引越し手続きのフォームで、委任状の写真を添付してもらっています。最近のスマートフォンの写真は1枚で10MBを超えることがあり、「ファイルが大きすぎます」で止まってしまうお客さまがいます。上限を上げる方法、または代わりのやり方があれば教えてください。",
    helpfulBy: ["endo", "tsunoda"],
    answers: [
      {
        by: "hasumi",
        minutesAfter: 240,
        body: `添付の上限は1ファイル10MB、1回の送信で合計30MBで、設定では変えられません。

代わりに、5.1で追加された「画像を自動で縮小する」をお使いください。添付項目の設定にあります。オンにすると、JPEG・HEIC・PNGは長辺2,400pxに縮小してから送信されるため、スマートフォンの写真はほぼ1〜2MBに収まります。文字は十分読める大きさです。`,
        accepted: true,
        acceptedMinutesAfter: 1974,
        verified: true,
        trueForVersion: "5.1",
        helpfulBy: ["kanno", "tsutsumi", "miyazawa", "okada"],
        comments: [
          {
            by: "kanno",
            minutesAfter: 1680,
            body: "HEICにも効くのですね。設定したところ、昨日から「大きすぎます」の問い合わせが止まりました。",
          },
        ],
      },
      {
        by: "okada",
        minutesAfter: 2880,
        body: "当センターではPDFの問診票も受けていて、そちらは縮小されないのでご注意ください。PDFだけは「10MB以内」と項目の説明に書いています。",
      },
    ],
  },
  {
    key: "form-duplicate-submit",
    by: "okada",
    daysAgo: 88,
    area: "forms",
    scope: "public",
    tags: ["二重送信"],
    title: "同じ方から健診予約が2件ずつ届くことがあります",
    body: "毎日2〜3組、内容が完全に同じ予約が数秒差で届きます。お客様に聞くと「1回しか押していない」とおっしゃいます。送信ボタンを2回押されているのでしょうか。防ぐ設定はありますか。",
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 120,
        body: "埋め込みフォームですか、それともミオツクのページ上のフォームですか。埋め込みの場合、`v3.js` のタグがページに2つ入っていると送信が2回走ります。ブラウザの開発者ツールで `forms/v3.js` を検索してみてください。",
        helpfulBy: ["okada"],
        comments: [
          {
            by: "okada",
            minutesAfter: 420,
            body: "埋め込みです。ホームページの会社に見てもらったところ、共通ヘッダーと予約ページの両方に入っていました！",
          },
        ],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: "重松さんの方法で原因は消えると思いますが、念のため **フォーム設定 > 詳細 > 二重送信の抑止** も「60秒」にしておくと安心です。同じブラウザから同じ内容が60秒以内に届いた場合、2件目は記録だけされて通知も予約枠の消費も起きません。初期値は「なし」です。",
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["okada", "iijima", "tsukada"],
        comments: [
          {
            by: "okada",
            minutesAfter: 4320,
            body: "両方設定して、1週間重複ゼロです。ありがとうございました。",
          },
        ],
      },
    ],
  },
  {
    key: "form-confirm-page",
    by: "mochizuki",
    daysAgo: 176,
    area: "forms",
    scope: "customers",
    tags: ["確認画面"],
    title: "確認画面を出したいのですが、設定が見当たりません",
    body: "セミナー申込フォームで、送信前に入力内容の確認画面を挟むよう社内の規程で決まっています。以前の説明会で「できる」と聞いた記憶があるのですが、5.0の編集画面では見つけられませんでした。",
    helpfulBy: ["hughes"],
    answers: [
      {
        by: "matsuda",
        minutesAfter: 180,
        body: "5.0で場所が変わりました。**フォーム編集 > 右上の「流れ」タブ** を開くと、入力 → 完了 の間に「＋」があるので、そこで「確認」を追加します。4.9までは「詳細設定」のチェックボックスでした。",
        accepted: true,
        acceptedMinutesAfter: 617,
        helpfulBy: ["mochizuki", "chen", "shigematsu", "tanoue", "rahman", "fujiwara", "tanabe"],
        comments: [
          {
            by: "mochizuki",
            minutesAfter: 420,
            body: "「流れ」タブは開いたことがありませんでした。追加できました。",
          },
        ],
      },
    ],
  },
  {
    key: "form-hidden-utm",
    by: "kobayashi",
    daysAgo: 210,
    area: "forms",
    scope: "public",
    tags: ["utm", "隠し項目", "広告"],
    title: "広告のUTMパラメータをフォームの回答と一緒に残したい",
    body: `求人LPからの応募フォームで、\`utm_source\` と \`utm_campaign\` を応募データに残したいです。LPとフォームは別のページです（LPの「応募する」ボタンからフォームページへ移動）。

隠し項目を作って「URLパラメータから取得」にしたのですが、値が空になります。`,
    helpfulBy: ["miura", "morita", "tsujimoto", "asano"],
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 50,
        body: `LPに付いたパラメータは、次のページに移動すると消えます。隠し項目の「URLパラメータから取得」は、フォームが載っているページのURLしか見ません。

2つ方法があります。

**A. 計測タグを使う（おすすめ）**
隠し項目の取得元を「初回流入」に変えると、計測タグが覚えている最初のパラメータが入ります。LPとフォームの両方に計測タグが必要です。

**B. リンクで引き継ぐ**

\`\`\`js
document.querySelectorAll("a[data-keep-utm]").forEach((a) => {
  const url = new URL(a.href);
  new URLSearchParams(location.search).forEach((v, k) => {
    if (k.startsWith("utm_")) url.searchParams.set(k, v);
  });
  a.href = url.toString();
});
\`\`\`

Aのほうが、途中で別のページを見てから応募した人も拾えます。`,
        accepted: true,
        acceptedMinutesAfter: 180,
        verified: true,
        helpfulBy: ["arai", "ishii", "abe", "miura", "sasaki", "yoshida", "endo", "asano"],
        comments: [
          {
            by: "kobayashi",
            minutesAfter: 230,
            body: "Aにしました。過去分はさかのぼれないんですね。来週から比較できるのが楽しみです。",
          },
        ],
      },
    ],
  },
  {
    key: "form-spam-flood",
    by: "honma",
    daysAgo: 34,
    area: "forms",
    scope: "public",
    tags: ["迷惑投稿"],
    title: "蔵見学の申込フォームに英語の迷惑投稿が1日50件来ます",
    body: "2週間ほど前から急に増えました。URLだらけの英文です。通知メールも全部届くので、本物の申込を見落としそうで困っています。画像認証を付けるしかないでしょうか。ご年配のお客様が多いので、できれば付けたくないのですが……。",
    answers: [
      {
        by: "kojima",
        minutesAfter: 60,
        body: `画像認証の前に、見えない対策を2つ試してみてください。

- **フォーム設定 > 迷惑対策 > おとり項目**：人には見えない項目を置き、埋めてきたものを弾きます
- 同じ画面の **「URLを含む本文を保留にする」**：申込にURLを書く人はまずいないはず

うちはこの2つで1日30件が0〜1件になりました。`,
        helpfulBy: ["honma", "tamaki", "okada"],
      },
      {
        by: "eto",
        minutesAfter: 300,
        body: "小島さんの方法に加えて、「保留」に入ったものは通知が飛ばないので見落としも減ります。保留は **フォーム > 回答 > 保留** から確認でき、本物だったら「受付に戻す」で通常の通知が送られます。朝に1回見るだけで十分でした。",
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["hayashi", "bennett", "kojima", "oishi"],
        comments: [
          {
            by: "honma",
            minutesAfter: 1740,
            body: "設定したら昨日から保留に41件、受付に本物が3件だけになりました。感動しています。",
          },
        ],
      },
    ],
  },
  {
    key: "form-seminar-capacity",
    by: "kogure",
    daysAgo: 49,
    area: "forms",
    scope: "public",
    tags: ["定員", "セミナー"],
    title: "セミナー申込が定員に達したら自動で締め切りたい",
    body: "30名定員のセミナーを毎月開いています。いまは定員になったら手作業でフォームを非公開にしていますが、夜中に申し込みが入って超過することがあります。自動で締め切る方法はありますか。キャンセル待ちも受けられると理想です。",
    answers: [
      {
        by: "mochizuki",
        minutesAfter: 120,
        body: `**フォーム設定 > 受付条件 > 上限件数** に30を入れるだけです。達した後の表示は「締切メッセージ」か「別のフォームへ切り替え」を選べます。

うちは後者にして、キャンセル待ち専用のフォーム（名前とメールだけ）に切り替わるようにしています。キャンセルが出たら、回答一覧で「取り消し」にすると件数が1つ戻り、本フォームが再び開きます。そのままだと待っている人より先に新しい人が入れてしまうので、取り消す前にキャンセル待ちの方へ連絡するのがコツです。`,
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["kogure", "nakajima", "hasegawa", "yamamoto", "chen"],
        comments: [
          {
            by: "kogure",
            minutesAfter: 3000,
            body: "キャンセル待ちの順番まで教えていただき助かりました。次回からこの形にします。",
          },
        ],
      },
      {
        by: "murase",
        minutesAfter: 4320,
        body: "会場が複数の場合は、選択肢ごとの上限も設定できますよ。選択項目の「選択肢ごとに上限を設定」です。",
        helpfulBy: ["yamamoto", "hirabayashi"],
      },
    ],
  },
  {
    key: "form-en-validation",
    by: "lim",
    daysAgo: 197,
    area: "forms",
    scope: "public",
    tags: ["validation", "japanese"],
    title: "Full-width digits are rejected in the phone field",
    body: `Our Japanese customers often type their phone number in full-width digits (０３−１２３４…). The phone field rejects this with "Please enter a valid phone number", and about 8% of people give up there.

Is there a setting that accepts them, or do I need a script?`,
    helpfulBy: ["ishii", "abe", "sekine"],
    answers: [
      {
        by: "kojima",
        minutesAfter: 360,
        body: "There is a setting, a little hidden: **Field > Phone number > Normalise input**. It converts full-width digits and hyphens to half-width when the field loses focus. New forms have it on since 5.0, but forms made before that keep the old behaviour.",
        accepted: true,
        acceptedMinutesAfter: 903,
        verified: true,
        trueForVersion: "5.0",
        helpfulBy: ["lim", "higa", "nakajima", "tsukada", "okuno", "matsumoto"],
        comments: [
          {
            by: "lim",
            minutesAfter: 900,
            body: "That was it, the form is from 4.8. I wish it were easier to find old forms that still have it off.",
          },
          {
            by: "hasumi",
            minutesAfter: 1800,
            body: "Noted. We have passed this on to the team as a request: a filter for forms with pre-5.0 field settings.",
          },
        ],
      },
    ],
  },
  {
    key: "form-conditional-required",
    by: "matsuda",
    daysAgo: 72,
    area: "forms",
    scope: "public",
    tags: ["条件分岐", "必須"],
    title: "条件で表示した項目だけを必須にできますか",
    body: `セミナー申込フォームで「オンライン参加」を選んだ方にだけ、接続テスト希望の有無を聞きたいです。表示条件は設定できたのですが、必須にすると会場参加の方も送信できなくなってしまいました。エラー文は次のとおりです。

> 必須項目が入力されていません（1件）

画面には何も表示されないので、お客様も困っている様子でした。`,
    helpfulBy: ["matsumoto", "yokoyama", "endo", "iwakiri"],
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 240,
        body: `非表示のときは必須判定をしないのが本来の動きです。ひとつ確認してほしいのが、表示条件を **項目** に付けたか **セクション** に付けたかです。

項目に付けた場合は自動で判定から外れますが、セクションを「CSSで隠す」設定にしていると、見えないだけで判定の対象に残ります。セクションの設定を「隠し方：送信しない」に変えてみてください。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        trueForVersion: "5.1",
        helpfulBy: ["ishii", "miyazawa", "tanabe"],
        comments: [
          {
            by: "matsuda",
            minutesAfter: 1680,
            body: "まさにセクションでした。「送信しない」に変えて解決です。",
          },
        ],
      },
    ],
  },
  {
    key: "form-export-order",
    by: "hattori",
    daysAgo: 128,
    area: "forms",
    scope: "customers",
    tags: ["csv", "書き出し"],
    title: "フォーム回答のCSVで列の順番を固定したい",
    body: "集荷依頼フォームの回答を毎週CSVで書き出して、社内の集計用Excelに貼り付けています。フォームの項目を並べ替えると、CSVの列も変わってしまい、Excelの数式がずれます。列順を固定する方法はありますか。",
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 300,
        body: `**回答 > 書き出し > テンプレートを保存** で、列と順番を決めておけます。フォームを並べ替えても、テンプレートの順番は変わりません。新しく増えた項目はテンプレートに自動では入らないので、必要なら足してください。

あわせて、Excel側は列番号ではなく見出し名で引く（\`XLOOKUP\` など）と、どちらが変わっても壊れにくいです。`,
        accepted: true,
        acceptedMinutesAfter: 1743,
        helpfulBy: ["hattori", "nakajima", "shimabukuro", "arai"],
        comments: [
          {
            by: "hattori",
            minutesAfter: 1740,
            body: "テンプレートで固定できました。XLOOKUPも勉強します。",
          },
        ],
      },
    ],
  },
  {
    key: "form-thanks-redirect",
    by: "takano",
    daysAgo: 17,
    area: "forms",
    scope: "public",
    tags: ["完了画面", "リダイレクト"],
    title: "送信後に自社サイトのページへ移動させると計測が取れません",
    body: "採用応募フォームの完了後、自社サイトの「応募ありがとうございました」ページへ移動させています。広告の成果計測タグはそのページに入れていますが、応募件数の半分ほどしか計測されません。",
    answers: [
      {
        by: "shigematsu",
        minutesAfter: 180,
        body: "移動先のページが表示される前に閉じられている可能性があります。完了後の移動に「3秒後」などの待ち時間を設定していませんか。待ち時間があると、完了メッセージだけ見て閉じる方が多いです。",
        helpfulBy: ["takano", "lim"],
        comments: [
          {
            by: "takano",
            minutesAfter: 540,
            body: "「5秒後」になっていました。0秒にして様子を見ます。",
          },
        ],
      },
      {
        by: "kobayashi",
        minutesAfter: 1440,
        body: `うちは移動させるのをやめて、フォームの送信イベントで計測するようにしました。移動の有無に左右されません。

\`\`\`js
document.addEventListener("mio:submit", (e) => {
  if (e.detail.formId === "f_3Zq9") {
    window.dataLayer?.push({ event: "apply_complete" });
  }
});
\`\`\``,
        helpfulBy: ["adachi"],
      },
    ],
  },
  {
    key: "form-notify-branch",
    by: "sekine",
    daysAgo: 12,
    area: "forms",
    scope: "public",
    tags: ["通知", "振り分け"],
    title: "展示場ごとに予約通知の宛先を変えたい",
    body: "来場予約フォームが1つで、選択肢に8か所の展示場があります。現在は全員に全予約の通知が届き、自分の展示場の予約を見落とすことがあります。選んだ展示場の店長だけに通知する方法を教えてください。",
    answers: [
      {
        by: "kanno",
        minutesAfter: 70,
        body: `**フォーム設定 > 通知** で「条件付きの宛先」を追加します。

| 条件 | 宛先 |
|---|---|
| 展示場 が「浦和」 | 浦和の店長 |
| 展示場 が「川越」 | 川越の店長 |
| どれにも当てはまらない | 本部の共有アドレス |

最後の「どれにも当てはまらない」を必ず入れておくと、選択肢を増やしたときに通知が消える事故を防げます。`,
        accepted: true,
        acceptedMinutesAfter: 540,
        helpfulBy: ["sekine", "bennett"],
        comments: [
          {
            by: "sekine",
            minutesAfter: 610,
            body: "自分の展示場の分だけ届くようになりました。通知がやっと役に立ちます。",
          },
        ],
      },
    ],
  },
  {
    key: "form-date-holiday",
    by: "okada",
    daysAgo: 2.4,
    area: "forms",
    scope: "public",
    tags: ["日付", "定休日"],
    title: "予約日の選択で祝日と休診日を選べないようにしたい",
    body: "健診の予約希望日で、日曜と祝日、それから第2土曜を選べないようにしたいです。曜日の除外は設定できましたが、祝日と「第2土曜」の指定方法が分かりません。",
    answers: [
      {
        by: "matsuda",
        minutesAfter: 240,
        body: `祝日は、日付項目の「選択できない日 > 日本の祝日」にチェックを入れると外せます。
第2土曜のような指定はないので、うちでは休業日カレンダー（設定 > 組織 > 営業日）に1年分を登録して、「選択できない日 > 休業日カレンダー」を選んでいます。年に一度の登録作業は必要ですが、電話の自動案内とも共通で使えて楽です。`,
      },
    ],
  },
  {
    key: "form-multi-language",
    by: "higa",
    daysAgo: 1.2,
    area: "forms",
    scope: "public",
    tags: ["多言語"],
    title: "同じフォームを日本語・英語・中国語で出し分ける方法",
    body: "5つのホテルの問い合わせフォームを、日本語・英語・繁体字中国語の3言語で用意したいです。フォームを言語ごとに複製すると15個になってしまいます。1つのフォームで項目名だけ切り替えるような機能はありますか。導入したばかりで、用語が間違っていたらすみません。",
    answers: [],
  },
  {
    key: "form-otp-field",
    by: "sugiyama",
    daysAgo: 0.3,
    area: "forms",
    scope: "customers",
    tags: ["セキュリティ"],
    title: "口座番号の入力欄を通知メールに載せない設定について",
    body: "口座番号の下4桁を入力していただくフォームを検討しています。社内の審査で、通知メールの本文に値が載らないことが条件になりました。項目単位で「メールに含めない」とする設定はあるでしょうか。自動返信と社内通知の両方が対象です。",
    answers: [],
  },
  {
    key: "form-browser-back",
    by: "arai",
    daysAgo: 233,
    area: "forms",
    scope: "public",
    tags: ["入力保持"],
    title: "「戻る」を押すと入力内容が消えると言われました",
    body: "イベント申込フォームで、お客様から「説明を読みに戻ったら全部消えた」とお叱りを受けました。入力内容を残す方法はありますか。",
    helpfulBy: ["ito", "kogure"],
    answers: [
      {
        by: "kojima",
        minutesAfter: 1440,
        body: "**フォーム設定 > 詳細 > 入力の一時保存** をオンにすると、同じブラウザなら24時間は入力内容が残ります。共用パソコンから申し込む方が多い場合だけ、オフのままがよいと思います。添付ファイルは残りません。",
        accepted: true,
        acceptedMinutesAfter: 1699,
        helpfulBy: ["arai", "tanabe", "kinjo", "makino"],
      },
    ],
  },
  {
    key: "form-kana-check",
    by: "asano",
    daysAgo: 264,
    area: "forms",
    scope: "public",
    tags: ["ふりがな", "入力補助"],
    title: "ふりがな欄にひらがなとカタカナが混ざって届きます",
    body: "セミナー受付でふりがな順に並べたいのですが、ひらがな・カタカナ・半角カタカナが混ざっていて並び順が崩れます。入力時にそろえることはできますか。すでに届いている分の直し方も教えてください。",
    helpfulBy: ["tsujimoto", "sagara"],
    answers: [
      {
        by: "murase",
        minutesAfter: 180,
        body: `入力時は、項目タイプを「ふりがな」にして「ひらがなに統一」を選ぶと、カタカナや半角で入力されても自動で変換されます。

届いている分は、顧客一覧で対象を選び **一括操作 > 表記をそろえる > かな** で直せます。半角カタカナの濁点（ｶﾞ など）も1文字にまとまります。元に戻す機能はないので、先にCSVで控えを取ってからが安心です。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["asano", "narita", "ishii", "sekine", "kogure"],
      },
    ],
  },
  {
    key: "form-iframe-height",
    by: "ishii",
    daysAgo: 95,
    area: "forms",
    scope: "public",
    tags: ["埋め込み", "スマートフォン"],
    title: "埋め込んだフォームの下が切れて送信ボタンが押せません",
    body: "法人サイト（他社の作成ツール）に採用フォームを埋め込みました。パソコンでは問題ありませんが、スマートフォンだと下のほうが切れて、送信ボタンが見えません。",
    comments: [
      {
        by: "ishii",
        minutesAfter: 2880,
        body: "作成ツールの担当者に確認中です。少しお時間をください。",
      },
    ],
    helpfulBy: ["tamaki", "takahashi", "hirabayashi"],
    needsInfo: {
      by: "shigematsu",
      message:
        "埋め込み方法を教えてください。「スクリプト」と「iframe」のどちらのコードを貼っていますか。貼り付けたコードをそのまま載せていただけると確認できます。",
    },
    answers: [],
  },
  {
    key: "form-form-copy-between",
    by: "tsunoda",
    daysAgo: 5.5,
    area: "forms",
    scope: "public",
    tags: ["複製", "環境"],
    title: "テスト用サイトで作ったフォームを本番サイトに移す方法",
    body: "前任者がテスト用サイトに作ってくれたフォームを、本番サイトで使いたいです。作り直すしかないのでしょうか。項目が40個あります……。",
    answers: [
      {
        by: "higa",
        minutesAfter: 1440,
        body: "私も先週知ったのですが、フォーム一覧の「…」から「定義を書き出す」を選ぶとJSONファイルが保存され、別のサイトの「定義から作成」で読み込めます。自動返信の文面も一緒に移りました。",
      },
      {
        by: "murase",
        minutesAfter: 2880,
        body: `比嘉さんの方法でOKです。移らないものだけ挙げておきます。

- 通知の宛先（サイトごとに担当者が違うため空になります）
- シナリオとの紐づけ
- これまでの回答

公開前にこの3つを確認してください。特に通知の宛先が空のまま公開すると、申込が来ても誰も気づきません。`,
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["hattori", "iwakiri"],
      },
    ],
  },
  {
    key: "form-signature-field",
    by: "adachi",
    daysAgo: 56,
    area: "forms",
    scope: "public",
    tags: ["署名"],
    title: "同意書に手書きの署名をもらう項目はありますか",
    body: "人間ドックの同意書をフォームに移したいです。タブレットを窓口に置き、指で署名していただく形を考えています。標準の項目に見当たらないのですが、画像の添付で代用している方はいらっしゃいますか。",
    helpfulBy: ["nishio"],
    answers: [
      {
        by: "kanno",
        minutesAfter: 1440,
        body: "開栓の立ち会いで、署名の代わりに「氏名の入力＋同意のチェック＋日時の記録」にしました。法務に確認して、これで足りるという判断でした。署名そのものが必要かどうかを先に確認されるとよいと思います。",
        helpfulBy: ["adachi"],
      },
    ],
  },
  {
    key: "form-language-switch-en",
    by: "bennett",
    daysAgo: 40,
    area: "forms",
    scope: "public",
    tags: ["language", "embed"],
    title: "Embedded form follows the browser language instead of the page",
    body: "Our dealer page is English, but visitors with a Japanese browser see Japanese labels on the form. I would like the form to follow the page. The snippet has no language attribute as far as I can see.",
    helpfulBy: ["ono"],
    answers: [
      {
        by: "hughes",
        minutesAfter: 420,
        body: `There is one, it is just not in the generated snippet:

\`\`\`html
<div data-mio-form="f_8K2p" data-mio-lang="en"></div>
\`\`\`

If you leave it out, the form looks at \`<html lang>\` only when "Follow page language" is ticked under Form settings > Language.`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["bennett", "hasegawa"],
        comments: [
          { by: "bennett", minutesAfter: 1860, body: "`data-mio-lang` did it, thanks Callum." },
        ],
      },
    ],
  },
  {
    key: "form-multi-attach-order",
    by: "saito",
    daysAgo: 4.4,
    area: "forms",
    scope: "public",
    tags: ["ファイル添付"],
    title: "複数の写真を添付した順番のまま受け取りたい",
    body: "校正の受付で、機器の写真を「正面・背面・銘板」の順に付けてもらっています。届いたときの並びがばらばらで、確認に時間がかかります。項目を3つに分けると、スマートフォンでは面倒だと言われました。",
    answers: [],
  },
] satisfies SeedQuestion[];
