import type { TFunction } from "i18next";
import { COUNTED_KINDS } from "../requirements/requirements.ts";
import { RUBRIC_ROWS } from "./rubric-rows.ts";

/** The names of the form's fields, by field. */
export function definitionLabels(t: TFunction<["certification"]>): Record<string, string> {
  const labels: Record<string, string> = {
    slug: t("form.slug"),
    level: t("form.level"),
    nameJa: t("form.nameJa"),
    nameEn: t("form.nameEn"),
    summaryJa: t("form.summaryJa"),
    summaryEn: t("form.summaryEn"),
    perksJa: t("form.perksJa"),
    perksEn: t("form.perksEn"),
    examId: t("form.exam"),
    practical: t("form.practical"),
    second: t("form.second"),
    rubricPass: t("form.rubricPass"),
    termMonths: t("form.term"),
    graceDays: t("form.grace"),
    renewalExamId: t("form.renewalExam"),
    renewalAnswers: t("form.renewalAnswers"),
  };
  for (const kind of COUNTED_KINDS) {
    labels[`amount-${kind}`] = t("form.threshold", { kind: t(`kind.${kind}`) });
    labels[`months-${kind}`] = t("form.months", { kind: t(`kind.${kind}`) });
  }
  for (const n of RUBRIC_ROWS) {
    labels[`rubricJa${n}`] = t("form.rubric.ja", { n });
    labels[`rubricEn${n}`] = t("form.rubric.en", { n });
    labels[`rubricPoints${n}`] = t("form.rubric.points", { n });
  }
  return labels;
}
