import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What our store asks of S3, and no more, over real sockets: put, get, head and delete of objects, head of a bucket, path style, the
 * errors in its XML, and signatures (version 4) that are worked out anew. No S3-compatible server that is looked after is to be
 * had as a package of npm.
 */
export interface S3Server {
  endpoint: string;
  objects: Map<string, Buffer>;
  /** For the next request only: what goes wrong. */
  failNext(how: "hangs" | "breaks"): void;
  /** Bytes that nobody put there. */
  spoil(key: string): void;
  close(): Promise<void>;
}

interface Keys {
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export async function startS3(keys: Keys): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const failures: string[] = [];
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = await bodyOf(request);
    const failure = failures.shift();
    if (failure === "hangs") return;
    if (failure === "breaks") return void request.socket.destroy();
    if (!isSigned(request, body, keys)) return refuse(response, 403, "SignatureDoesNotMatch");
    const path = decodeURIComponent(new URL(request.url!, "http://s3").pathname);
    const [, bucket, ...rest] = path.split("/");
    if (bucket !== keys.bucket) return refuse(response, 404, "NoSuchBucket");
    const key = rest.join("/");
    const object = objects.get(key);
    if (key === "") return void response.writeHead(200).end();
    if (request.method === "PUT") {
      objects.set(key, body);
      return void response.writeHead(200, { etag: `"${createHash("md5").update(body).digest("hex")}"` }).end();
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return void response.writeHead(204).end();
    }
    if (!object) return refuse(response, 404, "NoSuchKey");
    response.writeHead(200, { "content-length": object.length, "content-type": "application/octet-stream" });
    response.end(request.method === "HEAD" ? undefined : object);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    failNext: (how) => void failures.push(how),
    spoil: (key) => void objects.set(key, Buffer.from("spoilt")),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function refuse(response: ServerResponse, status: number, code: string) {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest("hex");
const hmac = (key: Buffer | string, data: string) => createHmac("sha256", key).update(data).digest();

function isSigned({ method, url, headers }: IncomingMessage, body: Buffer, keys: Keys): boolean {
  const said = /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(
    headers.authorization ?? "",
  );
  if (said?.[1] !== keys.accessKeyId) return false;
  const [, , date, region, names, signature] = said as unknown as string[];
  const digest = String(headers["x-amz-content-sha256"]);
  if (digest !== sha256(body)) return false;
  const { pathname, searchParams } = new URL(url!, "http://s3");
  const query = [...searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  const signed = names!.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const request = [method, pathname, query.join("&"), signed.join(""), names, digest].join("\n");
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(request)].join("\n");
  const key = [region!, "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${keys.secretAccessKey}`, date!));
  return hmac(key, text).toString("hex") === signature;
}
