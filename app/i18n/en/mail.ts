import type source from "../ja/mail.ts";
import type { Translation } from "../translation.ts";

export default {} satisfies Translation<typeof source>;
