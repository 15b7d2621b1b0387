import type source from "../ja/points.ts";
import type { Translation } from "../translation.ts";

export default {
  title: "Points of {{name}}",
  "title.own": "Your points",
  total: "Total",
  points_one: "{{count}} point",
  points_other: "{{count}} points",
  "rules.title": "How points are counted",
  "rules.purpose":
    "Points are evidence for an application to become certified. They serve nothing else, and nobody is ranked by them.",
  "rules.values":
    "An answer chosen as the best one counts {{accepted}} points, a “helpful” on an answer {{helpful}} points.",
  "rules.cap":
    "A day counts {{cap}} points at most, from midnight to midnight in Japan. Best answers are counted first, then the earlier before the later; what goes beyond the limit counts nothing.",
  "rules.organisation":
    "Best answers and “helpful” from people of the same company count nothing, nor do answers to one’s own questions.",
  "rules.back":
    "When a choice or a vote is withdrawn, or an answer or question is deleted, its points are taken back.",
  list: "Entries of points",
  day: "Day",
  what: "What",
  why: "Why",
  amount: "Points",
  recordedOn: "Recorded {{date}}",
  "reason.accepted-answer": "Best answer",
  "reason.helpful-vote": "Helpful",
  "question.gone": "An answer to a question that cannot be shown now",
  from: "From {{name}}",
  "explanation.earned.accepted-answer": "The answer was chosen as the best one.",
  "explanation.earned.helpful-vote": "Somebody found the answer helpful.",
  "explanation.capped":
    "The limit of the day was reached: of {{value}} points, {{counts}} are counted.",
  "explanation.own-question":
    "Counts nothing: an answer to one’s own question, or chosen by oneself.",
  "explanation.same-organisation": "Counts nothing: it came from somebody of the same company.",
  "explanation.ring": "Counts nothing: the two were found to vote for each other.",
  "explanation.not-counted": "Counts nothing, as a check of the figures found.",
  "explanation.taken-back.accepted-answer":
    "Taken back: no longer the best answer, or the answer or question was deleted.",
  "explanation.taken-back.helpful-vote":
    "Taken back: the vote was withdrawn, or the answer or question was deleted.",
  "explanation.corrected": "Counted anew: of {{value}} points, {{counts}} are counted now.",
  "empty.title": "No points yet",
  "empty.text":
    "When an answer is chosen as the best one, or somebody finds it helpful, it is recorded here.",
  "empty.action": "See questions that wait for an answer",

  "rings.title": "Reciprocal votes",
  "rings.lead":
    "Pairs who mark each other’s answers as helpful: at least {{votes}} times each way within 90 days, and at least {{share}}% of all the votes each of them gave. Until somebody has looked into it, votes between the two give no points. They are not told.",
  "rings.tabs": "State of reciprocal votes",
  "rings.tab.open": "To look into",
  "rings.tab.dismissed": "Found harmless",
  "rings.list": "Pairs with reciprocal votes",
  "rings.pair": "Pair",
  "rings.votes": "Votes for each other",
  "rings.votes.text": "{{name}}: {{votes}} of {{given}}",
  "rings.foundAt": "Found",
  "rings.ledger": "Points",
  "rings.dismiss": "Find harmless",
  "rings.dismissed": "Decision",
  "rings.dismissedBy": "{{name}} ({{date}})",
  "rings.empty.open": "No pair waits to be looked into",
  "rings.empty.open.text": "Votes are examined every night.",
  "rings.empty.dismissed": "No pair has been found harmless",
  "dismissal.title": "Find the votes of {{first}} and {{second}} harmless",
  "dismissal.lead":
    "Votes between the two give points again. If later votes pass the thresholds, the pair will be found anew.",
  "dismissal.reason": "Why you think so",
  "dismissal.reason.hint": "Only CS staff see it. It is kept in the audit log.",
  "dismissal.reason.missing": "Please give a reason.",
  "dismissal.tooLong": "Please use at most {{max}} characters (now {{length}}).",
  "dismissal.submit": "Find harmless",
  "dismissal.done": "Votes between {{first}} and {{second}} give points again.",
  "dismissal.already": "This pair has been found harmless already.",
} satisfies Translation<typeof source>;
