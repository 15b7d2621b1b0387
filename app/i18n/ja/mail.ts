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

  "notification.question-answered.subject": "回答がつきました: {{title}}",
  "notification.watched-answered.subject": "ウォッチ中の質問に回答がつきました: {{title}}",
  "notification.answer-accepted.subject": "ベストアンサーに選ばれました: {{title}}",
  "notification.commented.subject": "コメントがつきました: {{title}}",
  "notification.mentioned.subject": "メンションされました: {{title}}",
  "notification.information-requested.subject": "追加の情報をお願いします: {{title}}",
  "notification.question-closed.subject": "質問の受付が終了しました: {{title}}",
  "notification.question-asked.subject": "新しい質問です: {{title}}",
  "notification.routed.subject": "回答をお願いします: {{title}}",
  "notification.handed-over.subject": "回答の引き継ぎのお願いです: {{title}}",
  "notification.taken.subject": "担当者が決まりました: {{title}}",
  "notification.take-lapsed.subject": "引き受けた質問の期限が過ぎました: {{title}}",
  "notification.queued.subject": "CSの受付に届きました: {{title}}",
  "notification.nudge-acceptance.subject": "回答は役に立ちましたか: {{title}}",
  "notification.nudge-information.subject": "追加の情報をお待ちしています: {{title}}",
  "notification.presumed-solved.subject": "解決見込みとして終了しました: {{title}}",
  "notification.review-due.subject": "回答の見直しをお願いします: {{title}}",
  "notification.application-submitted.subject": "認定の申請がありました: {{title}}",
  "notification.application-in-review.subject": "認定申請の審査が始まりました: {{title}}",
  "notification.application-returned.subject": "認定申請をご確認ください: {{title}}",
  "notification.application-approved.subject": "認定申請が承認されました: {{title}}",
  "notification.application-declined.subject": "認定申請の結果のお知らせ: {{title}}",
  "notification.credential-expiring.subject": "認定証の有効期限まで、あと{{days}}日です: {{title}}",
  "notification.credential-lapsed.subject": "認定証の有効期限が切れました: {{title}}",
  "notification.credential-renewed.subject": "認定証を更新しました: {{title}}",
  "notification.credential-revoked.subject": "認定証が取り消されました: {{title}}",
  "notification.pair-session-booked.subject":
    "ペアセッションの予約が入りました（{{when}}）: {{title}}",
  "notification.pair-session-moved.subject":
    "ペアセッションの日時が変わりました（{{when}}）: {{title}}",
  "notification.pair-session-cancelled.subject":
    "ペアセッションが取りやめになりました（{{when}}）: {{title}}",
  "notification.pair-session-reminder.subject": "もうすぐペアセッションです（{{when}}）: {{title}}",
  "notification.pair-session-recorded.subject": "ペアセッションの記録が書かれました: {{title}}",
  "notification.question-answered.next":
    "解決したときは「ベストアンサー」に選んでください。同じことでお困りの方の助けになります。",
  "notification.routed.next":
    "お答えが難しいときは、質問のページから辞退してください。ほかの方にお願いします。",
  "notification.read.question": "質問を読む",
  "notification.read.answer": "回答を読む",
  "notification.read.comment": "コメントを読む",
  "notification.read.application": "認定申請を見る",
  "notification.read.credential": "認定証を見る",
  "notification.read.pair-session": "ペアセッションを見る",

  "calendar.pair-session-booked.subject": "ペアセッションを予約しました（{{when}}）: {{title}}",
  "calendar.pair-session-booked.intro":
    "{{with}}さんとのペアセッションを、{{when}}から予約しました。",
  "calendar.pair-session-moved.subject":
    "ペアセッションの日時を変更しました（{{when}}）: {{title}}",
  "calendar.pair-session-moved.intro":
    "{{with}}さんとのペアセッションの日時を、{{when}}からに変更しました。",
  "calendar.pair-session-cancelled.subject":
    "ペアセッションを取りやめました（{{when}}）: {{title}}",
  "calendar.pair-session-cancelled.intro":
    "{{when}}からの、{{with}}さんとのペアセッションを取りやめました。",
  "calendar.attached": "添付のファイルから、予定をカレンダーに登録・更新できます。",
  "calendar.withdrawn": "添付のファイルから、カレンダーの予定を取り消せます。",

  "digest.daily.subject": "1日のまとめ: お知らせ{{count}}件",
  "digest.daily.intro": "前回のまとめから今日までに、{{count}}件のお知らせがありました。",
  "digest.daily.end": "1日のまとめのメールを止める",
  "digest.weekly.subject": "1週間のまとめ: お知らせ{{count}}件",
  "digest.weekly.intro": "この1週間に、{{count}}件のお知らせがありました。",
  "digest.weekly.end": "1週間のまとめのメールを止める",
  "digest.moreEvents": "ほか{{count}}件",
  "digest.moreThreads": "このほか{{count}}件の話題にも、新しいお知らせがあります。",
  "digest.action": "お知らせをすべて見る",
  "ways.end": "「{{sort}}」のメールを止める",
  "ways.settings": "通知の設定を変える",

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
  "outbox.kind.notification": "お知らせ",
  "outbox.kind.calendar-invitation": "カレンダーの予定",
  "outbox.kind.digest": "お知らせのまとめ",
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
