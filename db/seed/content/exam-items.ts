import { items as a } from "./exam-items-a.ts";
import { items as b } from "./exam-items-b.ts";
import { items as c } from "./exam-items-c.ts";
import type { SeedExamItem } from "./types.ts";

/** The question bank: five items for each of eight product areas. */
export const examItems: SeedExamItem[] = [...a, ...b, ...c];
