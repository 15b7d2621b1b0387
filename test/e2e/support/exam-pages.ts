import type { Page } from "@playwright/test";
import { EXAM, type ExamPlaces } from "./exams.ts";
import type { Visit } from "./pages.ts";

const by =
  (as: string) =>
  (path: string, then?: Visit["then"]): Visit => ({ path, as, then });
const member = by("member");
const staff = by("staff");

/** Every page of exams, visited by those to whom it looks different. */
export function examPages(places: ExamPlaces): Record<string, Visit[]> {
  const question = (position: number) => `/exam-attempts/${places.open}/questions/${position}`;
  return {
    "exams.$slug.tsx": [
      member(`/exams/${EXAM}`),
      by("lead")(`/exams/${EXAM}`),
      by("supporter")(`/exams/${EXAM}`),
      member("/exams/supporter-renewal"),
    ],
    "exam-attempts.$attemptId.tsx": [
      member(`/exam-attempts/${places.open}`, openDialog),
      member(`/exam-attempts/${places.failed}`),
      by("supporter")(`/exam-attempts/${places.passed}`),
    ],
    "exam-attempts.$attemptId_.questions.$position.tsx": [1, 2, 3].map((position) =>
      member(question(position)),
    ),
    "staff.exam-items._index.tsx": [
      staff("/staff/exam-items"),
      staff("/staff/exam-items?figures=flagged"),
      staff("/staff/exam-items?q=ソンナモンダイハナイ"),
    ],
    "staff.exam-items.$itemId.tsx": [
      staff(`/staff/exam-items/${places.flaggedItem}`),
      staff(`/staff/exam-items/${places.revisedItem}`),
      staff(`/staff/exam-items/${places.orderItem}`),
    ],
    "staff.exam-items.$itemId_.edit.tsx": [staff(`/staff/exam-items/${places.orderItem}/edit`)],
    "staff.exam-items.new.tsx": [
      staff("/staff/exam-items/new"),
      staff("/staff/exam-items/new", sendEmpty),
    ],
    "staff.exam-items.imports.new.tsx": [
      staff("/staff/exam-items/imports/new"),
      staff("/staff/exam-items/imports/new", checkFile(WRONG)),
      staff("/staff/exam-items/imports/new", checkFile(RIGHT)),
    ],
    "staff.exams._index.tsx": [staff("/staff/exams")],
    "staff.exams.$examId.tsx": [staff("/staff/exams/1")],
    "staff.exams.$examId_.preview.tsx": [staff("/staff/exams/2/preview")],
    "staff.exams.new.tsx": [staff("/staff/exams/new")],
  };
}

const HEAD = "code,area,kind,locale,stem,option_1,option_2,correct";
const WRONG = `${HEAD}\nforms-01,nowhere,choice,ja,どれですか,はい,いいえ,3\n`;
const RIGHT = `${HEAD}\nforms-99,forms,single,ja,どれですか,はい,いいえ,1\n`;

const checkFile = (text: string) => async (page: Page) => {
  const file = { name: "items.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel(/^(CSVファイル|CSV file)$/).setInputFiles(file);
  await page.getByRole("button", { name: /内容を確かめる|Check the file/ }).click();
  await page
    .getByRole("heading", { name: /取り込めない行|cannot|確かめた結果|What was/ })
    .waitFor();
};

async function openDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(提出する|Hand in)$/ }).click();
  await page.getByRole("dialog").waitFor();
}

async function sendEmpty(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: /^(コード|Code)/ }).fill("あ");
  await page.getByRole("button", { name: /^(問題を追加する|Add the question)$/ }).click();
  await page.getByRole("alert").waitFor();
}
