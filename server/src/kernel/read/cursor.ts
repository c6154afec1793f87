import { createCipheriv, createDecipheriv, createHmac, hash } from "node:crypto";
import { Invalid } from "../errors.ts";
import { type Fragment, join, literal, parameter, type Parameter, raw, sql } from "./fragment.ts";

/** Stands on both sides of a cursor in what a statement answers: JSON text holds it nowhere else, whatever is stored. */
const mark = "\u0001";
const markInSql = raw("E'\\x01'");

/** The JSON string of a cursor of the list, still to be sealed on its way out: the order's values as text. */
export function markedCursor(list: string, values: readonly Fragment[]): Fragment {
  const texts = join(
    values.map((value) => sql`(${value})::text`),
    ",",
  );
  return sql`${markInSql}||json_build_array(${literal(list)}::text,${texts})::text||${markInSql}`;
}

/** The values of a cursor that was given for the list, bound one by one; any other is refused. */
export const cursorValues = (cursor: Parameter, list: string, path: string, count: number): Parameter[] =>
  Array.from({ length: count }, (_, index) => ({
    // As text: the driver would make a Date of a timestamptz, and lose its microseconds.
    ...parameter(`${keyStart}${cursor.key}#${index}`, "text", (environment) => {
      const [of, ...values] = environment.cursors!.open(String(cursor.value(environment))) ?? [];
      if (of !== list || values.length !== count) throw new Invalid([{ path: [path], code: "CURSOR" }]);
      return values[index];
    }),
    path: cursor.path,
  }));

const keyStart = "cursor:";

/** Whether the statement takes or gives cursors. */
export const holdsCursors = ({ parts }: Fragment): boolean =>
  parts.some((part) => (typeof part === "string" ? part.includes("E'\\x01'") : part.key.startsWith(keyStart)));

export interface CursorSeal {
  /** Seals every cursor in a statement's answer. */
  close(answer: string): string;
  /** What was sealed; undefined where this seal did not. */
  open(cursor: string): string[] | undefined;
}

/**
 * A cursor holds the values of its list's order, which may be out of its reader's sight, so it is encrypted and authenticated.
 * One row has one cursor: the nonce follows from the content. The length tells nothing finer than 64 bytes.
 */
export function sealWith(key: Buffer): CursorSeal {
  const derived = (use: string) => createHmac("sha256", key).update(use).digest();
  const [forContent, forNonce] = [derived("content"), derived("nonce").toString("hex")];
  let opened: { cursor: string; values: string[] | undefined } | undefined;

  function seal(text: string): string {
    const length = Buffer.byteLength(text);
    const content = text + " ".repeat(-length & 63);
    const nonce = hash("sha256", forNonce + content, "buffer").subarray(0, 12);
    const cipher = createCipheriv("aes-256-gcm", forContent, nonce);
    return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]).toString("base64url");
  }

  function unseal(cursor: string): string[] | undefined {
    const bytes = Buffer.from(cursor, "base64url");
    if (bytes.length <= 28) return undefined;
    const decipher = createDecipheriv("aes-256-gcm", forContent, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(-16));
    const content = decipher.update(bytes.subarray(12, -16));
    try {
      decipher.final();
    } catch {
      return undefined; // not ours: the caller refuses it
    }
    return JSON.parse(content.toString()) as string[];
  }

  return {
    close: (answer) =>
      answer
        .split(mark)
        .map((part, index) => (index % 2 === 1 ? `"${seal(part)}"` : part))
        .join(""),
    open(cursor) {
      if (opened?.cursor !== cursor) opened = { cursor, values: unseal(cursor) };
      return opened.values;
    },
  };
}
