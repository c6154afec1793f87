import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";

/** Whose contact it is: a seal opens at no other place. */
export interface SealedFor {
  bureauId: string;
  matterId: string;
  id: string;
}

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

const placeOf = ({ bureauId, matterId, id }: SealedFor) => Buffer.from(`${bureauId}/${matterId}/${id}`);

/** The key, or a refusal where the server was given none. */
export function sealKeyOf({ sealKey }: Pick<Context, "sealKey">): Buffer {
  if (!sealKey) throw new Conflict([{ path: ["input"], code: "SEAL_KEY_MISSING" }]);
  return sealKey;
}

/** Nonce, tag and cipher text. */
export function seal(key: Buffer, place: SealedFor, text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(placeOf(place));
  const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]);
}

/** Undefined where it was sealed by another key, for another place, or changed since. */
export function unseal(key: Buffer, place: SealedFor, sealed: Buffer): string | undefined {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(placeOf(place))
    .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

/** In its place in what an idempotency key is held to: a digest without the key could be guessed from the database. */
export const veiled = (key: Buffer, text: string): string => createHmac("sha256", key).update(text).digest("base64");
