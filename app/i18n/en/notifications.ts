import type source from "../ja/notifications.ts";
import type { Translation } from "../translation.ts";

export default {} satisfies Translation<typeof source>;
