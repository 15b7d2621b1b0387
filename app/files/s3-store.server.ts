import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import type { FileStore } from "./file-store.server.ts";

type Bucket = { bucket: string; region: string; endpoint?: string };

/**
 * Keeps files in an S3 bucket, or one that speaks the same protocol at `endpoint`. Credentials
 * come from where the AWS SDK looks for them (environment, profile, instance role).
 */
export function s3Store(
  { bucket, region, endpoint }: Bucket,
  overrides: S3ClientConfig = {},
): FileStore {
  const client = new S3Client({
    region,
    // Servers other than Amazon's rarely have a host name for each bucket.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...overrides,
  });
  const at = (key: string) => ({ Bucket: bucket, Key: `files/${key}` });
  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ ...at(key), Body: bytes }));
    },

    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)));
        return Body?.transformToWebStream();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    async delete(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}
