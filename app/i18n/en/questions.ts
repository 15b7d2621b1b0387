import type source from "../ja/questions.ts";
import type { Translation } from "../translation.ts";

export default {} satisfies Translation<typeof source>;
