/** Events in calendar programs, and the address under which these find one's own. */
export default {
  "entry.applied": "【申込中】{{title}}",
  "entry.waitlisted": "【キャンセル待ち】{{title}}",
  "entry.offered": "【要確認】{{title}}",
  "entry.online": "オンライン",
  "entry.join": "オンラインで参加する: {{url}}",
  "entry.page": "イベントのページ: {{url}}",
  "feed.public": "{{portal}} – イベント",
  "feed.own": "{{portal}} – マイカレンダー",

  title: "カレンダー",
  lead: "参加するイベントやペアセッションを、お使いのカレンダーに自動で表示できます。",
  "contents.title": "表示される予定",
  "contents.events": "参加が確定したイベントと、登壇・主催するイベント",
  "contents.waiting": "申込中・キャンセル待ちのイベント（仮の予定）",
  "contents.pairSessions": "ペアセッション",
  "contents.changes": "日時の変更や中止も、そのまま反映されます。",
  "address.title": "あなた専用のアドレス",
  "address.none":
    "アドレスを作り、カレンダーに登録してください。アドレスを知っている人は予定を見られるため、ほかの人には教えないでください。",
  "address.make": "アドレスを作る",
  "address.there": "アドレスが使えます。安全のため、アドレスは作ったときにだけ表示します。",
  "address.madeOn": "作成日",
  "address.renew": "アドレスを作り直す",
  "address.renew.confirm": "新しいアドレスを作りますか。",
  "address.renew.text":
    "いまのアドレスはすぐに使えなくなります。登録済みのカレンダーには、新しいアドレスを登録し直してください。",
  "address.revoke": "アドレスを無効にする",
  "address.revoke.confirm": "アドレスを無効にしますか。",
  "address.revoke.text":
    "登録済みのカレンダーに、予定が届かなくなります。アドレスは、いつでも新しく作れます。",
  "address.revoked": "カレンダー用のアドレスを無効にしました。",
  "address.shown":
    "アドレスを作りました。この画面を離れると、もう一度表示することはできません。いま、カレンダーに登録してください。",
  "address.label": "カレンダーのアドレス",
  "address.copy": "アドレスをコピー",
  "address.copied": "コピーしました",
  "address.subscribe": "この端末のカレンダーに登録する",
  "how.title": "登録のしかた",
  "how.google": "Googleカレンダー",
  "how.google.text":
    "パソコンで「他のカレンダー」の「＋」から「URLで追加」を選び、アドレスを貼り付けます。反映には数時間かかることがあります。",
  "how.outlook": "Outlook",
  "how.outlook.text": "「予定表の追加」から「Webから登録」を選び、アドレスを貼り付けます。",
  "how.apple": "Apple カレンダー（iPhone・Mac）",
  "how.apple.text":
    "上のボタンで登録できます。iPhoneでは「カレンダー」の「照会カレンダーを追加」に、Macでは「ファイル」の「新規照会カレンダー」に貼り付けることもできます。",
  "public.title": "公開イベントのカレンダー",
  "public.text":
    "どなたでも登録できる、公開イベントだけのカレンダーもあります。社内の予定表に登録するときなどにお使いください。",
  "public.link": "公開イベントのカレンダー（.ics）",
} as const;
