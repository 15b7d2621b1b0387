import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/** The CSP nonce of this response, known on the server only. */
export const NonceProvider = NonceContext.Provider;
export const useNonce = () => useContext(NonceContext);
