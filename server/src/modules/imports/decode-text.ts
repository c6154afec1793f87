import { SheetError } from "./sheet-error.ts";

const markOfUtf8 = [0xef, 0xbb, 0xbf];
const hasMark = (bytes: Buffer) => markOfUtf8.every((byte, index) => bytes[index] === byte);

/**
 * UTF-8 where the bytes are valid UTF-8, otherwise GB18030, whatever mark stands in front of it; UTF-16 only with its mark. What the
 * file itself declares is believed where it fits.
 */
export function decoded(bytes: Buffer, declared?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict(bytes, "utf-16be");
  const body = hasMark(bytes) ? bytes.subarray(markOfUtf8.length) : bytes;
  const others = declared && isKnown(declared) ? [declared] : [];
  for (const encoding of ["utf-8", ...others]) {
    const text = tried(body, encoding);
    if (text !== undefined) return text;
  }
  return strict(body, "gb18030");
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function tried(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function strict(bytes: Buffer, encoding: string): string {
  const text = tried(bytes, encoding);
  if (text === undefined) throw new SheetError("ENCODING_UNKNOWN");
  return text;
}
