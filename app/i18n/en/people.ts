import type source from "../ja/people.ts";
import type { Translation } from "../translation.ts";

export default {} satisfies Translation<typeof source>;
