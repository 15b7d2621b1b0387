import type source from "../ja/home.ts";
import type { Translation } from "../translation.ts";

export default {} satisfies Translation<typeof source>;
