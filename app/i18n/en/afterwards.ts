import type source from "../ja/afterwards.ts";
import type { Translation } from "../translation.ts";

export default {
  "survey.title": "Survey",
} satisfies Translation<typeof source>;
