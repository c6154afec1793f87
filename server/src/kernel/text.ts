import type { FieldFault } from "./errors.ts";
import { holdsIdentityNumber, looksLikeIdentityNumber } from "./identity-number.ts";
import { asProse, unreadable, unstorable } from "./written.ts";

interface TextRule {
  required?: boolean;
  most: number;
}

/** The text as it is kept (of one that was given through the API it is that already), null when there is none; what is wrong with it is added to `faults`. */
export function checkText(
  faults: FieldFault[],
  path: FieldFault["path"],
  value: string | null | undefined,
  { required, most }: TextRule,
): string | null {
  const text = asProse(value ?? "");
  if (text === "" && required) faults.push({ path, code: "REQUIRED" });
  if ([...text].length > most) faults.push({ path, code: "TOO_LONG", params: { most } });
  if (holdsIdentityNumber(text)) faults.push({ path, code: "IDENTITY_NUMBER" });
  return text === "" ? null : text;
}

/** A code may have 18 digits, but not a person's. */
export function checkCode(faults: FieldFault[], path: FieldFault["path"], code: string) {
  if (looksLikeIdentityNumber(code)) faults.push({ path, code: "IDENTITY_NUMBER" });
}

/** What a text holds that nobody can have meant: it was read in an encoding that is not its own, or cannot be kept. */
export const faultOfText = (text: string) =>
  unstorable.test(text) ? "TEXT_UNSTORABLE" : unreadable.test(text) ? "TEXT_UNREADABLE" : undefined;

/** Where in the input texts stand that the database cannot hold. */
export function unstorableTexts(value: unknown, path: FieldFault["path"]): FieldFault[] {
  if (typeof value === "string") return unstorable.test(value) ? [{ path, code: "TEXT_UNSTORABLE" }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    unstorableTexts(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
