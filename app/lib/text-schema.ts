import { z } from "zod";
import { cleanLine, cleanText, lengthOf } from "./clean-text.ts";

type Rules = {
  /** In characters as people count them. */
  max: number;
  tooLong: (lengths: { max: number; length: number }) => string;
  /** What to say when nothing is left; without it the field may be empty. */
  missing?: string;
};

/** A field for one line of text, cleaned; empty input gives the empty string. */
export function lineSchema(rules: Rules) {
  return cleaned(cleanLine, rules);
}

/** A field for text of several lines, cleaned; empty input gives the empty string. */
export function textSchema(rules: Rules) {
  return cleaned(cleanText, rules);
}

function cleaned(clean: (input: string) => string, { max, tooLong, missing }: Rules) {
  return z
    .string()
    .default("")
    .transform((input, context) => {
      const text = clean(input);
      const length = lengthOf(text);
      if (text === "" && missing !== undefined) {
        context.addIssue({ code: "custom", message: missing });
      } else if (length > max) {
        context.addIssue({ code: "custom", message: tooLong({ max, length }) });
      }
      return text;
    });
}
