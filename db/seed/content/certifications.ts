import type { RequirementKind } from "../../vocabulary.ts";

type Requirement = { kind: RequirementKind; threshold: number; withinMonths: number | null };

export type SeedCertification = {
  slug: string;
  level: number;
  nameJa: string;
  nameEn: string;
  summaryJa: string;
  summaryEn: string;
  perksJa: string;
  perksEn: string;
  requirements: Requirement[];
  needsSecondReviewer?: boolean;
  rubric?: { ja: string; en: string; points: number }[];
  rubricPass?: number;
  renewalAnswers: number;
};

/** The three steps of the demo programme, the first one first. */
export const certifications: SeedCertification[] = [
  {
    slug: "associate",
    level: 1,
    nameJa: "ミオツク アソシエイト",
    nameEn: "Miotsuku Associate",
    summaryJa:
      "日々の運用でつまずきやすいところを、ほかの企業の方に自分の言葉で説明できる方を認定します。",
    summaryEn: "For people who can explain to others where everyday work tends to get stuck.",
    perksJa: "回答に認定マークが付きます\n認定者どうしの相談の場に参加できます",
    perksEn: "A mark on your answers\nThe supporters' own round",
    requirements: [
      { kind: "accepted-answers", threshold: 2, withinMonths: 12 },
      { kind: "helpful-votes", threshold: 3, withinMonths: 12 },
      { kind: "months-active", threshold: 2, withinMonths: 12 },
      { kind: "exam", threshold: 1, withinMonths: null },
    ],
    renewalAnswers: 3,
  },
  {
    slug: "professional",
    level: 2,
    nameJa: "ミオツク プロフェッショナル",
    nameEn: "Miotsuku Professional",
    summaryJa:
      "領域をまたぐ相談を整理し、相手の業務に合ったやり方を一緒に組み立てられる方を認定します。",
    summaryEn:
      "For people who sort out questions across areas and find what fits the other's work.",
    perksJa:
      "ペアセッションを開いて、ほかの企業の方を直接手伝えます\n新機能の先行説明会に招待します\nユーザー会で登壇する機会があります",
    perksEn:
      "Host pair sessions for people of other companies\nPreviews of new features\nA place to speak at user-group meetings",
    requirements: [
      { kind: "accepted-answers", threshold: 5, withinMonths: 12 },
      { kind: "helpful-votes", threshold: 10, withinMonths: 12 },
      { kind: "events-attended", threshold: 2, withinMonths: 12 },
      { kind: "exam", threshold: 1, withinMonths: null },
      { kind: "practical", threshold: 1, withinMonths: null },
    ],
    rubric: [
      { ja: "相手の業務を踏まえている", en: "Starts from the other's work", points: 10 },
      { ja: "手順が再現できる", en: "Steps can be repeated", points: 10 },
      { ja: "つまずきへの備えがある", en: "Prepares for what goes wrong", points: 5 },
    ],
    rubricPass: 18,
    renewalAnswers: 5,
  },
  {
    slug: "meister",
    level: 3,
    nameJa: "ミオツク マイスター",
    nameEn: "Miotsuku Meister",
    summaryJa:
      "自社で成果を上げ、その道のりをほかの企業に語れる方を認定します。コミュニティの手本です。",
    summaryEn: "For people whose own results, and the way there, are an example to the community.",
    perksJa: "製品チームと直接話す場を四半期ごとに設けます\n活用事例として紹介します",
    perksEn: "A quarterly talk with the product team\nPresented as a case study",
    requirements: [
      { kind: "accepted-answers", threshold: 8, withinMonths: 12 },
      { kind: "success-presentations", threshold: 1, withinMonths: 24 },
      { kind: "months-active", threshold: 4, withinMonths: 12 },
      { kind: "practical", threshold: 1, withinMonths: null },
    ],
    needsSecondReviewer: true,
    rubric: [
      { ja: "成果が数字で示されている", en: "Shows results in figures", points: 10 },
      { ja: "ほかの企業が応用できる", en: "Others can apply it", points: 10 },
    ],
    rubricPass: 15,
    renewalAnswers: 8,
  },
];

/** What applicants say about themselves, in the order in which demo people take them. */
export const statements = [
  "フォームとメールの質問を中心に、運用の手順を画面の順に書くよう心がけてきました。これからは自動化の質問にも答えていきます。",
  "自分がつまずいたところを、次の方が同じように悩まないように書いてきました。",
  "社内の問い合わせ対応の経験を生かして、月に数件ずつ答えています。",
  "レポートの読み方で困っている方が多いので、例を添えて説明するようにしています。",
];

/** Work handed in for a practical. */
export const works = [
  { title: "資料請求フォームの見直し手順", url: "https://example.com/form-review" },
  { title: "休眠顧客への配信シナリオ", url: "https://example.com/scenario" },
];

/** Where people were outside the portal. */
export const contributions = [
  { kind: "event-attendance", title: "春の東京ユーザー会", days: 210 },
  { kind: "event-attendance", title: "フォーム改善の勉強会", days: 120 },
  { kind: "event-attendance", title: "秋の大阪ユーザー会", days: 40 },
  { kind: "success-presentation", title: "資料請求が2倍になるまで", days: 95 },
  { kind: "talk", title: "秋の大阪ユーザー会 事例セッション", days: 40 },
] as const;
