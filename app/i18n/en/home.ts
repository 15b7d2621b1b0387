import type source from "../ja/home.ts";
import type { Translation } from "../translation.ts";

export default {
  "visitor.title": "Stuck? Customers help each other out",
  "visitor.lead":
    "A community where people who use {{vendor}} ask, and certified supporters and CS staff answer.",
  "visitor.leadPlain":
    "A community where customers ask, and certified supporters and CS staff answer.",
  "visitor.browse": "Browse questions",
  "visitor.join": "Join the community",
  "visitor.step.ask": "Ask",
  "visitor.step.ask.text": "See similar questions as you type, and add a picture of your screen.",
  "visitor.step.answer": "Experienced users answer",
  "visitor.step.answer.text": "People who use the same product, and the vendor's CS staff.",
  "visitor.step.share": "The solution stays",
  "visitor.step.share.text": "Accepted answers are a short cut for whoever gets stuck next.",
  "solved.title": "Solved lately",
  "solved.all": "All solved questions",
  "solved.empty": "Solved questions will appear here.",
  "member.title": "Hello, {{name}}",
  "member.mine": "Your unsolved questions",
  "member.mine.empty.title": "None of your questions is waiting",
  "member.mine.empty.text": "Whenever you are stuck, ask.",
  "member.areas": "Waiting for an answer in your areas",
  "member.areas.empty.title": "No question is waiting for an answer",
  "member.areas.empty.text":
    "Choose your product areas in your profile, and their questions appear here.",
  "member.areas.choose": "Choose your areas",
  "member.all": "Show all",
} satisfies Translation<typeof source>;
