import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { type FileStore, mostFileBytes, placeOf } from "./file-store.ts";

export interface S3Place {
  bucket: string;
  /** Of a service other than Amazon's. */
  endpoint: string | undefined;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface S3Files extends FileStore {
  /** Throws where the bucket can't be reached with the keys. */
  assertReached(): Promise<void>;
  close(): void;
}

/** Files in a bucket of S3, or of what speaks its protocol. */
export function s3Files({ bucket: Bucket, endpoint, region, ...credentials }: S3Place): S3Files {
  const client = new S3Client({
    region,
    credentials,
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    // Not every such service knows the newer checksums; what comes back is compared with its digest anyway.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return {
    async put(bureauId, digest, bytes, abortSignal) {
      const Key = placeOf(bureauId, digest);
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key,
          Body: bytes,
          ContentLength: bytes.length,
          ContentType: "application/octet-stream",
        }),
        { abortSignal },
      );
    },
    async get(bureauId, digest, abortSignal) {
      const command = new GetObjectCommand({ Bucket, Key: placeOf(bureauId, digest) });
      const found = await client.send(command, { abortSignal }).catch(nullWhereAbsent);
      if (!found?.Body) return null;
      if ((found.ContentLength ?? 0) > mostFileBytes)
        throw new Error("A file of the store is larger than any that was put.");
      return Buffer.from(await found.Body.transformToByteArray());
    },
    async has(bureauId, digest, abortSignal) {
      const command = new HeadObjectCommand({ Bucket, Key: placeOf(bureauId, digest) });
      return (await client.send(command, { abortSignal }).catch(nullWhereAbsent)) !== null;
    },
    async delete(bureauId, digest, abortSignal) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: placeOf(bureauId, digest) }), { abortSignal });
    },
    async assertReached() {
      try {
        await client.send(new HeadBucketCommand({ Bucket }), { abortSignal: AbortSignal.timeout(15_000) });
      } catch (error) {
        const at = endpoint ?? "Amazon S3";
        const { name, message } = error as Error;
        throw new Error(`The bucket ${Bucket} at ${at} can't be reached with the keys given: ${name} ${message}`, {
          cause: error,
        });
      }
    },
    close: () => client.destroy(),
  };
}

function nullWhereAbsent(error: unknown): null {
  if (error instanceof NoSuchKey || error instanceof NotFound) return null;
  throw error;
}
