import type source from "../ja/settings.ts";
import type { Translation } from "../translation.ts";

export default {} satisfies Translation<typeof source>;
