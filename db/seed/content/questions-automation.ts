import type { SeedQuestion } from "./types.ts";

export const questions = [
  {
    key: "scenario-wait-business-days",
    by: "okuno",
    daysAgo: 377,
    area: "automation",
    scope: "public",
    tags: ["待機", "営業日"],
    title: "「3営業日後」に送る待機の作り方",
    body: "見積提出のあと、3営業日たっても返事がないお客様に担当者へ通知を出したいです。待機ブロックで「3日」にすると土日も数えられてしまい、金曜提出の分が月曜に通知されます。",
    helpfulBy: ["okada", "mochizuki", "morita", "lim", "kudo"],
    answers: [
      {
        by: "mizuno",
        minutesAfter: 120,
        body: `待機ブロックの単位を「日」から「営業日」に変えられます。ただし初期状態では選択肢に出ません。**設定 > 組織 > 営業日** で営業する曜日と祝日を登録すると、単位に「営業日」が現れます。

年末年始や会社独自の休みもここに入れておくと、全部のシナリオに効きます。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["okuno", "ito", "tanabe", "hattori", "sugiyama", "matsuda"],
        comments: [
          {
            by: "okuno",
            minutesAfter: 1560,
            body: "登録したら出てきました。これは気づけませんね……。",
          },
        ],
      },
      {
        by: "onodera",
        minutesAfter: 2880,
        body: "ご指摘のとおり分かりにくいため、未登録でも「営業日（要設定）」と表示して設定画面へ案内するように変更する予定です。",
        verified: true,
        trueForVersion: "4.9",
        helpfulBy: ["okuno"],
      },
    ],
  },
  {
    key: "scenario-double-entry",
    by: "morita",
    daysAgo: 219,
    area: "automation",
    scope: "public",
    tags: ["重複", "再登録"],
    title: "同じ人がシナリオに2回入ってメールが二重に届く",
    body: `登録後フォローのシナリオで、同じメールが2通届いたと3名から連絡がありました。実行履歴を見ると、同じ顧客が2分差で2回入っています。

| 時刻 | きっかけ |
|---|---|
| 10:02 | フォーム送信 |
| 10:04 | 顧客の作成 |

きっかけを2つ設定しているのは、フォーム以外（電話など）からの登録も拾うためです。`,
    helpfulBy: ["kinjo", "honma", "miura", "tsunoda"],
    answers: [
      {
        by: "okuno",
        minutesAfter: 60,
        body: `**シナリオ設定 > 再登録** が「いつでも可」になっていると、きっかけの数だけ入ります。「進行中は不可」にすれば、2回目は無視されます。

それでも、1回目がすぐ終わる短いシナリオだと防げないので、「1人につき24時間に1回まで」を併用してください。`,
        accepted: true,
        acceptedMinutesAfter: 300,
        helpfulBy: ["morita", "kato", "eto", "aizawa", "tsukada", "nishimura", "mizuno"],
        comments: [
          {
            by: "morita",
            minutesAfter: 360,
            body: "「進行中は不可」＋「24時間に1回」にしました。",
          },
        ],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: "もう一案として、きっかけを「顧客の作成」だけにする手もあります。フォーム送信で新しい顧客ができたときも必ず発火するので、1つで足ります。既存のお客様のフォーム送信を拾いたい場合だけ2つ必要です。",
        helpfulBy: ["morita", "mochizuki", "kawabata"],
      },
    ],
  },
  {
    key: "scenario-goal-exit",
    by: "hayashi",
    daysAgo: 164,
    area: "automation",
    scope: "customers",
    tags: ["終了条件"],
    title: "申し込んだ人にも「お申し込みはお済みですか」が届いてしまう",
    body: "体験講座の案内を3通送るシナリオです。1通目で申し込んだ方にも2通目、3通目が届きます。分岐を入れていますが効いていないようです。",
    helpfulBy: ["eto", "kobayashi", "takano", "tamaki"],
    answers: [
      {
        by: "murase",
        minutesAfter: 50,
        body: `分岐の位置が「待機の前」になっていませんか。待っている間に申し込んだ場合、待つ前の判定では「未申込」のままです。

もっと簡単なのは、シナリオ全体の **終了条件** に「フォーム：体験申込 を送信」を入れることです。どのブロックにいても、申し込んだ瞬間にシナリオから抜けます。分岐は消して構いません。`,
        accepted: true,
        acceptedMinutesAfter: 180,
        helpfulBy: ["hayashi", "mizuno", "matsumoto", "kawabata", "hasegawa"],
        comments: [
          {
            by: "hayashi",
            minutesAfter: 230,
            body: "ずばり待機の前でした。終了条件に変えて、図がとてもすっきりしました。",
          },
        ],
      },
      {
        by: "okuno",
        minutesAfter: 1440,
        body: "終了条件で抜けた人は「目標達成」として数えられるので、シナリオの効果も見やすくなりますよ。",
      },
    ],
  },
  {
    key: "slack-notify",
    by: "mizutani",
    daysAgo: 132,
    area: "automation",
    scope: "public",
    tags: ["通知", "チャット"],
    title: "資料ダウンロードの通知が多すぎて誰も見なくなりました",
    body: "1日40件ほど、担当営業あてにメール通知が飛びます。結局みんな自動で別フォルダーに入れています。営業の立場としては「今日電話すべき3件」だけ知りたいです。作る側の皆さんはどうしていますか。",
    answers: [
      {
        by: "okuno",
        minutesAfter: 180,
        body: `社内で作っている側です。耳が痛い……。いま試しているのは次の形です。

1. 資料ダウンロードでは通知せず、点数を足すだけ（料金表 +20、事例 +5など）
2. 直近14日の点数が40点を超えたら「対応候補」タグ
3. 毎朝8時半に、対応候補を担当者ごとに1通にまとめて通知（最大5件、点数順）

3は「定期実行」シナリオと一覧メールのブロックで作れます。`,
        helpfulBy: ["mizutani", "adachi", "takano", "tanoue", "kuroki", "shimabukuro"],
      },
      {
        by: "mizuno",
        minutesAfter: 1440,
        body: "通知に「次にやること」を1行入れるのも効きました。「資料をダウンロードしました」ではなく「料金表を2回見ています。昨年の見積は◯月です」と。読む理由があると見てもらえます。",
        accepted: true,
        acceptedMinutesAfter: 5760,
        helpfulBy: ["mizutani", "shimamura", "tanabe", "iwakiri"],
        comments: [
          {
            by: "mizutani",
            minutesAfter: 7200,
            body: "朝の1通になって、電話した先で2件商談になりました。見る側としてはこれが正解です。",
          },
        ],
      },
      {
        by: "hirabayashi",
        minutesAfter: 8640,
        body: "当社は「3営業日対応しなければ上長へ通知」も付けていますが、これは嫌われます。導入は慎重に。",
      },
      {
        by: "sekine",
        minutesAfter: 12960,
        body: "通知を受ける現場の意見です。朝の1通に電話番号がそのまま押せる形で入っていると、移動中でも掛けられます。",
        helpfulBy: ["bennett"],
      },
    ],
  },
  {
    key: "birthday-scenario",
    by: "kinjo",
    daysAgo: 37,
    area: "automation",
    scope: "public",
    tags: ["誕生日", "定期"],
    title: "誕生月の1日に特典メールを送るシナリオ",
    body: "会員の誕生月になったら、その月の1日の朝に宿泊特典を送りたいです。誕生日そのものではなく「月初」にしたい場合、きっかけはどう設定すればよいでしょうか。",
    answers: [
      {
        by: "tsutsumi",
        minutesAfter: 120,
        body: `「定期実行：毎月1日 8:00」をきっかけにして、対象の条件を「生年月日の月が 今月」にします。誕生日をきっかけにすると当日に動くので、月初にはなりません。

2月29日生まれの方もこの方法なら漏れません（誕生日きっかけだと、平年は2月28日に動きます）。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["kinjo", "yamamoto", "maruyama"],
      },
      {
        by: "murase",
        minutesAfter: 1440,
        body: "再登録の設定を「1年に1回」にしておくと、生年月日を直した方に同じ年に2回届くことを防げます。",
        helpfulBy: ["kinjo", "honma"],
      },
    ],
  },
  {
    key: "scenario-test-run",
    by: "tsukada",
    daysAgo: 59,
    area: "automation",
    scope: "public",
    tags: ["テスト"],
    title: "本番を止めずにシナリオの変更をテストするには",
    body: "先輩から引き継いだシナリオが常に200人ほど進行中です。分岐を1つ足したいのですが、編集して保存すると進行中の人はどうなりますか。壊すのが怖くて触れません。",
    helpfulBy: ["sugiyama"],
    answers: [
      {
        by: "okuno",
        minutesAfter: 240,
        body: `保存しただけでは反映されず、「公開」で新しい版になります。進行中の人の扱いは公開時に選べます。

- **いまの版のまま最後まで**（安全。迷ったらこれ）
- **新しい版へ移す**（同じブロックがあればそこから続行）

テストは「テスト実行」で自分の顧客データを入れると、待機を飛ばして動きを確認できます。メールは自分にだけ届きます。`,
        accepted: true,
        acceptedMinutesAfter: 1440,
        helpfulBy: ["tsukada", "nagatomo", "kondo", "sagara"],
        comments: [
          {
            by: "tsukada",
            minutesAfter: 1680,
            body: "版があると知って安心しました。「いまの版のまま」で公開しました。",
          },
        ],
      },
    ],
  },
  {
    key: "webhook-in-scenario",
    by: "kato",
    daysAgo: 102,
    area: "automation",
    scope: "customers",
    tags: ["webhook"],
    title: "シナリオから配車システムを呼び出すときの失敗時の動き",
    body: "集荷依頼のフォームからWebhookブロックで配車システムを呼んでいます。先週、配車側が15分ほど落ちていて、その間の依頼がどうなったか分かりません。再送されるのでしょうか。",
    helpfulBy: ["sasaki"],
    answers: [
      {
        by: "kawabata",
        minutesAfter: 180,
        body: `Webhookブロックは、5xxと接続エラーのとき1分・5分・30分・2時間後の計4回まで再送します。4xxは再送しません。実行履歴で「失敗」を絞り込み、「失敗した人を再実行」で手動でも流せます。

再送がある以上、受け側は同じ依頼が2回来ても大丈夫なように作る必要があります。ヘッダーの \`X-Miotsuku-Delivery\` が1件ごとの番号なので、これで重複をはじいてください。

\`\`\`js
const id = req.get("X-Miotsuku-Delivery");
const inserted = await db.insertDeliveryOnce(id);
if (!inserted) return res.status(200).end();
\`\`\``,
        editedTo: `Webhookブロックは、5xxと接続エラーのとき1分・5分・30分・2時間後の計4回まで再送します。4xxは再送しません（429だけは例外で、再送の対象です）。実行履歴で「失敗」を絞り込み、「失敗した人を再実行」で手動でも流せます。

再送がある以上、受け側は同じ依頼が2回来ても大丈夫なように作る必要があります。ヘッダーの \`X-Miotsuku-Delivery\` が1件ごとの番号なので、これで重複をはじいてください。

\`\`\`js
const id = req.get("X-Miotsuku-Delivery");
const inserted = await db.insertDeliveryOnce(id);
if (!inserted) return res.status(200).end();
\`\`\``,
        accepted: true,
        acceptedMinutesAfter: 2880,
        helpfulBy: ["kato", "lim", "murase", "sasaki", "tanabe"],
        comments: [
          {
            by: "kato",
            minutesAfter: 3060,
            body: "落ちていた間の9件、全部2回目の再送で成功していました。重複対策も入れました。",
          },
        ],
      },
      {
        by: "sagara",
        minutesAfter: 7200,
        body: "再送で順番が前後することもあります。当社は「更新日時が古いものは捨てる」も入れています。",
      },
    ],
  },
  {
    key: "scenario-count-mismatch",
    by: "hattori",
    daysAgo: 85,
    area: "automation",
    scope: "public",
    tags: ["集計"],
    title: "シナリオの「到達数」が入口の人数より多いのはなぜ",
    body: "入口が1,020人なのに、3番目のブロックの到達が1,311人になっています。",
    helpfulBy: ["kitagawa", "sagara", "narita", "miura"],
    needsInfo: {
      by: "okuno",
      message:
        "途中に「前に戻る」線（ループ）や、別の分岐から合流している箇所はありますか。差し支えなければ図の画像か、ブロックの並びを書いていただけると判断できます。",
    },
    answers: [
      {
        by: "lim",
        minutesAfter: 1440,
        body: '"Reached" counts passes, not people. A loop or re-entry raises it. Switch the counter to "unique contacts" at the top right of the canvas.',
        helpfulBy: ["hattori", "honma", "mizutani"],
      },
    ],
  },
  {
    key: "point-decay",
    by: "kitagawa",
    daysAgo: 47,
    area: "automation",
    scope: "public",
    tags: ["スコア"],
    title: "時間がたったら点数を下げる仕組みを作りたい",
    body: "行動に応じて点数を足していますが、半年前の資料請求も残ったままです。30日ごとに半分に減らすような設定はできますか。",
    helpfulBy: ["tsujimoto"],
    answers: [
      {
        by: "okuno",
        minutesAfter: 300,
        body: "点数項目の設定に「減衰」があり、「◯日ごとに◯%」を選べます。30日・50%にできます。5.0より前に作った点数項目には出ないので、作り直しが必要です。",
        helpfulBy: ["kitagawa", "tanabe"],
      },
      {
        by: "lim",
        minutesAfter: 1440,
        body: "We let the score decay by 25% every 30 days. Half was too fast for our sales cycle (about nine months). Start slow and look at the list of people who would drop out before you switch it on.",
        helpfulBy: ["kitagawa", "sagara"],
      },
    ],
  },
  {
    key: "scenario-condition-empty",
    by: "honma",
    daysAgo: 27,
    area: "automation",
    scope: "public",
    tags: ["条件", "空欄"],
    title: "条件「都道府県が新潟県でない」に未入力の人が入りません",
    body: "県外の方だけに蔵見学の宿泊案内を送りたいのですが、都道府県が空欄の方（通販だけの方）が対象から外れてしまいます。",
    helpfulBy: ["mizutani", "kobayashi", "sugiyama"],
    answers: [
      {
        by: "kawabata",
        minutesAfter: 60,
        body: `「でない」の条件は、値が入っている人だけを見ます。空欄も含めたいときは、条件をもう1つ足して「または」でつないでください。

- 都道府県 が 新潟県 でない
- **または** 都道府県 が 空欄

分岐の「それ以外」に入れる方法でも同じ結果になります。`,
        accepted: true,
        acceptedMinutesAfter: 240,
        helpfulBy: ["matsuda", "nishio"],
      },
    ],
  },
  {
    key: "english-branch-lang",
    by: "lim",
    daysAgo: 248,
    area: "automation",
    scope: "public",
    tags: ["branching", "language"],
    title: "Best way to branch by language without doubling every scenario",
    body: "We have 14 scenarios, each in Japanese and English. So far there are two copies of each and they drift apart. How do you keep one scenario for both languages?",
    answers: [
      {
        by: "okuno",
        minutesAfter: 540,
        body: `We use one scenario and language versions of the *email*, not of the scenario:

1. In the email editor press **＋ Language** and add English.
2. The right version is chosen from the contact's \`locale\` field, with a fallback you set per email.
3. Only use a branch where the *steps* differ, e.g. a phone call task for Japan only.

Reports show both languages separately.`,
        accepted: true,
        acceptedMinutesAfter: 4320,
        helpfulBy: ["lim", "fujiwara", "okafor", "kobayashi", "kawabata"],
        comments: [
          {
            by: "lim",
            minutesAfter: 4860,
            body: "I had not seen language versions because our emails were made before 5.0. Went from 28 scenarios to 15. Thank you!",
          },
        ],
      },
      {
        by: "bennett",
        minutesAfter: 11520,
        body: "Remember to translate the preview text as well, it sits outside the body and is easy to miss.",
        helpfulBy: ["lim"],
      },
    ],
  },
  {
    key: "form-to-scenario-delay",
    by: "ito",
    daysAgo: 33,
    area: "automation",
    scope: "public",
    tags: ["遅延"],
    title: "フォーム送信からシナリオ開始まで10分以上かかることがある",
    body: "集荷依頼の受付メールを、シナリオで送っています。普段は数秒ですが、昼休みの時間帯に10〜15分遅れることがありました。お客様が届かないと思って二重に依頼されます。",
    helpfulBy: ["nagatomo", "iijima"],
    answers: [
      {
        by: "sakaki",
        minutesAfter: 120,
        body: `受付のご連絡は、シナリオではなくフォームの「自動返信」をお使いください。自動返信は優先の送信経路を使い、混雑の影響を受けません。

シナリオは開始時刻を保証しておらず、正午前後は処理が集中して遅れることがあります。先週は特に混み合い、最大14分の遅れを確認しています。処理能力は増強しました。`,
        accepted: true,
        acceptedMinutesAfter: 2880,
        verified: true,
        helpfulBy: ["ito", "kobayashi", "okafor", "nagatomo", "mizuno"],
        comments: [
          {
            by: "ito",
            minutesAfter: 3000,
            body: "受付は自動返信、その後の案内はシナリオ、と分けました。",
          },
        ],
      },
      {
        by: "mizuno",
        minutesAfter: 4320,
        body: "同じチームの者です。お客様への「受け付けました」は自動返信、社内への段取りはシナリオ、と役割で分けると説明もしやすいです。",
        helpfulBy: ["ito", "sagara"],
      },
    ],
  },
  {
    key: "scenario-stop-all-emergency",
    by: "kudo",
    daysAgo: 16,
    area: "automation",
    scope: "public",
    tags: ["緊急停止"],
    title: "災害時にすべてのシナリオを一度に止めたい",
    body: "大雪でツアーが中止になったとき、旅行前の案内メールが自動で出てしまい、お叱りを受けました。全部を一時停止する方法はありますか。1本ずつ止めるのに25分かかりました。",
    helpfulBy: ["okafor"],
    answers: [
      {
        by: "okuno",
        minutesAfter: 180,
        body: "一覧でチェックして「一時停止」はまとめてできますが、再開のときに「もともと止まっていたもの」まで動いてしまう事故が起きます。うちは止める対象に「緊急停止対象」タグを付けておき、タグで絞り込んで操作しています。",
        helpfulBy: ["kudo", "kinjo", "hirabayashi", "nishimura"],
      },
      {
        by: "onodera",
        minutesAfter: 1440,
        body: "5.2で **設定 > 組織 > 送信の一時停止** を用意しました。オンの間は、シナリオのメールと予約済みの一斉配信が「保留」になります。解除するときに、送る・破棄するを1本ずつ選べます。操作できるのはオーナーと管理者です。",
        accepted: true,
        acceptedMinutesAfter: 2880,
        verified: true,
        trueForVersion: "5.2",
        helpfulBy: ["tsunoda", "tamaki", "shimabukuro", "abe", "karasawa"],
        comments: [
          {
            by: "kudo",
            minutesAfter: 4320,
            body: "これが欲しかったです。予約センターの責任者も管理者に加えました。",
          },
        ],
      },
    ],
  },
  {
    key: "scenario-export-diagram",
    by: "tsujimoto",
    daysAgo: 73,
    area: "automation",
    scope: "customers",
    tags: ["監査", "書き出し"],
    title: "監査用にシナリオの図と設定を書き出せますか",
    body: "年に一度の内部監査で、どの条件で個人あてにメールが送られるかを説明する資料が必要です。画面を1枚ずつ撮るのは限界があります。",
    answers: [
      {
        by: "okuno",
        minutesAfter: 1440,
        body: "図はPNGとPDFで書き出せます（キャンバス右下のアイコン）。設定の詳細までは出ないので、うちでは説明欄に「目的・対象・止め方」を必ず書き、それを一覧で出しています。",
        helpfulBy: ["kogure"],
      },
    ],
  },
  {
    key: "inactive-reactivation",
    by: "sasaki",
    daysAgo: 94,
    area: "automation",
    scope: "public",
    tags: ["休眠"],
    title: "休眠顧客の掘り起こしシナリオ、何通まで送りますか",
    body: "2年以上予約のない方が1.8万人います。復活を狙ったシナリオを作る予定ですが、送りすぎて評価を落とすのも怖いです。皆さんの本数と間隔、結果を教えてください。",
    answers: [
      {
        by: "tsutsumi",
        minutesAfter: 300,
        body: "うちは3通（0日、7日、21日）で、最後に「このままだとお知らせを終了します」と書きます。結果は、休眠6,200人のうち開封22%、購入1.9%、停止4%でした。反応がなかった人はそのままアーカイブしています。最後の1通がいちばんクリックされます。",
        helpfulBy: ["sasaki", "sagara", "murase", "kitagawa"],
      },
      {
        by: "morita",
        minutesAfter: 2880,
        body: "一度に全員へ送らず、休眠期間の短い人から順に週2,000人ずつ流しました。エラー率を見ながら止められるので安心です。2年超の宛先は1割近くがエラーになりました。",
        helpfulBy: ["oishi", "segawa"],
        comments: [
          { by: "sasaki", minutesAfter: 7200, body: "短い人から分けて流す、ぜひそうします。" },
        ],
      },
    ],
  },
  {
    key: "scenario-sms",
    by: "iijima",
    daysAgo: 11,
    area: "automation",
    scope: "public",
    tags: ["sms"],
    title: "メールを開いていない方にSMSを送る分岐",
    body: "Web明細の登録期限が近いお客さまに、メール未開封ならSMSでお知らせしたいです。SMSのブロックは標準で使えますか。費用も知りたいです。",
    answers: [
      {
        by: "whitfield",
        minutesAfter: 480,
        body: "The SMS block is an add-on (Business plan and above). You buy a bundle of messages and unused ones carry over for 12 months. Your account team can switch on a trial with 50 messages.",
        helpfulBy: ["suzuki"],
      },
    ],
  },
  {
    key: "scenario-approval-flow",
    by: "nishio",
    daysAgo: 3.6,
    area: "automation",
    scope: "public",
    tags: ["承認"],
    title: "シナリオの公開に上長の承認を必須にできますか",
    body: "現場が自由に作れるのは良いのですが、公開の前に一度確認したいです。一斉配信には承認の設定がありますが、シナリオにも同じものはありますか。",
    answers: [
      {
        by: "tsujimoto",
        minutesAfter: 1440,
        body: "カスタムロールで「シナリオの編集」は許可し、「シナリオの公開」を外すことで、実質的な承認制にしています。公開待ちの一覧は無いので、説明欄に「公開依頼」と書いて知らせる運用です。",
      },
    ],
  },
  {
    key: "scenario-loop-limit",
    by: "nakajima",
    daysAgo: 0.4,
    area: "automation",
    scope: "public",
    tags: ["ループ", "エラー"],
    title: "「繰り返しの上限に達しました（E-SCN-031）」と表示される",
    body: `受講期限のリマインドを毎週送るため、待機7日→メール→先頭に戻る、というループを作りました。12週目で次のエラーになり、止まった人が86人います。

\`\`\`
E-SCN-031: 繰り返しの上限（12回）に達しました
\`\`\`

上限を増やすか、別の作り方があれば教えてください。`,
    answers: [],
  },
  {
    key: "timezone-scenario-chen",
    by: "chen",
    daysAgo: 2.2,
    area: "automation",
    scope: "public",
    tags: ["timezone", "wait"],
    title: '"Wait until 9:00" uses Japan time for overseas guests',
    body: 'In a scenario I use "wait until 9:00" before the pre-trip email. For guests in Hong Kong it is sent at 8:00 their time. In campaigns I can choose the recipient\'s local time, is there something similar for the wait block?',
    answers: [],
  },
  {
    key: "scenario-tag-trigger-order",
    by: "nishimura",
    daysAgo: 142,
    area: "automation",
    scope: "public",
    tags: ["タグ", "順番"],
    title: "タグが2つ同時に付いたとき、どちらのシナリオが先に動きますか",
    body: "購入時に「初回購入」と「器カテゴリ」の2つのタグが付きます。それぞれ別のシナリオで、初回の方には器の案内を3日待ってほしいです。順番は決められますか。",
    helpfulBy: ["kogure", "tsujimoto"],
    answers: [],
  },
  {
    key: "scenario-old-editor",
    by: "ogawa",
    daysAgo: 320,
    area: "automation",
    scope: "customers",
    tags: ["旧エディタ"],
    title: "旧シナリオエディタはいつまで使えますか",
    body: "権限の検証が終わるまで移行を待ちたいです。終了日は決まっていますか。",
    closed: {
      reason: "no-longer-relevant",
      note: "旧エディタは5.0で終了し、すべてのシナリオが新しいエディタに移行されました。",
      by: "onodera",
    },
    answers: [
      {
        by: "onodera",
        minutesAfter: 1440,
        body: "旧エディタの提供終了は4.9の公開時にご案内した日程から変更ありません。管理画面のお知らせに記載しています。",
      },
    ],
  },
  {
    key: "scenario-copy-dept",
    by: "kobayashi",
    daysAgo: 74,
    area: "automation",
    scope: "public",
    tags: ["複製", "サイト間"],
    title: "シナリオを別のサイトへ複製したい",
    body: "派遣先向けのサイトで作った12本を、スタッフ向けのサイトでも使いたいです。フォームのように書き出せるのかと思ったのですが、メニューが見つかりません。",
    answers: [
      {
        by: "lim",
        minutesAfter: 1440,
        body: 'Scenarios can be packed as a **template**: in the list tick the ones you need, "Save as template", then open the other site and choose "Create from template". Emails go along; triggers that point to forms must be reconnected.',
        helpfulBy: ["kobayashi", "hughes"],
      },
    ],
  },
  {
    key: "scenario-average-time",
    by: "hirabayashi",
    daysAgo: 45,
    area: "automation",
    scope: "public",
    tags: ["集計", "所要日数"],
    title: "入口から商談化までの平均日数を表示したい",
    body: "シナリオの各ブロックの人数は見えますが、「何日で通過したか」が分かりません。展示会ごとに比べたいです。",
    answers: [],
  },
  {
    key: "scenario-org-naming",
    by: "okuno",
    daysAgo: 126,
    area: "automation",
    scope: "organisation",
    tags: ["命名規則", "社内"],
    title: "シナリオの名前の付け方を決めました（反対があれば今週中に）",
    body: `60本を超えて探しにくくなったので、次の形にします。

\`[部署]_[目的]_[対象]_[作成年月]\` 例：\`樹脂_展示会後フォロー_新規_2504\`

古いものは私が順に直します。「テスト」「コピー」で始まるものは、今月末に停止します。`,
    answers: [
      {
        by: "kitagawa",
        minutesAfter: 180,
        body: "賛成です。レポートの絞り込みにも使えるので、区切りは半角の「_」に統一でお願いします。",
        helpfulBy: ["okuno"],
      },
      {
        by: "mizutani",
        minutesAfter: 1440,
        body: "樹脂の「コピー_見積後3日」は使っています。止めないでください。",
      },
    ],
  },
] satisfies SeedQuestion[];
