import type { FieldFault } from "./errors.ts";

interface TextRule {
  required?: boolean;
  most: number;
}

/** The trimmed text, null when there is none; what is wrong with it is added to `faults`. */
export function checkText(
  faults: FieldFault[],
  path: FieldFault["path"],
  value: string | null | undefined,
  { required, most }: TextRule,
): string | null {
  const text = value?.trim() ?? "";
  if (text === "" && required) faults.push({ path, code: "REQUIRED" });
  if ([...text].length > most) faults.push({ path, code: "TOO_LONG", params: { most } });
  if (holdsIdentityNumber(text)) faults.push({ path, code: "IDENTITY_NUMBER" });
  return text === "" ? null : text;
}

export const holdsIdentityNumber = (text: string) => (text.match(candidate) ?? []).some(hasValidChecksum);

const candidate = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const hasValidChecksum = (digits: string) =>
  "10X98765432"[weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11] ===
  digits[17]?.toUpperCase();
