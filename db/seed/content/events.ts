import type { SeedEvent } from "./event-types.ts";
import { comingEvents } from "./events-coming.ts";
import { pastEvents } from "./events-past.ts";

export const events: SeedEvent[] = [...pastEvents, ...comingEvents];

export const eventSeries = [
  {
    key: "user-group",
    name: "ミオツク ユーザー会",
    description: "およそ半年に3回、使い方と成果を持ち寄る会です。会場とオンラインで開きます。",
  },
];

/** Companies that have not come to any meeting yet. */
export const neverCame = ["kaede", "kotori", "midorino", "shirasagi", "midorigaoka"];

/** What people say in surveys, by how they felt; chosen anew for each answer. */
export const surveyWords = {
  nextSteps: [
    "フォームの項目を1つ減らしてみます",
    "明日の朝会で録画を見せます",
    "上司に見せる数字を3つに絞ります",
    "シナリオを1本だけ作ってみます",
    "同じ業種の方に連絡してみます",
    "",
    "権限の表を作り直します",
    "",
  ],
  comments: [
    "実際の画面が見られたのがよかったです。",
    "もう少し質問の時間がほしかったです。",
    "同じ悩みの会社があると分かって安心しました。",
    "",
    "音声が少し聞き取りにくかったです。",
    "",
    "登壇者の方の失敗談がいちばん役に立ちました。",
    "",
  ],
} as const;

/** What applicants answer to questions of an event in free words. */
export const applicantWords = [
  "https://www.example.com/contact の離脱が多く困っています。",
  "部署ごとに見せる範囲を分けたいです。",
  "最初に何から手をつければよいか知りたいです。",
  "上司に説明する資料の作り方を聞きたいです。",
  "入力項目が多いと言われていますが、減らす理由を説明できません。",
];
