import { randomUUID } from "node:crypto";

export type VisitRequest = {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
};

/** Something people do with the portal, to be repeated under load. */
export type Visit = {
  name: string;
  /** The kind of page: what a budget of the developer guide is about. */
  kind: "reading" | "form" | "command";
  expects: number;
  /** The next request: another question, another form key each time. */
  request(): VisitRequest;
};

type Given = {
  origin: string;
  /** `name=value` of a member's session cookie. */
  cookie: string;
  /** Questions that everybody may read. */
  publicIds: number[];
  /** Questions that the member may answer. */
  answerableIds: number[];
  areaIds: number[];
  /** Events to come that everybody sees. */
  eventIds: number[];
};

/** As a browser sends it. */
const BROWSER = {
  "accept-encoding": "gzip, deflate, br",
  "accept-language": "ja,en;q=0.8",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) portal-bench",
};

export function listVisits({
  origin,
  cookie,
  publicIds,
  answerableIds,
  areaIds,
  eventIds,
}: Given): Visit[] {
  const member = { ...BROWSER, cookie };
  const read = (name: string, path: () => string, headers: Record<string, string>): Visit => ({
    name,
    kind: "reading",
    expects: 200,
    request: () => ({ method: "GET", path: path(), headers }),
  });
  const nextQuestion = inTurn(publicIds);
  const question = () => `/questions/${nextQuestion()}`;
  const nextAnswered = inTurn(answerableIds);
  const nextArea = inTurn(areaIds);
  const nextEvent = inTurn(eventIds);
  const event = () => `/events/${nextEvent()}`;
  const post = (name: string, path: () => string, fields: () => Record<string, string>): Visit => ({
    name,
    kind: "command",
    expects: 302,
    request: () => ({
      method: "POST",
      path: path(),
      headers: { ...member, origin, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ key: randomUUID(), ...fields() }).toString(),
    }),
  });
  return [
    read("Home, visitor", () => "/", BROWSER),
    read("Home, member", () => "/", member),
    read("List, visitor", () => "/questions", BROWSER),
    read("List, member", () => "/questions", member),
    read("Question, visitor", question, BROWSER),
    read("Question, member", question, member),
    read("Events, visitor", () => "/events", BROWSER),
    read("Events, member", () => "/events", member),
    read("Events, month", () => "/events/month", member),
    read("Event, visitor", event, BROWSER),
    read("Event, member", event, member),
    { ...read("Ask: the form", () => "/questions/new", member), kind: "form" },
    post(
      "Ask: sending it",
      () => "/questions/new",
      () => ({
        title: `取り込みの途中で止まった行だけを、もう一度送る方法 ${randomUUID().slice(0, 8)}`,
        area: String(nextArea()),
        scope: "public",
        tags: "csv 取り込み",
        body: "夜間の取り込みが**途中で止まり**、300件のうち120件だけが入りました。\n\n- 止まった行の番号は分かります\n- 全部を送り直すと二重になります\n\n残りの行だけを送る方法はありますか。",
      }),
    ),
    post(
      "Answer: sending it",
      () => `/questions/${nextAnswered()}/answers/new`,
      () => ({
        body: "「取り込みの履歴」から、止まった回を開いてください。\n\n1. 「未処理の行」を選ぶ\n2. 「この行だけ送る」を押す\n\n二重になることはありません。",
      }),
    ),
  ];
}

/** Gives the values of a list one after the other, from the start again at its end. */
function inTurn<T>(values: readonly T[]): () => T {
  let index = 0;
  return () => values[index++ % values.length] as T;
}
