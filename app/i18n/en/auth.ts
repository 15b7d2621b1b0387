import type source from "../ja/auth.ts";
import type { Translation } from "../translation.ts";

export default {} satisfies Translation<typeof source>;
