/** Texts of the mails the portal sends, in the polite style of business mail, and kept short. */
export default {
  greeting: "{{name}} 様",
  footer: "このメールは「{{portal}}」から自動でお送りしています。",
  fallback: "ボタンが開かないときは、次のアドレスをブラウザーに貼り付けてください。",
  ignore: "お心当たりのない場合は、このメールを破棄してください。何も変更されません。",
  once: "リンクは1回だけ使えます。",
  validHours: "このリンクは{{count}}時間有効です。",
  validMinutes: "このリンクは{{count}}分間有効です。",
  validDays: "このリンクは{{count}}日間有効です。",

  "signup.subject": "メールアドレスのご確認をお願いします",
  "signup.intro": "「{{portal}}」へのご登録をお申し込みいただき、ありがとうございます。",
  "signup.next": "次のボタンからメールアドレスをご確認のうえ、登録の手続きをお進めください。",
  "signup.action": "登録を続ける",

  "account-exists.subject": "すでにご登録いただいています",
  "account-exists.intro":
    "このメールアドレスで「{{portal}}」への登録のお申し込みがありましたが、すでにご登録いただいています。",
  "account-exists.next":
    "このままログインしてご利用ください。パスワードをお忘れのときは、再設定できます。",
  "account-exists.action": "ログインする",
  "account-exists.reset": "パスワードを再設定する",

  "domain-unknown.subject": "ご登録を受け付けられませんでした",
  "domain-unknown.intro":
    "「{{portal}}」へのお申し込みをいただきましたが、「{{domain}}」のメールアドレスはご契約企業として登録されていないため、受け付けられませんでした。",
  "domain-unknown.next":
    "会社のメールアドレスでもう一度お申し込みいただくか、すでにご利用中の同僚の方、または担当のCSに招待をご依頼ください。",

  "reset-password.subject": "パスワードの再設定",
  "reset-password.intro": "パスワードの再設定のご依頼を受け付けました。",
  "reset-password.next": "次のボタンから、新しいパスワードを設定してください。",
  "reset-password.action": "パスワードを再設定する",

  "password-changed.subject": "パスワードが変更されました",
  "password-changed.intro": "「{{portal}}」のパスワードが変更されました。",
  "password-changed.next": "ご本人による変更であれば、お手続きは必要ありません。",
  "password-changed.alarm":
    "お心当たりのない場合は、すぐにパスワードを再設定し、担当のCSにもお知らせください。",
  "password-changed.action": "パスワードを再設定する",

  "change-email.subject": "新しいメールアドレスのご確認をお願いします",
  "change-email.intro":
    "「{{portal}}」のログインに使うメールアドレスを、このアドレスに変更するご依頼を受け付けました。",
  "change-email.next": "次のボタンからご確認いただくと、変更が完了します。",
  "change-email.action": "メールアドレスを変更する",

  "email-changed.subject": "メールアドレスが変更されました",
  "email-changed.intro":
    "「{{portal}}」のログインに使うメールアドレスが、{{newAddress}} に変更されました。",
  "email-changed.next": "ご本人による変更であれば、お手続きは必要ありません。",
  "email-changed.alarm":
    "お心当たりのない場合は、すぐに担当のCSまでお知らせください。このアドレスではログインできなくなっています。",

  "invitation.subject": "{{inviter}}さんから「{{portal}}」への招待が届いています",
  "invitation.intro": "{{inviter}}さんが、「{{portal}}」にあなたを招待しました。",
  "invitation.introOrganisation":
    "{{inviter}}さんが、「{{portal}}」の{{organisation}}のメンバーとして、あなたを招待しました。",
  "invitation.message": "{{inviter}}さんからのメッセージ",
  "invitation.next": "次のボタンから登録すると、すぐにご利用いただけます。",
  "invitation.action": "招待を受ける",

  "question-answered.subject": "回答がつきました: {{title}}",
  "question-answered.intro": "ご質問「{{title}}」に、{{answerer}}さんから回答がありました。",
  "question-answered.action": "回答を読む",
  "question-answered.next":
    "解決したときは「ベストアンサー」に選んでください。同じことでお困りの方の助けになります。",

  "outbox.title": "送信メール",
  "outbox.lead": "このポータルが送るメールの一覧です。送信が済むと、本文は消去されます。",
  "outbox.noServer":
    "メールサーバー（SMTP_URL）が設定されていないため、メールは送信されずに、ここで待機しています。",
  "outbox.filter": "状態で絞り込む",
  "outbox.filter.all": "すべて",
  "outbox.list": "メールの一覧",
  "outbox.state.waiting": "待機中",
  "outbox.state.sent": "送信済み",
  "outbox.state.failed": "失敗",
  "outbox.kind.signup": "登録の確認",
  "outbox.kind.account-exists": "登録済みのお知らせ",
  "outbox.kind.domain-unknown": "登録をお断りするお知らせ",
  "outbox.kind.reset-password": "パスワードの再設定",
  "outbox.kind.password-changed": "パスワード変更のお知らせ",
  "outbox.kind.change-email": "メールアドレスの確認",
  "outbox.kind.email-changed": "メールアドレス変更のお知らせ",
  "outbox.kind.invitation": "招待",
  "outbox.kind.question-answered": "回答のお知らせ",
  "outbox.empty.title": "メールはありません",
  "outbox.empty.text": "登録の確認や回答のお知らせなど、送られるメールがここに並びます。",
  "outbox.choose": "一覧からメールを選ぶと、ここに表示されます。",
  "outbox.back": "一覧へ戻る",
  "outbox.unprepared": "（準備中）",
  "outbox.to": "宛先",
  "outbox.kind": "種類",
  "outbox.language": "言語",
  "outbox.created": "作成",
  "outbox.sent": "送信",
  "outbox.gaveUp": "送信の中止",
  "outbox.attempts": "送信を試みた回数",
  "outbox.lastError": "直前のエラー",
  "outbox.messageId": "Message-ID",
  "outbox.erased": "送信が済んだため、本文は消去されました。",
  "outbox.notRendered": "本文を準備しています。しばらくしてから、もう一度開いてください。",
  "outbox.audited": "このメールを開いたことは、監査ログに記録されています。",
  "outbox.text": "本文（テキスト）",
  "outbox.html": "表示イメージ（HTML）",
  "outbox.frame": "メールの表示イメージ",
  "outbox.retry": "再送する",
  "outbox.retried": "メールの送信を、もう一度始めました。",
  "outbox.notFailed": "このメールは、送信に失敗した状態ではありません。",
} as const;
