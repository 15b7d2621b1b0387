declare module "@digitalbazaar/vc-bitstring-status-list" {
  type Document = Record<string, unknown>;
  /** `verified` says that the list can be trusted; `status` of an entry that its bit is set. */
  export function checkStatus(options: {
    credential: Document;
    suite: object;
    documentLoader: (url: string) => Promise<unknown>;
  }): Promise<{ verified: boolean; error?: Error; results?: { status: boolean }[] }>;
  export function decodeList(options: {
    encodedList: string;
  }): Promise<{ length: number; getStatus(index: number): boolean }>;
}

declare module "@digitalbazaar/multikey-context" {
  const multikey: { contexts: Map<string, object> };
  export default multikey;
}

declare module "did-context" {
  const did: { contexts: Map<string, object> };
  export default did;
}
