import type { FieldFault } from "./errors.ts";
import { holdsIdentityNumber } from "./identity-number.ts";

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
