import type source from "../ja/staff.ts";
import type { Translation } from "../translation.ts";

export default {} satisfies Translation<typeof source>;
