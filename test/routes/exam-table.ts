import {
  type Answer,
  type Answers,
  type Entry,
  form,
  members,
  page,
  scripts,
  staff,
  staffOf,
  verb,
} from "./entries.ts";

/** An attempt belongs to `member`; for everybody else it does not exist. */
const candidate = (answer: Answer): Answers => ({ ...members(404), member: answer });

const ofAttempt = (rest: string, answers: Pick<Entry, "get" | "post" | "form">): Entry => ({
  at: ({ exam }) => `/exam-attempts/${exam.attemptId}${rest}`,
  ...answers,
});
const ofItem = (rest: string, get?: Answers, post?: Answers): Entry =>
  staffOf(({ exam }) => `/staff/exam-items/${exam.itemId}${rest}`, get, post);
const ofExam = (rest: string, get?: Answers, post?: Answers): Entry =>
  staffOf(({ exam }) => `/staff/exams/${exam.examId}${rest}`, get, post);

/** What the routes of exams answer to whom. */
export const EXAMS: Record<string, Entry> = {
  "exams.$slug": { at: ({ exam }) => `/exams/${exam.slug}`, get: members(200) },
  // Those who may not begin are led back, and told why.
  "exams.$slug_.attempts": { at: ({ exam }) => `/exams/${exam.slug}/attempts`, post: members(302) },
  "exam-attempts.$attemptId": ofAttempt("", { get: candidate(200) }),
  "exam-attempts.$attemptId_.questions.$position": ofAttempt("/questions/1", {
    get: candidate(200),
    post: candidate(302),
    form: () => ({ revision: "0", to: "2" }),
  }),
  "exam-attempts.$attemptId_.questions.$position_.answer": ofAttempt("/questions/1/answer", {
    post: { ...scripts(404), member: 200 },
    form: () => ({ revision: "0" }),
  }),
  "exam-attempts.$attemptId_.hand-in": {
    at: ({ exam }) => `/exam-attempts/${exam.otherAttemptId}/hand-in`,
    post: candidate(302),
  },

  "staff.exam-items._index": page("/staff/exam-items", staff(200)),
  "staff.exam-items[.]csv": page("/staff/exam-items.csv", staff(200)),
  "staff.exam-items.new": form("/staff/exam-items/new", staff(200), staff(400)),
  "staff.exam-items.imports": verb("/staff/exam-items/imports", staff(302)),
  "staff.exam-items.imports.new": form("/staff/exam-items/imports/new", staff(200), staff(400)),
  "staff.exam-items.$itemId": ofItem("", staff(200)),
  "staff.exam-items.$itemId_.edit": ofItem("/edit", staff(200), staff(400)),
  "staff.exam-items.$itemId_.retirement": verb("/staff/exam-items/999999/retirement", staff(404)),
  "staff.exam-items.$itemId_.retirement_.removal": ofItem(
    "/retirement/removal",
    undefined,
    staff(302),
  ),
  "staff.exams._index": page("/staff/exams", staff(200)),
  "staff.exams.new": form("/staff/exams/new", staff(200), staff(400)),
  "staff.exams.$examId": ofExam("", staff(200), staff(400)),
  "staff.exams.$examId_.preview": ofExam("/preview", staff(200)),
  "staff.exams.$examId_.retirement": verb("/staff/exams/999999/retirement", staff(404)),
  "staff.exams.$examId_.retirement_.removal": ofExam("/retirement/removal", undefined, staff(302)),
};
