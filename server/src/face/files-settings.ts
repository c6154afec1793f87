import { join } from "node:path";
import type { S3Place } from "#kernel/files/s3-files";

/** Where photos lie: in a folder of this machine, or in a bucket. */
export type FilesPlace = { folder: string } | S3Place;

const names = ["BUCKET", "ENDPOINT", "REGION", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY"] as const;
type Given = Partial<Record<(typeof names)[number], string>>;

export function filesPlaceOf(dataFolder: string, env: NodeJS.ProcessEnv): FilesPlace {
  const given: Given = Object.fromEntries(
    names.flatMap((name) => (env[`MAPLE_S3_${name}`] ? [[name, env[`MAPLE_S3_${name}`]!]] : [])),
  );
  if (Object.keys(given).length === 0) return { folder: join(dataFolder, "files") };
  const endpoint = given.ENDPOINT && endpointOf(given.ENDPOINT);
  return {
    bucket: bucketOf(required(given, "BUCKET")),
    endpoint,
    region: endpoint === undefined ? required(given, "REGION") : (given.REGION ?? "us-east-1"),
    accessKeyId: required(given, "ACCESS_KEY_ID"),
    secretAccessKey: required(given, "SECRET_ACCESS_KEY"),
  };
}

function required(given: Given, name: (typeof names)[number]): string {
  const value = given[name];
  if (value !== undefined) return value;
  const others = Object.keys(given).map((other) => `MAPLE_S3_${other}`);
  throw new Error(`MAPLE_S3_${name} is not set; ${others.join(", ")} can't do without it.`);
}

function bucketOf(text: string): string {
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text)) return text;
  throw new Error(`MAPLE_S3_BUCKET is ${text}, which is no name of a bucket.`);
}

function endpointOf(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new Error(`MAPLE_S3_ENDPOINT is ${text}; it must be an address that begins with http:// or https://.`);
}
