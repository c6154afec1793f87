import type { FieldFault } from "#kernel/errors";

/** The name in the form it is kept in; what is wrong with it is added to `faults`. */
export function checkAccountName(faults: FieldFault[], value: string): string {
  const name = value.normalize("NFKC").trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(name)) faults.push({ path: ["input", "name"], code: "ACCOUNT_NAME_SHAPE" });
  return name;
}
