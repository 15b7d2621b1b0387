import type { TFunction } from "i18next";
import { createContext, useContext } from "react";
import type { Namespace } from "./namespaces.ts";
import type { Texts } from "./texts.ts";

const TextsContext = createContext<Texts | undefined>(undefined);

/** Gives the texts of the reader's language to everything below it. */
export const TextsProvider = TextsContext.Provider;

type Namespaces = readonly [Namespace, ...Namespace[]];
type Translation<N extends Namespace | Namespaces> = {
  t: TFunction<N extends Namespace ? [N] : N>;
  i18n: Texts;
};

/**
 * The texts of a component: `t` looks keys up in the first of the namespaces (`common` when none is
 * named) and in the others by `ns:key`. Suspends while one of them is still being fetched.
 */
export function useTranslation<const N extends Namespace | Namespaces = "common">(
  namespaces?: N,
): Translation<N> {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error("useTranslation needs a TextsProvider around it");
  const list: readonly Namespace[] =
    typeof namespaces === "object" ? namespaces : [namespaces ?? "common"];
  for (const namespace of list) if (!texts.isLoaded(namespace)) throw texts.load(namespace);
  const t = texts.translator(list[0] ?? "common");
  return { t: t as unknown as Translation<N>["t"], i18n: texts };
}
