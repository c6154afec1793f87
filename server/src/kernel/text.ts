import type { FieldFault } from "./errors.ts";
import { holdsIdentityNumber, looksLikeIdentityNumber } from "./identity-number.ts";

interface TextRule {
  required?: boolean;
  most: number;
}

const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text as it is seen: without zero-width and control characters (the database takes no NUL), trimmed. */
export const asSeen = (text: string) => text.replace(unseen, "").trim();

/** The trimmed text, null when there is none; what is wrong with it is added to `faults`. */
export function checkText(
  faults: FieldFault[],
  path: FieldFault["path"],
  value: string | null | undefined,
  { required, most }: TextRule,
): string | null {
  const text = asSeen(value ?? "");
  if (text === "" && required) faults.push({ path, code: "REQUIRED" });
  if ([...text].length > most) faults.push({ path, code: "TOO_LONG", params: { most } });
  if (holdsIdentityNumber(text)) faults.push({ path, code: "IDENTITY_NUMBER" });
  return text === "" ? null : text;
}

/** A code may have 18 digits, but not a person's. */
export function checkCode(faults: FieldFault[], path: FieldFault["path"], code: string) {
  if (looksLikeIdentityNumber(code)) faults.push({ path, code: "IDENTITY_NUMBER" });
}

/** NUL, and half of a pair: no text of the database holds them. */
const unstorable = /[\0\p{Cs}]/u;

/** Where in the input texts stand that the database cannot hold. */
export function unstorableTexts(value: unknown, path: FieldFault["path"]): FieldFault[] {
  if (typeof value === "string") return unstorable.test(value) ? [{ path, code: "TEXT_UNSTORABLE" }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    unstorableTexts(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
