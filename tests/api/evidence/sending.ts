import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Client } from "../../support/client.ts";
import { act, issued, itemOf, type WorkGround } from "../work/ground.ts";

export const digestOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

let shade = 0;

/** A photo unlike any other of the process's. */
export function photo({ width = 64, height = 48 } = {}): Promise<Buffer> {
  const background = { r: (shade += 7) % 256, g: (shade * 3) % 256, b: 255 - (shade % 256) };
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

export interface Answered {
  status: number;
  id: string;
  sentDigest: string;
  width: number;
  height: number;
  errors: {
    message: string;
    extensions: { code: string; detail?: string; fields: { path: string[]; code: string }[] };
  }[];
}

interface Options {
  digest?: string;
  headers?: Record<string, string>;
}

type Place = Pick<WorkGround, "bureau">;

/** Sends a photo as the body of a request. */
export async function send(
  { bureau }: Place,
  client: Client,
  itemId: string,
  bytes: Buffer,
  { digest = digestOf(bytes), headers = {} }: Options = {},
) {
  const response = await bureau.app.fastify.inject({
    method: "POST",
    url: `/evidence/${itemId}`,
    headers: { ...client.headers, "content-type": "image/jpeg", "x-maple-digest": digest, ...headers },
    payload: bytes,
  });
  return { status: response.statusCode, errors: [], ...response.json<Partial<Answered>>() } as Answered;
}

/** Sends a photo as the file of a form. */
export async function sendForm(
  { bureau }: Place,
  client: Client,
  itemId: string,
  bytes: Buffer,
  { digest = digestOf(bytes), headers = {} }: Options = {},
) {
  const form = new FormData();
  form.append("digest", digest);
  form.append("file", new Blob([new Uint8Array(bytes)], { type: "image/heic" }), "IMG_0001.HEIC");
  const request = new Request("http://maple/", { method: "POST", body: form });
  const response = await bureau.app.fastify.inject({
    method: "POST",
    url: `/evidence/${itemId}`,
    headers: {
      ...client.headers,
      "x-maple-digest": digest,
      ...headers,
      "content-type": request.headers.get("content-type")!,
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: response.statusCode, errors: [], ...response.json<Partial<Answered>>() } as Answered;
}

export async function fetched({ bureau }: Place, client: Client, path: string, headers: Record<string, string> = {}) {
  const response = await bureau.app.fastify.inject({
    method: "GET",
    url: path,
    headers: { ...client.headers, ...headers },
  });
  return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload };
}

export const evidenceFields = `id round sentDigest url thumbnailUrl mediaType keptDigest thumbnailDigest bytes width height receivedAt member { id } viewerMay`;

export const evidenceOf = async (client: Client, itemId: string) =>
  (await itemOf(client, itemId, `evidence { ${evidenceFields} }`)).evidence;

/** An order that its officer has accepted: photos may be brought to it. */
export async function accepted(ground: WorkGround, input: object = {}): Promise<{ id: string }> {
  const { id } = await issued(ground, input);
  await act(ground.officer, "acceptWork", { id });
  return { id };
}

export const faultOf = ({ status, errors }: Answered) => {
  const { code, detail, fields } = errors[0]!.extensions;
  return { status, code, detail, faults: fields.map((field) => [field.path.join("."), field.code]) };
};
