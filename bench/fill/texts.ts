import { renderMarkdown } from "#app/lib/markdown/render.ts";
import { searchVectorText } from "#app/questions/search-terms.ts";
import { people, questions } from "#db/seed/content/index.ts";
import { SIZES } from "./sizes.ts";

/** A rendered text; `vector` is what search finds it by, a tsvector in text form. */
export type Text = { source: string; html: string; text: string; version: number; vector: string };
export type Title = { title: string; vector: string; tags: string; area: string };

const CIRCUMSTANCES = [
  "",
  "導入したばかりです：",
  "先週の更新のあと、",
  "スマートフォンで、",
  "営業部から相談：",
  "月初の締め作業で、",
  "複数の拠点がある場合、",
  "子会社の環境で、",
  "取り込んだデータだけ、",
  "管理者を引き継いだら、",
  "急ぎです。",
  "検証環境では動くのに、",
  "社外の方にも見せたいので、",
  "夜間だけ、",
  "一部の人だけ、",
  "人数が多い部署で、",
  "本番公開の前に確認：",
  "他社の事例も知りたいです。",
  "説明会で聞かれました。",
  "古い端末で、",
  "年度の切り替えで、",
  "手順書を作っています。",
  "教育担当から：",
  "Excelで管理していたものを移したら、",
  "新しい画面にしてから、",
  "英語表示の人だけ、",
  "権限を絞った利用者で、",
  "件数が1万を超えたら、",
  "委託先と使う場合、",
  "初歩的な質問ですが、",
  "自動処理と合わせたいのですが、",
  "同じ名前の項目があるとき、",
  "店舗ごとに分けたい：",
  "監査で求められました。",
  "二重に届くことがあり、",
  "キャンペーン期間中に、",
  "過去の分もさかのぼって、",
  "戻し方も知りたいです。",
  "テンプレートを使わずに、",
  "一括で行うときに、",
];

const LISTS = [
  "\n\n試したこと：\n\n- 画面の再読み込み\n- 別のブラウザー\n- 権限を外して付け直す",
  "\n\n```\nstatus: 422\nfield: updated_at\nreason: invalid_format\n```",
  "\n\n1. 設定の画面を開く\n2. 「詳細」を押す\n3. 保存して、**5分ほど**待つ",
  "\n\n| 項目 | 値 |\n|---|---|\n| 件数 | 1,240 |\n| 形式 | UTF-8 |",
  "",
  "",
];

/** The titles of all questions: those of the demo community, each under many circumstances. */
export function titles(): Title[] {
  return Array.from({ length: SIZES.questions }, (_, index) => {
    const question = at(questions, index);
    const circumstance = at(CIRCUMSTANCES, Math.floor(index / questions.length));
    const repeat = Math.floor(index / (questions.length * CIRCUMSTANCES.length));
    const title = `${circumstance}${question.title}${repeat > 0 ? `（その${repeat + 1}）` : ""}`;
    const { tags, area } = question;
    return { title, vector: searchVectorText({ title, text: "" }), tags: tags.join(" "), area };
  });
}

/** Texts from one to several paragraphs long, some with code, lists and tables. */
export function questionTexts(): Promise<Text[]> {
  return render(mixed(questions.map(({ body }) => body)));
}

export function answerTexts(): Promise<Text[]> {
  return render(mixed(questions.flatMap(({ answers }) => answers.map(({ body }) => body))));
}

export function commentTexts(): Promise<Text[]> {
  const comments = questions.flatMap((question) => [
    ...(question.comments ?? []),
    ...question.answers.flatMap((answer) => answer.comments ?? []),
  ]);
  return render(comments.map(({ body }) => body));
}

/** Family names and given names with their readings, to be combined. */
export function nameParts(): { family: string[][]; given: string[][] } {
  const parts = people
    .filter(({ name, reading }) => name.includes(" ") && reading.includes(" "))
    .map(({ name, reading }) => ({ name: name.split(" "), reading: reading.split(" ") }));
  return {
    family: parts.map(({ name, reading }) => [name[0] ?? "", reading[0] ?? ""]),
    given: parts.map(({ name, reading }) => [name[1] ?? "", reading[1] ?? ""]),
  };
}

/** Each text alone and again with one to four others after it, in an order that is always the same. */
function mixed(bodies: string[]): string[] {
  const longer = bodies.map((body, index) => {
    const more = Array.from({ length: 1 + (index % 4) }, (_, step) =>
      at(bodies, index * 7 + (step + 1) * 31),
    );
    return [body, ...more].join("\n\n") + at(LISTS, index);
  });
  return [...bodies, ...longer];
}

function render(sources: string[]): Promise<Text[]> {
  return Promise.all(
    [...new Set(sources)].map(async (source) => {
      const rendered = await renderMarkdown(source);
      if (!rendered.ok) throw new Error(`${rendered.reason}: ${source.slice(0, 80)}`);
      const { html, text, version } = rendered;
      return { source, html, text, version, vector: searchVectorText({ title: "", text }) };
    }),
  );
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
