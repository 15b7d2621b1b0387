import type source from "../ja/registrations.ts";
import type { Translation } from "../translation.ts";

export default {
  "apply.title": "Apply to take part",
} satisfies Translation<typeof source>;
