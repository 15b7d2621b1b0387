import type source from "../ja/organising.ts";
import type { Translation } from "../translation.ts";

export default {
  "new.title": "Create an event",
} satisfies Translation<typeof source>;
