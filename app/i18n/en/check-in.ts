import type source from "../ja/check-in.ts";
import type { Translation } from "../translation.ts";

export default {
  "desk.title": "Check-in",
} satisfies Translation<typeof source>;
