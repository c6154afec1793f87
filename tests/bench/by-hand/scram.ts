import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** SCRAM-SHA-256 (RFC 5802, 7677) as PostgreSQL asks for it: what to send first, and what to answer to its challenge. */
export function scram(password: string) {
  const first = `n=,r=${randomBytes(18).toString("base64")}`;
  return {
    first: `n,,${first}`,
    final(challenge: string): string {
      const [, nonce, salt, rounds] = /^r=([^,]+),s=([^,]+),i=(\d+)/.exec(challenge)!;
      const salted = pbkdf2Sync(password, Buffer.from(salt!, "base64"), Number(rounds), 32, "sha256");
      const bare = `c=biws,r=${nonce}`;
      const clientKey = hmac(salted, "Client Key");
      const signature = hmac(createHash("sha256").update(clientKey).digest(), `${first},${challenge},${bare}`);
      const proof = Buffer.from(clientKey.map((byte, at) => byte ^ signature[at]!));
      return `${bare},p=${proof.toString("base64")}`;
    },
  };
}
