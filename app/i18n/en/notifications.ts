import type source from "../ja/notifications.ts";
import type { Translation } from "../translation.ts";

export default {
  title: "Notifications",
  lead: "What happened to your questions and to those you watch.",
  today: "Today",
  yesterday: "Yesterday",
  unread: "Unread",
  markRead: "Mark as read",
  markReadOf: "Mark the notification about “{{title}}” as read",
  markAllRead: "Mark all as read",
  allRead: "All notifications are marked as read.",
  someone: "A former member",

  "kind.question-asked": "{{actor}} asked a question on a topic you follow",
  "kind.question-answered": "{{actor}} answered",
  "kind.answer-accepted": "{{actor}} accepted your answer",
  "kind.commented": "{{actor}} commented",
  "kind.mentioned": "{{actor}} mentioned you",
  "kind.information-requested": "{{actor}} asks for more information",
  "kind.question-closed": "{{actor}} closed the question",
  "kind.routed": "A question that you may be able to answer",
  "kind.handed-over": "{{actor}} hands a question over to you",
  "kind.taken": "{{actor}} takes care of your question",
  "kind.take-lapsed": "A question you took still waits for an answer; others are asked too now",
  "kind.queued": "A question nobody took has reached the CS queue",
  "kind.nudge-acceptance": "Did the answers help? If so, accept the one that solved it",
  "kind.nudge-information": "Somebody who wants to help waits for more information from you",
  "kind.presumed-solved":
    "Closed as presumed solved after a quiet time. You can reopen it any time",
  "kind.review-due": "Your answer is past its review date: is it still right?",

  "empty.title": "No notifications yet",
  "empty.text":
    "You will hear here when your question is answered, and when someone comments or mentions you. Watch a question to hear about it too.",
  "empty.action": "Browse questions",
} satisfies Translation<typeof source>;
