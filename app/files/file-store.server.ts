import { currentConfig } from "#app/lib/current-config.server.ts";
import { localStore } from "./local-store.server.ts";

/** Where the bytes of stored files lie. Keys are our own random words, never given names. */
export type FileStore = {
  /** Stores the whole or nothing. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes as a stream; undefined when nothing is stored under the key. */
  get(key: string): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Removing what is not there is no error. */
  delete(key: string): Promise<void>;
};

let store: Promise<FileStore> | undefined;

/** The store that the settings name: an S3 bucket, else a folder below DATA_DIR. */
export function fileStore(): Promise<FileStore> {
  store ??= openStore();
  return store;
}

async function openStore(): Promise<FileStore> {
  const { s3, dataDir } = currentConfig();
  if (!s3) return localStore(`${dataDir}/files`);
  // Loaded only where it is used: the client is large.
  const { s3Store } = await import("./s3-store.server.ts");
  return s3Store(s3);
}
