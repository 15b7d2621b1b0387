export type Locale = "ja" | "en";

/** Values that some texts mention. */
export type TextValues = { publicUrl: string; limitBytes: number };

export type ErrorKind =
  | "unknown-host"
  | "bad-request"
  | "foreign-origin"
  | "not-found"
  | "not-there"
  | "not-allowed"
  | "method-not-allowed"
  | "timed-out"
  | "too-large"
  | "headers-too-large"
  | "failed"
  | "unavailable";

/** What happened, and what to do about it. */
export type ErrorText = { title: string; what: string; todo: string };

export const ERROR_STATUS: Record<ErrorKind, number> = {
  "unknown-host": 400,
  "bad-request": 400,
  "foreign-origin": 403,
  "not-found": 404,
  "not-there": 404,
  "not-allowed": 403,
  "method-not-allowed": 405,
  "timed-out": 408,
  "too-large": 413,
  "headers-too-large": 431,
  failed: 500,
  unavailable: 503,
};

/** The text of an error page in one language. */
export function errorText(kind: ErrorKind, locale: Locale, values: TextValues): ErrorText {
  return TEXTS[locale][kind](values);
}

function megabytes(bytes: number): string {
  const value = bytes / (1024 * 1024);
  return value >= 1 ? `${Math.round(value)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

const TEXTS: Record<Locale, Record<ErrorKind, (values: TextValues) => ErrorText>> = {
  ja: {
    "unknown-host": ({ publicUrl }) => ({
      title: "このアドレスでは開けません",
      what: "ポータルが知らないアドレスでアクセスされました。",
      todo: `${publicUrl} から開いてください。`,
    }),
    "bad-request": () => ({
      title: "リンクを読み取れませんでした",
      what: "アドレスに、読み取れない文字が含まれています。",
      todo: "リンクが途中で切れていないかご確認のうえ、もう一度開いてください。",
    }),
    "foreign-origin": ({ publicUrl }) => ({
      title: "送信を受け付けませんでした",
      what: "ポータルとは別のアドレスから送信されたため、安全のために止めました。内容は保存されていません。",
      todo: `${publicUrl} からポータルを開き、もう一度送信してください。`,
    }),
    "not-found": () => ({
      title: "ファイルが見つかりません",
      what: "お探しのファイルはここにはありません。",
      todo: "ページを再読み込みすると、新しい版が読み込まれます。",
    }),
    "not-there": () => ({
      title: "見つかりません",
      what: "対象が削除されたか、あなたの見られる範囲にありません。何も変更されていません。",
      todo: "前の画面に戻り、ページを再読み込みしてください。",
    }),
    "not-allowed": () => ({
      title: "この操作はできません",
      what: "この操作を行う権限がないか、状態が変わったためできなくなりました。何も変更されていません。",
      todo: "前の画面に戻り、ページを再読み込みしてください。必要な場合はCS担当にご相談ください。",
    }),
    "method-not-allowed": () => ({
      title: "この方法では利用できません",
      what: "ポータルが扱わない種類のリクエストが送られました。",
      todo: "ブラウザーの画面から操作してください。",
    }),
    "timed-out": () => ({
      title: "時間内に受け取れませんでした",
      what: "送信が途中で止まったため、接続を閉じました。",
      todo: "通信の状態をご確認のうえ、もう一度送信してください。",
    }),
    "too-large": ({ limitBytes }) => ({
      title: "送信できる大きさを超えています",
      what: `一度に送信できるのは ${megabytes(limitBytes)} までです。内容は保存されていません。`,
      todo: "前の画面に戻り、文章を分けるか、ファイルを小さくして、もう一度送信してください。",
    }),
    "headers-too-large": () => ({
      title: "リクエストの情報が大きすぎます",
      what: "アドレスまたは Cookie が長すぎるため、受け取れませんでした。",
      todo: "このサイトの Cookie を削除してから、もう一度開いてください。",
    }),
    failed: () => ({
      title: "ページを表示できませんでした",
      what: "ポータルの側で問題が起きました。問題は記録されています。",
      todo: "少し待ってから、もう一度お試しください。続くときは、下の番号を添えてお知らせください。",
    }),
    unavailable: () => ({
      title: "ただいま準備中です",
      what: "ポータルは起動中か、一時的に停止しています。",
      todo: "1分ほど待ってから、もう一度開いてください。",
    }),
  },
  en: {
    "unknown-host": ({ publicUrl }) => ({
      title: "The portal does not answer at this address",
      what: "The request used an address that the portal does not know.",
      todo: `Open ${publicUrl} instead.`,
    }),
    "bad-request": () => ({
      title: "We could not read this link",
      what: "The address contains characters that cannot be read.",
      todo: "Check that the link was not cut off, then open it again.",
    }),
    "foreign-origin": ({ publicUrl }) => ({
      title: "We did not accept what was sent",
      what: "It came from an address other than the portal's, so we stopped it to be safe. Nothing was saved.",
      todo: `Open the portal at ${publicUrl} and send it again.`,
    }),
    "not-found": () => ({
      title: "This file is not here",
      what: "The file you asked for does not exist on the portal.",
      todo: "Reload the page to load its newest version.",
    }),
    "not-there": () => ({
      title: "This is not here",
      what: "It was deleted, or it is not among what you may see. Nothing was changed.",
      todo: "Go back and reload the page.",
    }),
    "not-allowed": () => ({
      title: "You cannot do this",
      what: "You are not allowed to, or something changed in the meantime. Nothing was changed.",
      todo: "Go back and reload the page. Ask the customer success team if you need it.",
    }),
    "method-not-allowed": () => ({
      title: "The portal cannot be used this way",
      what: "The request was of a kind that the portal does not handle.",
      todo: "Please use the pages in your browser.",
    }),
    "timed-out": () => ({
      title: "The request did not arrive in time",
      what: "Sending stopped halfway, so we closed the connection.",
      todo: "Check your connection and send it again.",
    }),
    "too-large": ({ limitBytes }) => ({
      title: "That is too large to send",
      what: `At most ${megabytes(limitBytes)} can be sent at once. Nothing was saved.`,
      todo: "Go back, split the text or make the file smaller, and send it again.",
    }),
    "headers-too-large": () => ({
      title: "The request carries too much data",
      what: "Its address or its cookies are too long to be read.",
      todo: "Delete this site's cookies and open the page again.",
    }),
    failed: () => ({
      title: "We could not show this page",
      what: "Something went wrong on our side. It has been recorded.",
      todo: "Wait a moment and try again. If it keeps happening, tell us the number below.",
    }),
    unavailable: () => ({
      title: "The portal is getting ready",
      what: "It is starting, or has stopped for a moment.",
      todo: "Wait a minute, then open the page again.",
    }),
  },
};
