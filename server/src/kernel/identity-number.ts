const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const candidate = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;

const hasValidChecksum = (digits: string) =>
  "10X98765432"[weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11] ===
  digits[17]?.toUpperCase();

const hasBirthDate = (digits: string) => /^\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(digits);

const joined = (text: string) => text.replace(/(?<=\d)[\s-]+(?=[\dXx])/g, "");

const identityNumbers = (text: string) => (text.match(candidate) ?? []).filter(hasValidChecksum);

/** Written in full-width digits it is one too; broken into groups, where a birth date shows that they belong together. */
export function holdsIdentityNumber(text: string): boolean {
  const plain = text.normalize("NFKC");
  return identityNumbers(plain).length > 0 || identityNumbers(joined(plain)).some(hasBirthDate);
}

/** A code of 18 digits can pass the checksum by chance; with a birth date in it too it is no code. */
export const looksLikeIdentityNumber = (code: string) => identityNumbers(code).some(hasBirthDate);

/** One that stands in a text with a birth date in it, whatever else the text holds. */
export const bearsIdentityNumber = (text: string): boolean => {
  if (text.length < 18) return false;
  const plain = text.normalize("NFKC");
  return [plain, joined(plain)].some((each) => identityNumbers(each).some(hasBirthDate));
};

/** Stored as a number, the last three digits are gone, but area and birth date still name a person. */
export const looksLikeRoundedIdentityNumber = (code: string) => {
  const digits = /^(\d)\.(\d{10,17})E\+?17$/i.exec(code.trim());
  const whole = digits ? `${digits[1]}${digits[2]}`.padEnd(18, "0") : code;
  return /^\d{17}0$/.test(whole) && hasBirthDate(whole);
};

const longestTitle = 20;

/** What stands under a title that says so is one, of 15 digits or mistyped too. */
export const asksForIdentityNumber = (text: string) => {
  const title = text.normalize("NFKC").replace(/\s+(?=\p{Script=Han})/gu, "");
  return (
    title.length <= longestTitle &&
    !/[。；不]/.test(title) &&
    /身份证|公民身份|居民身份|身份号码|证件号|identity\s*(card|number|no)|\bid\s*(card|number|no\b)/i.test(title)
  );
};

export const maskDigits = (text: string) => text.replace(/\p{Nd}/gu, "*");

export function maskIdentityNumbers(text: string): string {
  const masked = text.replace(candidate, (digits) => `${digits.slice(0, 3)}${"*".repeat(13)}${digits.slice(-2)}`);
  return holdsIdentityNumber(masked) ? maskDigits(masked) : masked;
}
