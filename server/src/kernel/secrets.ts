import { hash, randomBytes } from "node:crypto";
import { isId } from "./ids.ts";

/** 256 random bits in base64url: what a session or token proves itself with. Only its hash is kept. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const hashOfSecret = (secret: string): Buffer => hash("sha256", Buffer.from(secret, "base64url"), "buffer");

/** The value of the cookie `maple_session`; it names the bureau, without which nothing is seen. */
export const sessionText = (bureauId: string, secret: string) => `${packed(bureauId)}.${secret}`;

/** An API token, sent as `Authorization: Bearer …`. */
export const tokenText = (bureauId: string, secret: string) => `mb_${packed(bureauId)}_${secret}`;

export interface Proof {
  bureauId: string;
  secretHash: Buffer;
}

export const readSessionText = (text: string) => proofOf(/^([\w-]{22})\.([\w-]{43})$/.exec(text));
export const readTokenText = (text: string) => proofOf(/^mb_([\w-]{22})_([\w-]{43})$/.exec(text));

function proofOf(parts: RegExpExecArray | null): Proof | null {
  if (!parts) return null;
  const bureauId = unpacked(parts[1]!);
  return isId(bureauId) ? { bureauId, secretHash: hashOfSecret(parts[2]!) } : null;
}

const packed = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");

function unpacked(text: string) {
  const hex = Buffer.from(text, "base64url").toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
