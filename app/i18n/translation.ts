/**
 * The shape an English dictionary must have: every Japanese key, where a key that counts may
 * split into the plural forms `…_one` and `…_other`.
 */
export type Translation<Source> = {
  [Key in keyof Source & string as HasPlural<Source[Key]> extends true
    ? `${Key}_one` | `${Key}_other`
    : Key]: string;
};

type HasPlural<Text> = Text extends `${string}{{count}}${string}` ? true : false;
