const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const candidate = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;

const hasValidChecksum = (digits: string) =>
  "10X98765432"[weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11] ===
  digits[17]?.toUpperCase();

const hasBirthDate = (digits: string) => /^\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(digits);

const identityNumbers = (text: string) => (text.match(candidate) ?? []).filter(hasValidChecksum);

/** Written in full-width digits it is one too; broken into groups, where a birth date shows that they belong together. */
export function holdsIdentityNumber(text: string): boolean {
  const plain = text.normalize("NFKC");
  const joined = plain.replace(/(?<=\d)[\s-]+(?=[\dXx])/g, "");
  return identityNumbers(plain).length > 0 || identityNumbers(joined).some(hasBirthDate);
}

/** A code of 18 digits can pass the checksum by chance; with a birth date in it too it is no code. */
export const looksLikeIdentityNumber = (code: string) => identityNumbers(code).some(hasBirthDate);

/** Stored as a number, the last three digits are gone, but area and birth date still name a person. */
export const looksLikeRoundedIdentityNumber = (code: string) => /^\d{17}0$/.test(code) && hasBirthDate(code);

export function maskIdentityNumbers(text: string): string {
  const masked = text.replace(candidate, (digits) => `${digits.slice(0, 3)}${"*".repeat(13)}${digits.slice(-2)}`);
  return holdsIdentityNumber(masked) ? masked.replace(/\p{Nd}/gu, "*") : masked;
}
