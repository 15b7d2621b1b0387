import type source from "../ja/organisations.ts";
import type { Translation } from "../translation.ts";

export default {} satisfies Translation<typeof source>;
